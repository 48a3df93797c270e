import { randomBytes } from 'node:crypto'
import { localDate } from '../../core/zone-time.ts'

/** Crockford's base 32: no I, L, O, U, so that an id can be read out on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const randomLetters = (count: number) =>
  [...randomBytes(count)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')

const day = (now: string) => localDate(now).replaceAll('-', '')

/** `20261122-7K3Q9`: the day in the zone and five letters; a clash is noticed on writing and another is drawn. */
export const newIssueId = (now: string) => `${day(now)}-${randomLetters(5)}`
export const newVisitId = (now: string) => `V${day(now)}-${randomLetters(6)}`
/** An address of a bank's own system. */
export const newEndpointId = () => randomLetters(8)
export const newFairId = (now: string) => `F${day(now)}-${randomLetters(6)}`
export const newReportId = (now: string) => `R${day(now)}-${randomLetters(5)}`
export const newFileId = () => randomLetters(16)

/** A firm's code: 128 bits that nobody can guess. */
export const newSecret = () => randomBytes(16).toString('base64url')
