import * as z from 'zod'
import { type ChangeFair, Fair } from '../../core/api/fairs.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { changeFair, loadFair, writeFair } from '../lib/fair-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { newFairId } from '../lib/ids.ts'
import { teamKnown } from '../lib/log-issue.ts'
import { answeredBefore, claimKey } from '../lib/repeats.ts'
import { keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'

const fault = (pointer: string, message: string) => refuse('badInput', { fields: [{ pointer, message }] })

/** What happened cannot be counted before the day; a fair that is planned can be recorded all the same. */
const counts = ['visitors', 'leaflets', 'intentions'] as const
const early = (fair: ChangeFair, on: string, today: string): Refusal | undefined => {
  const field = on > today ? counts.find((name) => fair[name] !== undefined) : undefined
  return field && fault(`/${field}`, `招聘会在${on}举行，人数请在当天或以后填写`)
}

/** Every issue that is named must be one of hiring that this person may see. */
const strange = async (
  container: Container,
  principal: Principal,
  ids: readonly string[] = [],
): Promise<Refusal | undefined> => {
  const loaded = new Map(
    (await container.issues.loadMany([...new Set(ids)])).map(({ issue }) => [issue.id, issue]),
  )
  for (const [index, id] of ids.entries()) {
    const issue = loaded.get(id)
    const pointer = `/issues/${index}`
    if (!issue || mayRead(principal, issue) !== true) return fault(pointer, `没有可列入的诉求 ${id}`)
    if (issue.category !== 'hiring') return fault(pointer, `${id} 不是用工诉求`)
  }
  return undefined
}

const IssueRow = z.object({ id: z.string(), firm: z.string() })
const asText = (sk: string) => Buffer.from(sk).toString('base64url')
const place = /^\d{4}-\d\d-\d\d#F[0-9A-Z-]{1,24}$/

export const fairOperations = (
  container: Container,
): Pick<OperationsIn<'visits'>, 'recordFair' | 'listFairs' | 'getFair' | 'changeFair'> => ({
  recordFair: async ({ principal, body, idempotencyKey }) => {
    const once = keyed(principal.id, 'recordFair', idempotencyKey, body)
    const said = await answeredBefore(container, once)
    if (isRefusal(said)) return said
    const team = body.team ?? principal.team
    const known = await teamKnown(container, team, '/team')
    const wrong =
      (known === true ? undefined : known) ??
      early(body, body.on, localDate(container.now())) ??
      (await strange(container, principal, body.issues))
    if (wrong) return wrong
    const claimed = await claimKey(container, once, { id: newFairId(container.now()) })
    if (isRefusal(claimed)) return claimed
    const { id } = claimed.answer
    const written = await writeFair(container, principal, { ...body, id, ...(team && { team }) })
    const isThere = !written.written && written.why === 'lostRace' && once !== undefined
    if (!written.written && !isThere) return refuse('busy')
    const fair = await loadFair(container, id)
    if (!fair) return refuse('busy')
    return {
      body: { fair: fair.fair, version: fair.version },
      version: fair.version,
      created: `/fairs/${id}`,
    }
  },

  listFairs: async ({ query }) => {
    const year = (query.month ?? query.year ?? localDate(container.now())).slice(0, 4)
    const { pk } = keys.fairOfYear(year, '', '')
    const after = query.cursor && Buffer.from(query.cursor, 'base64url').toString('utf8')
    if (after !== undefined && !place.test(after)) return fault('/cursor', '游标无效，请从第一页重新查起')
    const page = await container.table.query({
      pk,
      ...(query.month && { sk: { beginsWith: query.month } }),
      limit: query.limit,
      descending: true,
      ...(after && { after: { pk, sk: after } }),
    })
    const items = page.items.map((item) => Fair.parse(item.fair))
    const last = page.items.at(-1)
    return { body: { items, ...(page.next && last && { cursor: asText(last.sk) }) } }
  },

  getFair: async ({ params }) => {
    const found = await loadFair(container, params.id)
    if (!found) return refuse('unknownFair')
    const { pk, sk } = keys.fairIssue(params.id, '')
    const rows = await container.table.query({ pk, sk: { beginsWith: sk } })
    const { fair, version } = found
    return { body: { fair, version, issues: rows.items.map((row) => IssueRow.parse(row)) }, version }
  },

  changeFair: async ({ principal, params, body, ifMatch, idempotencyKey }) => {
    const found = await loadFair(container, params.id)
    if (!found) return refuse('unknownFair')
    const known = await teamKnown(container, body.team, '/team')
    const changed = { ...found.fair, ...body }
    const wrong =
      (known === true ? undefined : known) ??
      early(changed, changed.on, localDate(container.now())) ??
      (await strange(container, principal, body.issues))
    if (wrong) return wrong
    const once = keyed(principal.id, 'changeFair', idempotencyKey, { id: params.id, body })
    const result = await changeFair(container, principal, {
      id: params.id,
      change: body,
      ifMatch,
      keyed: once,
    })
    return isRefusal(result) ? result : { body: result, version: result.version }
  },
})
