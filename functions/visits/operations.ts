import type { RecordVisit } from '../../core/api/firms-and-visits.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm, registerFirm } from '../lib/firm-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { problemOf } from '../lib/http/problem.ts'
import { newVisitId } from '../lib/ids.ts'
import { logIssue, teamKnown, usccAccepted } from '../lib/log-issue.ts'
import { answeredBefore, claimKey } from '../lib/repeats.ts'
import { loadVisit, writeVisit } from '../lib/visit-register.ts'
import { keyed } from '../store/answers.ts'
import { countsOf } from './counts.ts'
import { fairOperations } from './fairs.ts'
import { listVisits } from './list-visits.ts'
import { warningsFor } from './warnings.ts'

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

/** The firms of a visit, each registered: those that are new from what their first issue says of them, or a refusal. */
const registerAll = async (container: Container, principal: Principal, body: RecordVisit) => {
  const unknown: string[] = []
  for (const [index, uscc] of body.firms.entries()) {
    if (await loadFirm(container, uscc)) continue
    const pointer = `/firms/${index}`
    if (!body.issues.some((issue) => issue.firm.uscc === uscc)) {
      return refuse('unknownFirm', { fields: [{ pointer, message: '企业尚未登记，请先登记' }] })
    }
    const accepted = usccAccepted(uscc, false, pointer)
    if (accepted !== true) return accepted
    unknown.push(uscc)
  }
  for (const uscc of unknown) {
    const first = body.issues.find((issue) => issue.firm.uscc === uscc)
    const firm =
      first && (await registerFirm(container, principal, { ...first.firm, contact: first.contact }))
    if (isRefusal(firm)) return firm
  }
  return undefined
}

export const visitOperations = (container: Container): OperationsIn<'visits'> => ({
  ...fairOperations(container),

  recordVisit: async ({ principal, body, idempotencyKey }) => {
    const wrong = wrongIn(body, localDate(container.now()))
    if (wrong) return wrong
    const team = body.team ?? principal.team
    const known = await teamKnown(container, team, '/team')
    if (known !== true) return known
    const once = keyed(principal.id, 'recordVisit', idempotencyKey, body)
    const said = await answeredBefore(container, once)
    if (isRefusal(said)) return said
    const unregistered = await registerAll(container, principal, body)
    if (unregistered) return unregistered
    const warnings = await warningsFor(container, body)
    const claimed = await claimKey(container, once, { id: newVisitId(container.now()), warnings })
    if (isRefusal(claimed)) return claimed
    // Under a key the visit may stand already; whichever of its issues did not get through the first time now do.
    const { id } = claimed.answer
    const { issues, ...heard } = body
    const firms = [...new Set(body.firms)]
    const written = await writeVisit(
      container,
      principal,
      { ...heard, firms, id, ...(team && { team }) },
      issues.length,
    )
    const isThere = !written.written && written.why === 'lostRace' && once !== undefined
    if (!written.written && !isThere) return refuse('busy')
    const source = {
      kind: body.kind,
      visit: id,
      on: body.on,
      ...(team && { team }),
      ...(body.title && { title: body.title }),
    }
    const answers = []
    for (const [index, issue] of issues.entries()) {
      const part = keyed(principal.id, 'logIssue', idempotencyKey && `${idempotencyKey}/${index}`, {
        id,
        issue,
      })
      const result = await logIssue(container, { request: { ...issue, source }, principal, keyed: part })
      answers.push(isRefusal(result) ? { problem: problemOf(result) } : { answer: result.answer })
    }
    const told = claimed.answer.warnings
    return { body: { id, version: 1, warnings: told, issues: answers }, version: 1, created: `/visits/${id}` }
  },

  listVisits: async ({ query }) => {
    const list = await listVisits(container, query)
    return isRefusal(list) ? list : { body: list }
  },

  counts: async ({ query }) => {
    const counts = await countsOf(container, query)
    return isRefusal(counts) ? counts : { body: counts }
  },

  getVisit: async ({ params }) => {
    const found = await loadVisit(container, params.id)
    return found ? { body: found, version: found.version } : refuse('unknownVisit')
  },
})
