import * as z from 'zod'
import { Instant, text, UnitId } from '../scalars.ts'

/** One address of a bank's own system. When its secrets were made is known; what they are stands elsewhere. */
export const Endpoint = z.object({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  url: z.string().max(300),
  note: text(100).optional(),
  createdAt: Instant,
  /** Nothing is sent there any more. */
  endedAt: Instant.optional(),
  /** Valid secrets, the newest first: two while the bank changes over. */
  secrets: z.array(z.object({ createdAt: Instant, validUntil: Instant.optional() })).max(2),
})
export type Endpoint = z.infer<typeof Endpoint>

export const BankHooks = z.object({ bank: UnitId, endpoints: z.array(Endpoint).max(10) })
export type BankHooks = z.infer<typeof BankHooks>

/** How long a secret still signs after another has been made: a bank's change-over takes a release. */
export const overlapHours = 48

/** The dates of the secrets after a new one is made: at most two, and the older one ends. */
export const rotated = (secrets: Endpoint['secrets'], now: string): Endpoint['secrets'] => {
  const end = `${new Date(Date.parse(now) + overlapHours * 3_600_000).toISOString().slice(0, 19)}Z`
  return [{ createdAt: now }, ...secrets.slice(0, 1).map(({ createdAt }) => ({ createdAt, validUntil: end }))]
}

export const stillSigns = ({ validUntil }: { validUntil?: string | undefined }, now: string): boolean =>
  validUntil === undefined || now < validUntil

export const mostEndpoints = 5
