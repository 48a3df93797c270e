import * as z from 'zod'

/** A UTC instant, `2026-11-23T01:00:00Z`; with or without milliseconds. */
export const Instant = z.iso.datetime({ message: '时间须为 UTC，形如 2026-11-23T01:00:00Z', abort: true })

/** A calendar date in the zone's own time, `2026-11-23`. No rule reckons with what is none: it is refused first. */
export const CalendarDate = z.iso.date({ message: '日期须形如 2026-11-23', abort: true })

/** Whole yuan, up to a trillion. */
export const Yuan = z.int().min(0).max(1_000_000_000_000)

/** An id that the office gave: departments, teams, banks, users, rules. */
export const UnitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, '编号只能含小写字母、数字和短横线')

export const IssueId = z.string().regex(/^\d{8}-[0-9A-HJKMNP-TV-Z]{5}$/, '诉求编号形如 20261122-7K3Q9')
export const VisitId = z.string().regex(/^V\d{8}-[0-9A-HJKMNP-TV-Z]{5,8}$/, '走访编号形如 V20261122-7K3Q9')

/** A job fair. */
export const FairId = z.string().regex(/^F\d{8}-[0-9A-HJKMNP-TV-Z]{5,8}$/, '招聘会编号形如 F20261122-7K3Q9')

/** A unified social credit code by length and alphabet; the check digit is judged in `uscc.ts`. */
export const Uscc = z
  .string()
  .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码应为18位，不含字母I、O、S、V、Z')

/** 微、小、中、大 as the statistical standard divides them. */
export const firmSizes = ['微型', '小型', '中型', '大型'] as const

/** Text that a person typed: trimmed, not empty, at most `max` characters. */
export const text = (max: number) => z.string().trim().min(1, '不能为空').max(max, `最多${max}个字`)

/** Six digits that were sent to the contact's phone; asked for where the office can send text messages. */
export const OneTimeCode = z.string().regex(/^\d{6}$/)
