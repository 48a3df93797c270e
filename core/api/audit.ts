import * as z from 'zod'
import { CalendarDate, Instant } from '../scalars.ts'
import { keysOf, roleWords } from '../words.ts'
import { Cursor, Limit } from './issues.ts'

/** What is put on record beside the events: what changes no issue, firm or visit, and yet must be answered for. */
export const auditWords = {
  SignedIn: { zh: '登录', en: 'signed in' },
  SignedOut: { zh: '退出登录', en: 'signed out' },
  SignInFailed: { zh: '登录失败', en: 'sign-in failed' },
  Refused: { zh: '未获准', en: 'refused' },
  Unmasked: { zh: '查看完整联系方式', en: 'saw names and numbers in full' },
  Disclosed: { zh: '对外提供', en: 'given to someone outside' },
  Exported: { zh: '导出', en: 'exported' },
  AuditRead: { zh: '查看审计记录', en: 'read the audit trail' },
  Changed: { zh: '修改系统数据', en: 'changed records of the office' },
} as const
export type AuditKind = keyof typeof auditWords

/** A line as it is kept: no name, no number, no free words, but ids and codes. */
export const AuditFact = z.object({
  type: z.enum(keysOf(auditWords)),
  /** The operation or command, in the words of the API. */
  what: z.string().optional(),
  /** The issue, firm, visit, day … that it was about. */
  about: z.string().optional(),
  /** The code of a refusal; absent where it was done. */
  result: z.string().optional(),
  /** The reason that was given, with digits of phone numbers taken out. */
  reason: z.string().optional(),
  /** How often the same happened within a moment, where more than once. */
  times: z.int().optional(),
  /** Which fields, how many rows, which consent: whatever the kind of line needs. */
  more: z.record(z.string(), z.union([z.string(), z.int(), z.array(z.string())])).optional(),
})
export type AuditFact = z.infer<typeof AuditFact>

/** Only lines of one kind, of one person, about one issue, firm or other thing. */
const only = {
  type: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/, '没有这种事项')
    .optional(),
  by: z
    .string()
    .regex(/^[\w:.-]{1,80}$/, '请填用户编号')
    .optional(),
  about: z
    .string()
    .regex(/^[\w.-]{1,80}$/, '请填编号或信用代码')
    .optional(),
}
export type OnlyThose = { type?: string | undefined; by?: string | undefined; about?: string | undefined }

export const ReadAudit = z.strictObject({
  /** A day of the zone. */
  day: CalendarDate,
  ...only,
  limit: Limit,
  cursor: Cursor.optional(),
})

/** A line of the trail: an event of an issue, firm or visit, or a line on record beside them. */
export const AuditLine = z.object({
  at: Instant,
  by: z.string(),
  byName: z.string().optional(),
  role: z.enum(keysOf(roleWords)).optional(),
  type: z.string(),
  what: z.string().optional(),
  about: z.string(),
  result: z.string().optional(),
  reason: z.string().optional(),
  times: z.int().optional(),
  more: AuditFact.shape.more,
  /** The request that caused it, as the access log names it. */
  request: z.string().optional(),
  /** Where it stands, as `npm run audit -- verify` names it. */
  line: z.string(),
})
export type AuditLine = z.infer<typeof AuditLine>
export const AuditPage = z.object({ items: z.array(AuditLine), cursor: Cursor.optional() })

export const ExportAudit = z.strictObject({
  day: CalendarDate,
  ...only,
  /** An hour of that day, where the whole day is too much for one file. */
  hour: z.coerce.number().int().min(0).max(23).optional(),
  format: z.enum(['csv', 'ndjson']).default('csv'),
})
/** Lines in one file; an answer of a function holds six megabytes. */
export const mostExported = 10_000

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份形如 2026-11')
export const AuditDays = z.strictObject({ month: Month })
export const ByDay = z.strictObject({ day: CalendarDate })

/** Something that is not as it was written, where, and in words. */
export const AuditFinding = z.object({ code: z.string(), at: z.string(), words: z.string() })

const Sealed = {
  /** A UTC day: what is sealed is what was written on it. */
  day: CalendarDate,
  /** `open`: not over, or over only just. `unsealed`: nothing was sealed on it. */
  state: z.enum(['open', 'unsealed', 'sealed', 'wrong']),
  streams: z.int().optional(),
  digest: z.string().optional(),
  sealedAt: Instant.optional(),
  /** Whether the signature could be checked here; the verifier on the machine checks it with the public key. */
  signature: z.enum(['checked', 'unchecked']).optional(),
  findings: z.array(AuditFinding),
}
/** The days of a month, as their seals say, each compared with itself and with the day before. */
export const AuditDayList = z.object({ items: z.array(z.object(Sealed)) })
/** A day compared with all that was written on it: chains from their beginning, as many as one answer allows. */
export const AuditDay = z.object({ ...Sealed, lines: z.int(), followed: z.int() })
