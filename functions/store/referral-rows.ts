import { departmentOf } from '../../core/issue/in-hand.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { consentsFor } from '../../core/referral/consent.ts'
import { referralDeadline } from '../../core/referral/dues.ts'
import { packetOf } from '../../core/referral/packet.ts'
import type { Referral } from '../../core/referral/parts.ts'
import { isOver, referralId, referralsOf } from '../../core/referral/referrals.ts'
import { localDate } from '../../core/zone-time.ts'
import { keys, queues, worklistKey } from './keys.ts'
import type { Item, Write } from './table.ts'

/** The firm's name, and until when, where its bank has read it under a consent that stands. */
const knownFirm = (issue: Issue, one: Referral, today: string) => {
  const { fields } = packetOf(issue, one, today)
  if (!one.read || !fields.includes('identity')) return {}
  const until = consentsFor(issue.financing, one.bank, today)
    .filter((consent) => consent.fields.includes('identity'))
    .map(({ expiresOn }) => expiresOn)
    .toSorted()
    .at(-1)
  return { firmName: issue.firm.name, ...(until && { firmUntil: until }) }
}

const rowOf = (issue: Issue, one: Referral, today: string): Item => {
  const id = referralId(issue.id, one.id)
  const queue = isOver(one) ? queues.bankOver(one.bank) : queues.bank(one.bank)
  const department = departmentOf(issue)
  return {
    ...keys.referral(issue.id, one.id),
    id,
    version: one.version,
    bank: one.bank,
    state: one.state,
    outline: packetOf(issue, one, today).outline,
    ...(one.product && { product: one.product }),
    ...(one.invitedAt && { invitedAt: one.invitedAt }),
    ...(one.overdue && { late: one.overdue }),
    ...(department && { department }),
    ...knownFirm(issue, one, today),
    ...worklistKey(queue, referralDeadline(one), id),
  }
}

/** What the row was made from: where none of it has moved, the row stands as it is. */
const traceOf = (issue: Issue | undefined, id: string) => {
  const one = referralsOf(issue?.financing).find((other) => other.id === id)
  return `${one?.version}/${one?.read}/${issue && departmentOf(issue)}`
}

/** The views of the referrals that a change touches; what is only thought of has none. */
export const referralWrites = (before: Issue | undefined, after: Issue, at: string): Write[] =>
  referralsOf(after.financing)
    .filter((one) => one.state !== 'shortlisted' && traceOf(before, one.id) !== traceOf(after, one.id))
    .map((one) => ({ put: rowOf(after, one, localDate(at)) }))
