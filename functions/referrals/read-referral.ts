import type { ReferralView } from '../../core/api/referrals.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { authorised, consentsFor } from '../../core/referral/consent.ts'
import { type Packet, packetOf } from '../../core/referral/packet.ts'
import type { Referral } from '../../core/referral/parts.ts'
import { partsOfReferralId, referralIn, seesReferral } from '../../core/referral/referrals.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'

/** Between what is written down and what is shown, a consent may go: then it is looked at again. */
const attempts = 5

const viewOf = (issue: Issue, one: Referral, packet: Packet, id: string, today: string): ReferralView => {
  const {
    read: _,
    link: ______,
    id: __,
    round: ___,
    after: ____,
    at: _____,
    overdue,
    requestedYuan,
    firstLoan,
    ...said
  } = one
  const until = consentsFor(issue.financing, one.bank, today)
    .map(({ expiresOn }) => expiresOn)
    .toSorted()[0]
  return {
    ...said,
    id,
    outline: packet.outline,
    disclosed: packet.disclosed,
    fields: packet.fields,
    authorised: authorised(issue.financing, one.bank, today),
    ...(until && { consentUntil: until }),
    ...(overdue && { late: overdue }),
  }
}

/** Whether this person sees this referral at all; another bank's is not told from one that does not exist. */
const seen = (principal: Principal, issue: Issue, one: Referral): true | Refusal => {
  if (principal.role !== 'banker') return mayRead(principal, issue)
  return seesReferral(principal, one) ? true : refuse('unknownReferral')
}

/** A referral as its bank may see it now. What a bank reads is written down before it is shown. */
export const readReferral = async (
  container: Container,
  principal: Principal,
  id: string,
): Promise<ReferralView | Refusal> => {
  const parts = partsOfReferralId(id)
  if (!parts) return refuse('unknownReferral')
  for (let tried = 0; tried < attempts; tried++) {
    const loaded = await container.issues.load(parts.issue)
    const one = loaded && referralIn(loaded.issue.financing, parts.referral)
    if (!loaded || !one) return refuse('unknownReferral')
    const may = seen(principal, loaded.issue, one)
    if (may !== true) return may
    const today = localDate(container.now())
    const packet = packetOf(loaded.issue, one, today)
    const known = one.openedAt !== undefined && (packet.fields.length === 0 || packet.key === one.read)
    if (principal.role !== 'banker' || known) return viewOf(loaded.issue, one, packet, id, today)
    const input = { referral: parts.referral }
    const given = await giveCommand(container, { command: 'readReferral', id: parts.issue, input, principal })
    // An issue that has ended takes no fact any more; what is left to see of it is the outline.
    if (isRefusal(given) && given.refused === 'wrongStage') {
      return viewOf(
        loaded.issue,
        one,
        packetOf(loaded.issue, { ...one, state: 'withdrawn' }, today),
        id,
        today,
      )
    }
    if (isRefusal(given)) return given
  }
  return refuse('busy')
}
