import type { RecordVisit } from '../../core/api/firms-and-visits.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm } from '../lib/firm-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { problemOf } from '../lib/http/problem.ts'
import { newVisitId } from '../lib/ids.ts'
import { logIssue } from '../lib/log-issue.ts'
import { loadVisit, writeVisit } from '../lib/visit-register.ts'
import { earlierAnswer, keyed } from '../store/answers.ts'

const fault = (pointer: string, message: string) => refuse('badInput', { fields: [{ pointer, message }] })

/** What a visit must be beyond its shape; whether it had issues or none is said, not guessed. */
const wrongIn = (body: RecordVisit, today: string) => {
  if (body.on > today)
    return refuse('dateInTheFuture', { fields: [{ pointer: '/on', message: '走访日期在今天之后' }] })
  if (body.noIssues && body.issues.length > 0)
    return fault('/noIssues', '已登记诉求的走访不能同时标为“本次无诉求”')
  const strange = body.issues.findIndex((issue) => !body.firms.includes(issue.firm.uscc))
  if (strange >= 0) return fault(`/issues/${strange}/firm/uscc`, '这家企业不在本次走访的企业之中')
  return undefined
}

export const visitOperations = (container: Container): OperationsIn<'visits'> => ({
  recordVisit: async ({ principal, body, idempotencyKey }) => {
    const wrong = wrongIn(body, localDate(container.now()))
    if (wrong) return wrong
    for (const [index, uscc] of body.firms.entries()) {
      const named = body.issues.some((issue) => issue.firm.uscc === uscc)
      if (!named && !(await loadFirm(container, uscc))) {
        return refuse('unknownFirm', {
          fields: [{ pointer: `/firms/${index}`, message: '企业尚未登记，请先登记' }],
        })
      }
    }
    const once = keyed(principal.id, idempotencyKey, body)
    let id = newVisitId(container.now())
    if (once) {
      const before = await earlierAnswer(container.table, once, container.now())
      if (before.found === 'other') return refuse('keyReused')
      // The visit stands; whichever of its issues did not get through the first time now do.
      if (before.found === 'same') id = (before.answer as { id: string }).id
    }
    const { issues, ...heard } = body
    const team = body.team ?? principal.team
    const written = await writeVisit(
      container,
      principal,
      { ...heard, id, ...(team && { team }) },
      once && { keyed: once, answer: { id } },
    )
    if (!written.written && written.why === 'also') return refuse('busy')
    const source = {
      kind: body.kind,
      visit: id,
      on: body.on,
      ...(team && { team }),
      ...(body.title && { title: body.title }),
    }
    const answers = []
    for (const [index, issue] of issues.entries()) {
      const part = keyed(principal.id, idempotencyKey && `${idempotencyKey}/${index}`, { id, issue })
      const result = await logIssue(container, { request: { ...issue, source }, principal, keyed: part })
      answers.push(isRefusal(result) ? { problem: problemOf(result) } : { answer: result.answer })
    }
    return { body: { id, version: 1, issues: answers }, version: 1, created: `/visits/${id}` }
  },

  getVisit: async ({ params }) => {
    const found = await loadVisit(container, params.id)
    return found ? { body: found, version: found.version } : refuse('unknownVisit')
  },
})
