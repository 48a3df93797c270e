import type { z } from 'zod'
import type { IssueView } from '../../../../core/api/issue-view.ts'
import type { ManyAnswers, Problem } from '../../../../core/api/issues.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { IssueRow } from '../../api/queries.ts'

type Order = { id: string; command: string; input?: Record<string, unknown>; version?: number }
type Refused = { id: string; firm: string; zh: string; en: string }
/** `failure`: the rest was not reached; what was done before it stays done. */
export type BulkAnswer = { done: number; refused: Refused[]; failure?: Failure }

/** As many as the API takes in one request. */
const atOnce = 50

const send = async (orders: Order[], rows: IssueRow[]): Promise<BulkAnswer> => {
  const firm = new Map(rows.map((row) => [row.id, row.firm.name]))
  const all: BulkAnswer = { done: 0, refused: [] }
  for (let from = 0; from < orders.length; from += atOnce) {
    const outcome = await attempt<z.infer<typeof ManyAnswers>>({
      method: 'POST',
      path: '/commands',
      key: newKey(),
      body: { items: orders.slice(from, from + atOnce) },
    })
    if (!outcome.ok) return { ...all, failure: outcome.failure }
    for (const { id, problem } of outcome.value.items) {
      if (!problem) all.done += 1
      else all.refused.push({ id, firm: firm.get(id) ?? id, ...sentence(problem) })
    }
  }
  return all
}

const sentence = (problem: Problem) => ({ zh: problem.detail ?? problem.title, en: problem.titleEn })

export const acceptAll = (rows: IssueRow[]): Promise<BulkAnswer> =>
  send(
    rows.map(({ id, version }) => ({ id, command: 'acceptAssignment', version })),
    rows,
  )

const noSuggestion = {
  zh: '规则没有给出建议，请打开后选择部门。',
  en: 'The rules suggest nothing; open it and choose a department.',
}

/** Lists do not carry the suggestion, so each issue is read first, a few at a time. */
export const routeAsSuggested = async (rows: IssueRow[]): Promise<BulkAnswer> => {
  const orders: Order[] = []
  const without: Refused[] = []
  for (let from = 0; from < rows.length; from += 6) {
    const part = rows.slice(from, from + 6)
    const read = await Promise.all(
      part.map((row) => attempt<z.infer<typeof IssueView>>({ path: `/issues/${row.id}` })),
    )
    for (const [index, outcome] of read.entries()) {
      const row = part[index]
      if (!row) continue
      if (!outcome.ok) return { done: 0, refused: [], failure: outcome.failure }
      const { issue, version } = outcome.value
      const department = issue.stage === 'logged' ? issue.leftToDispatcher?.suggestion : undefined
      if (department) orders.push({ id: row.id, command: 'routeIssue', input: { department }, version })
      else without.push({ id: row.id, firm: row.firm.name, ...noSuggestion })
    }
  }
  const answer = orders.length > 0 ? await send(orders, rows) : { done: 0, refused: [] }
  return { ...answer, refused: [...without, ...answer.refused] }
}
