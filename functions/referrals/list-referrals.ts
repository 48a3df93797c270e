import type { z } from 'zod'
import { type ListReferrals, ReferralRow } from '../../core/api/referrals.ts'
import { actsFor } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { afterCursor, cursorAt } from '../lib/cursor.ts'
import { queues, worklistKey } from '../store/keys.ts'
import type { Item } from '../store/table.ts'

/** A bank sees its own queue and never another's; the office may look into each. */
const bankOf = (queue: string | undefined, principal: Principal): string | Refusal => {
  const asked = queue?.slice('bank:'.length)
  if (principal.role === 'banker') {
    if (!principal.bank) return refuse('notAllowed')
    return asked === undefined || asked === principal.bank ? principal.bank : refuse('notYourUnit')
  }
  return (
    asked ??
    refuse('badInput', { fields: [{ pointer: '/queue', message: '请指定银行队列，形如 bank:tiancheng' }] })
  )
}

/** The name goes with the consent, also where nothing has happened since it ran out. */
const rowFrom = (item: Item, today: string): ReferralRow => {
  const { firmName, firmUntil, wlAt } = item
  const deadline = typeof wlAt === 'string' ? wlAt.split('#')[0] : undefined
  const known = typeof firmName === 'string' && typeof firmUntil === 'string' && firmUntil >= today
  const { firm: _, ...row } = item
  return ReferralRow.parse({ ...row, ...(deadline && { deadline }), ...(known && { firm: firmName }) })
}

/** A page of a bank's referrals, the nearest deadline first. */
export const listReferrals = async (
  container: Container,
  { queue, over, limit, cursor }: z.infer<typeof ListReferrals>,
  principal: Principal,
) => {
  const bank = bankOf(queue, principal)
  if (isRefusal(bank)) return bank
  const pk = worklistKey(over ? queues.bankOver(bank) : queues.bank(bank), '', '').wl
  const after = cursor === undefined ? undefined : afterCursor('worklist', pk, cursor)
  if (after && isRefusal(after)) return after
  const page = await container.table.query({
    index: 'worklist',
    pk,
    limit,
    ...(after && { after: after.value }),
  })
  const today = localDate(container.now())
  const mine = (item: Item) =>
    principal.role !== 'handler' ||
    (typeof item.department === 'string' && actsFor(principal, item.department))
  const last = page.items.at(-1)
  return {
    items: page.items.filter(mine).map((item) => rowFrom(item, today)),
    ...(page.next && last && { cursor: cursorAt('worklist', last) }),
  }
}
