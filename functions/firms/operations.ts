import { handlesFirm, maskContact } from '../../core/privacy.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { Uscc } from '../../core/scalars.ts'
import type { Container } from '../lib/container.ts'
import { type LoadedFirm, loadFirm, pairsOf, saveFirm } from '../lib/firm-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { usccAccepted } from '../lib/log-issue.ts'
import { keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'

/** How many firms share a pair of characters before the search reads no further. */
const mostRead = 200

export const firmOperations = (container: Container): OperationsIn<'firms'> => ({
  registerFirm: async ({ principal, body, ifMatch, idempotencyKey }) => {
    const { confirmUscc, ...firm } = body
    const accepted = usccAccepted(firm.uscc, confirmUscc, '/uscc')
    if (accepted !== true) return accepted
    const once = keyed(principal.id, idempotencyKey, body)
    const saved = await saveFirm(container, principal, firm, { ifMatch, keyed: once })
    return isRefusal(saved) ? saved : { body: saved, version: saved.version, created: `/firms/${firm.uscc}` }
  },

  findFirms: async ({ query }) => {
    const text = query.q.replace(/\s/g, '')
    const byCode = Uscc.safeParse(text.toUpperCase())
    if (byCode.success) {
      const found = await loadFirm(container, byCode.data)
      return { body: { items: found ? [rowOf(found)] : [] } }
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
    const { contact, ...firm } = found.firm
    const seen = contact && (handlesFirm(principal) ? contact : maskContact(contact))
    return {
      body: { firm: { ...firm, ...(seen && { contact: seen }) }, version: found.version },
      version: found.version,
    }
  },
})

const rowOf = ({ firm: { uscc, name, park } }: LoadedFirm) => ({ uscc, name, ...(park && { park }) })
