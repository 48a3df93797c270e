import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** A code that was handed out once, kept as a hash; `until` is UTC. */
export const OneTimeCode = z.object({ digest: z.base64url(), until: z.iso.datetime() })
export type OneTimeCode = z.infer<typeof OneTimeCode>

/** Without letters and digits that are taken for one another when they are read out. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const groups = 4

/** Sixteen characters of 32 kinds: 80 bits. */
export const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')

const digest = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest()

export const keptCode = (code: string, until: string): OneTimeCode => ({
  digest: digest(code).toString('base64url'),
  until,
})

/** Small letters and missing dashes do not matter. `now` is UTC. */
export const isCode = (typed: string, kept: OneTimeCode | undefined, now: string): boolean =>
  kept !== undefined &&
  Date.parse(kept.until) > Date.parse(now) &&
  timingSafeEqual(digest(typed), Buffer.from(kept.digest, 'base64url'))
