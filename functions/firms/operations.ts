import { isFirmCommand } from '../../core/firm/commands.ts'
import type { Firm } from '../../core/firm/firm.ts'
import { viewOf } from '../../core/firm/view.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { Uscc } from '../../core/scalars.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm, saveFirm } from '../lib/firm-register.ts'
import { pairsOf } from '../lib/firm-rows.ts'
import { giveFirmCommand } from '../lib/give-firm-command.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { usccAccepted } from '../lib/log-issue.ts'
import { rosterPage } from '../lib/roster.ts'
import { sizeStandardNow } from '../lib/size-standard.ts'
import { visitedLately } from '../lib/visited-lately.ts'
import { keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { draftsFrom } from './drafts.ts'
import { deleteFirmData, firmData } from './firm-data.ts'
import { firmHistory } from './history.ts'
import { firmsOfPolicy, policiesOfFirm, policiesOn } from './policies.ts'
import { timelineOf } from './timeline.ts'

/** How many firms share a pair of characters before the search reads no further. */
const mostRead = 200

export const firmOperations = (container: Container): OperationsIn<'firms'> => ({
  registerFirm: async ({ principal, body, ifMatch, idempotencyKey }) => {
    const { confirmUscc, ...firm } = body
    const accepted = usccAccepted(firm.uscc, confirmUscc, '/uscc')
    if (accepted !== true) return accepted
    const once = keyed(principal.id, 'registerFirm', idempotencyKey, body)
    const saved = await saveFirm(container, principal, firm, { ifMatch, keyed: once })
    return isRefusal(saved) ? saved : { body: saved, version: saved.version, created: `/firms/${firm.uscc}` }
  },

  findFirms: async ({ query }) => {
    const text = query.q.replace(/\s/g, '')
    const byCode = Uscc.safeParse(text.toUpperCase())
    if (byCode.success) {
      const found = await loadFirm(container, byCode.data)
      return { body: { items: found ? [rowOf(found.firm)] : [] } }
    }
    const [rarest] = pairsOf(text).slice(-1)
    if (!rarest) {
      return refuse('badInput', { fields: [{ pointer: '/q', message: '请至少输入名称中的两个字' }] })
    }
    const page = await container.table.query({ pk: keys.firmName(rarest, '').pk, limit: mostRead })
    const items = page.items
      .map((item) => ({
        uscc: item.sk,
        name: String(item.name),
        ...(item.park ? { park: String(item.park) } : {}),
      }))
      .filter((firm) => firm.name.replace(/\s/g, '').includes(text))
    return { body: { items: items.slice(0, query.limit) } }
  },

  getFirm: async ({ params, principal }) => {
    const found = await loadFirm(container, params.uscc)
    if (!found) return refuse('unknownFirm')
    const today = localDate(container.now())
    const standard = await sizeStandardNow(container)
    const lately = await visitedLately(container.table, params.uscc, today)
    const view = viewOf(principal, found, { today, standard })
    return { body: { ...view, visitedLately: lately }, version: found.version }
  },

  listRoster: async ({ query }) => {
    const { park, liaison, limit, cursor } = query
    const page = await rosterPage(container.table, {
      limit,
      cursor,
      keep: (row) =>
        (park === undefined || row.park === park) &&
        (liaison === undefined ||
          (liaison === 'any' ? row.liaison !== undefined : (row.liaison ?? 'none') === liaison)),
    })
    return isRefusal(page) ? page : { body: page }
  },

  firmTimeline: async ({ params, query, principal }) => {
    if (!(await loadFirm(container, params.uscc))) return refuse('unknownFirm')
    const timeline = await timelineOf(container, principal, params.uscc, query)
    return isRefusal(timeline) ? timeline : { body: timeline }
  },

  draftIssues: async ({ body }) => ({ body: await draftsFrom(container, body) }),

  listPolicies: async ({ query }) => ({ body: { items: await policiesOn(container, query.on) } }),

  policyFirms: async ({ params, query }) => {
    const page = await firmsOfPolicy(container, params.id, query)
    return isRefusal(page) ? page : { body: page }
  },

  firmPolicies: async ({ params }) => {
    const found = await policiesOfFirm(container, params.uscc)
    return isRefusal(found) ? found : { body: found }
  },

  firmEvents: async ({ params }) => {
    const found = await loadFirm(container, params.uscc)
    if (!found) return refuse('unknownFirm')
    return { body: await firmHistory(container, params.uscc), version: found.version }
  },

  askFirmData: async ({ params: { uscc }, body, principal, idempotencyKey }) => {
    const once = keyed(principal.id, 'askFirmData', idempotencyKey, { uscc, body })
    return firmData(container, { uscc, principal, ...body, keyed: once })
  },

  askDeletion: async ({ params: { uscc }, body, principal, idempotencyKey }) => {
    const once = keyed(principal.id, 'askDeletion', idempotencyKey, { uscc, body })
    const result = await deleteFirmData(container, { uscc, principal, ...body, keyed: once })
    return isRefusal(result) ? result : { body: result }
  },

  giveFirmCommand: async ({ params, body, principal, ifMatch, idempotencyKey }) => {
    const { uscc, command } = params
    if (!isFirmCommand(command)) return refuse('unknownCommand')
    const once = keyed(principal.id, 'giveFirmCommand', idempotencyKey, { uscc, command, body, ifMatch })
    const asked = { uscc, command, input: body, principal, ifMatch, keyed: once }
    const result = await giveFirmCommand(container, asked)
    return isRefusal(result) ? result : { body: result, version: result.version }
  },
})

const rowOf = ({ uscc, name, park }: Firm) => ({ uscc, name, ...(park && { park }) })
