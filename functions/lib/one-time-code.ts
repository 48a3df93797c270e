import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { maskPhone } from '../../core/privacy.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import type { Table, Write } from '../store/table.ts'
import type { Container } from './container.ts'
import { answeredBefore } from './repeats.ts'
import { mobileOf, type Sms } from './sms.ts'

/** Ten minutes to type it, five tries at it, three of them a quarter of an hour: 15 guesses at one in a million. */
const validSeconds = 600
const tries = 5
const mostSent = 3
const withinSeconds = 900
const races = 8

const Row = z.object({
  version: z.int(),
  salt: z.string(),
  hash: z.string(),
  expiresAt: z.string(),
  /** Wrong tries at this code; absent once it has served or is used up. */
  wrong: z.int().optional(),
  sentAt: z.array(z.string()),
})

type Reachable = { id: string; contact?: { phone?: string | undefined } | undefined }
type CodeSent = { phone: string; expiresAt: string }

const later = (now: string, seconds: number) =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`

/** The issue and the phone go into the hash: a code is good for nothing else, also where the phone is changed. */
const hashOf = (salt: string, issue: string, phone: string, code: string) =>
  createHash('sha256').update(`${salt}.${issue}.${phone}.${code}`).digest('base64url')

const read = async (table: Table, issue: string) => {
  const row = await table.get(keys.linkCode(issue))
  return row && Row.parse(row)
}

const write = async (
  table: Table,
  issue: string,
  before: z.infer<typeof Row> | undefined,
  after: object,
  also: readonly Write[] = [],
) => {
  const put = { ...keys.linkCode(issue), ...after, version: (before?.version ?? 0) + 1 }
  const when = before ? { version: before.version } : ('absent' as const)
  return (await table.transact([{ put, when }, ...also])).written
}

/** Sends a new code to the phone of the issue's contact; an earlier one ends. Answers the masked phone only. */
export const sendCode = async (
  container: Container,
  sms: Sms | undefined,
  issue: Reachable,
  keyed?: Keyed,
): Promise<CodeSent | Refusal> => {
  const phone = mobileOf(issue.contact?.phone)
  if (!sms || !phone) return refuse('noWayForCode')
  const now = container.now()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const salt = randomBytes(16).toString('base64url')
  for (let raced = 0; raced < races; raced++) {
    const earlier = await answeredBefore(container, keyed)
    if (earlier) return isRefusal(earlier) ? earlier : (earlier.answer as CodeSent)
    const before = await read(container.table, issue.id)
    const since = later(now, -withinSeconds)
    const sentAt = (before?.sentAt ?? []).filter((at) => at > since)
    const [oldest] = sentAt
    if (oldest && sentAt.length >= mostSent) {
      const retryAfter = Math.max(1, (Date.parse(later(oldest, withinSeconds)) - Date.parse(now)) / 1000)
      return refuse('tooOften', { about: { retryAfter } })
    }
    const expiresAt = later(now, validSeconds)
    const row = {
      salt,
      hash: hashOf(salt, issue.id, phone, code),
      expiresAt,
      wrong: 0,
      sentAt: [...sentAt, now],
      ttl: Math.ceil(Date.parse(later(now, withinSeconds)) / 1000),
    }
    const answer = { phone: maskPhone(phone), expiresAt }
    const once = keyed ? [answerWrite(keyed, answer, now)] : []
    if (!(await write(container.table, issue.id, before, row, once))) continue
    const sent = await sms(
      phone,
      `【助企】验证码 ${code}，10分钟内有效，用于诉求 ${issue.id}，请勿告诉他人。`,
    ).then(
      () => true,
      () => false,
    )
    if (sent) return answer
    // Asked again under the same key it is tried again.
    if (keyed) await container.table.transact([{ remove: keys.answered(keyed.principal, keyed.key) }])
    return refuse('codeNotSent')
  }
  return refuse('busy')
}

/** Whether somebody has to show that the phone is in their hand, and on which number (masked). */
export const codeGoesTo = (sms: Sms | undefined, phone: string | undefined): string | undefined => {
  const mobile = mobileOf(phone)
  return sms && mobile ? maskPhone(mobile) : undefined
}

/** Undefined where the code is right, and then it has served; each wrong one counts, however many ask at once. */
export const spendCode = async (
  container: Container,
  issue: Reachable,
  code: string | undefined,
): Promise<Refusal | undefined> => {
  if (code === undefined) return refuse('codeNeeded')
  const phone = mobileOf(issue.contact?.phone) ?? ''
  for (let raced = 0; raced < races; raced++) {
    const row = await read(container.table, issue.id)
    if (!row || row.wrong === undefined || row.expiresAt < container.now()) return refuse('codeExpired')
    const given = Buffer.from(hashOf(row.salt, issue.id, phone, code))
    const right = timingSafeEqual(given, Buffer.from(row.hash))
    const { wrong, ...used } = row
    const next = right || wrong + 1 >= tries ? used : { ...row, wrong: wrong + 1 }
    const ttl = Math.ceil(Date.parse(later(container.now(), withinSeconds)) / 1000)
    if (!(await write(container.table, issue.id, row, { ...next, ttl }))) continue
    if (right) return undefined
    return 'wrong' in next
      ? refuse('codeWrong', { about: { left: tries - wrong - 1 } })
      : refuse('codeExpired')
  }
  return refuse('busy')
}
