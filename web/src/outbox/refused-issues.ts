import type { Problem } from '../../../core/api/issues.ts'
import type { Failure } from '../api/failure.ts'
import type { NewParcel, Parcel } from './parcel.ts'

type VisitBody = {
  kind: string
  on: string
  title?: string
  team?: string
  issues?: Record<string, unknown>[]
}
type VisitAnswer = { id: string; issues: { problem?: Problem }[] }
type VisitDraft = { issues: unknown[] }

const isVisitAnswer = (answer: unknown): answer is VisitAnswer =>
  typeof answer === 'object' && answer !== null && Array.isArray((answer as VisitAnswer).issues)

/** A visit may be recorded while one of its issues is refused: that one stays, as a parcel of its own. */
export const refusedIssues = (parcel: Parcel): (NewParcel & { failure: Failure })[] =>
  parcel.steps.flatMap((step) => {
    if (step.path !== '/visits' || !isVisitAnswer(step.answer)) return []
    const body = step.body as VisitBody
    const { id, issues } = step.answer
    return issues.flatMap(({ problem }, index) => {
      const issue = body.issues?.[index]
      if (!problem || !issue) return []
      const { kind, on, title, team } = body
      const source = { kind, on, visit: id, ...(title && { title }), ...(team && { team }) }
      const part = `${parcel.id}/${index}`
      return [
        {
          id: part,
          owner: parcel.owner,
          title: String(issue.content ?? parcel.title),
          savedAt: parcel.savedAt,
          // The visit stands; what is edited again is this issue, still naming that visit.
          draft: {
            ...(parcel.draft as object),
            visit: id,
            issues: [(parcel.draft as VisitDraft).issues[index]],
          },
          steps: [{ path: '/issues', key: `${step.key}-issue-${index}`, body: { ...issue, source } }],
          failure: { kind: 'refused' as const, status: problem.status, problem },
        },
      ]
    })
  })
