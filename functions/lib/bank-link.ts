import { createHash, timingSafeEqual } from 'node:crypto'
import type { Principal } from '../../core/principal.ts'
import { partsOfReferralId, referralIn } from '../../core/referral/referrals.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from './container.ts'
import { newSecret } from './ids.ts'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** A new code for a bank: the referral's id and 128 random bits, of which the referral keeps only the hash. */
export const newBankLink = (referralId: string) => {
  const secret = newSecret()
  return { code: `${referralId}.${secret}`, hash: hashOf(secret) }
}

/**
 * The bank behind a code, as a banker who sees one referral, or a refusal that does not say what was wrong with it.
 * Whether the link still opens is asked by whoever answers: a repeat of the last answer gets that answer again.
 */
export const readBankLink = async (
  container: Container,
  code: string | undefined,
): Promise<Principal | Refusal> => {
  const [id, secret, ...more] = (code ?? '').split('.')
  const parts = partsOfReferralId(id ?? '')
  if (!id || !secret || !parts || more.length > 0) return refuse('bankLinkUnknown')
  const loaded = await container.issues.load(parts.issue)
  const one = referralIn(loaded?.issue.financing, parts.referral)
  if (!one?.link || !timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(one.link.hash))) {
    return refuse('bankLinkUnknown')
  }
  return { id: `bank-link:${id}`, name: one.bank, role: 'banker', bank: one.bank, ...parts }
}
