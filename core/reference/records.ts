import * as z from 'zod'
import { CalendarYear, OfficeHours } from '../calendar/calendar.ts'
import { LoanProduct } from '../financing/loan-product.ts'
import { Lpr } from '../financing/lpr.ts'
import { FigureWeights } from '../indicators/weights.ts'
import { Policy } from '../policy/policy.ts'
import { Retention } from '../retention/retention.ts'
import { CalendarDate, text, UnitId } from '../scalars.ts'
import { SizeStandard } from '../size-standard.ts'
import { TaxRefundRules } from '../tax-refund/rule-set.ts'
import { categoryWords, complexityWords, keysOf, roleWords, urgencyWords } from '../words.ts'

/** Every reference record is valid from a day on, and is never overwritten: a change is a new record. */
const dated = { id: UnitId, validFrom: CalendarDate, validTo: CalendarDate.optional(), source: text(300) }

export const Department = z.object({
  ...dated,
  name: text(60),
  /** The dispatcher's own office (企业综合服务中心). */
  dispatches: z.boolean().optional(),
  /** Outside this system (a power company, another authority); a named liaison stands for it here. */
  outside: z.boolean().optional(),
})
export type Department = z.infer<typeof Department>

export const Team = z.object({ ...dated, name: text(60) })
export type Team = z.infer<typeof Team>

export const Bank = z.object({
  ...dated,
  name: text(60),
  /** How a firm reaches it about its data: a consent names it (个人信息保护法 art. 23). */
  contact: text(120).optional(),
})

export const User = z.object({
  ...dated,
  name: text(60),
  role: z.enum(keysOf(roleWords)).exclude(['firm', 'system']),
  team: UnitId.optional(),
  department: UnitId.optional(),
  bank: UnitId.optional(),
  /** A bank's own system and no person: it signs in with credentials of its own. */
  machine: z.boolean().optional(),
  /** What 企业微信 calls this person, where people sign in by it and it is not the id. */
  wecom: text(64).optional(),
  /** Where notices also go, where the office has configured a mail server. */
  email: z.email({ error: '邮箱地址形如 name@example.cn' }).max(254).optional(),
  /** Departments and outside units for which this person acts as liaison, besides the own one. */
  liaisonOf: z.array(UnitId).max(20).optional(),
})
export type User = z.infer<typeof User>

/** Where an issue goes: by category, and by words in it or tags on it where the rule names some. */
export const RoutingRule = z.object({
  ...dated,
  category: z.enum(keysOf(categoryWords)),
  keywords: z.array(text(20)).max(60).optional(),
  tags: z.array(text(20)).max(20).optional(),
  department: UnitId,
  /** A rule that only suggests leaves the decision to the dispatcher. */
  suggestsOnly: z.boolean().optional(),
})
export type RoutingRule = z.infer<typeof RoutingRule>

/** A length of working time: working days, or working minutes within a day. */
export const WorkingTime = z.union([
  z.object({ days: z.int().min(1).max(250) }),
  z.object({ minutes: z.int().min(1).max(480) }),
])
export type WorkingTime = z.infer<typeof WorkingTime>

/** The lengths of the clocks for one urgency, and how complex a category is unless someone says otherwise. */
export const ServiceLevel = z.object({
  ...dated,
  urgency: z.enum(keysOf(urgencyWords)),
  route: WorkingTime,
  accept: WorkingTime,
  contact: WorkingTime,
  reply: WorkingTime,
  assist: WorkingTime.default({ days: 3 }),
  close: z.record(z.enum(keysOf(complexityWords)), WorkingTime),
  complexityOf: z.record(z.enum(keysOf(categoryWords)), z.enum(keysOf(complexityWords))),
  confirmDays: z.int().min(1).max(60),
  reopenDays: z.int().min(1).max(60),
  returnDays: z.int().min(1).max(10),
  /** The time in which the tax office is to decide on a refund that it has accepted; then it is asked again. */
  taxFollowUp: WorkingTime.default({ days: 10 }),
  /** And once a suspension for a check has been cleared. */
  taxCleared: WorkingTime.default({ days: 5 }),
  /** How long a bank may take to decide on a referral, in calendar months. */
  /** By when a bank has called the firm, and by when it says whether it takes a referral up at all. */
  bankContact: WorkingTime.default({ days: 1 }),
  bankAnswer: WorkingTime.default({ days: 5 }),
  bankDecision: z.object({ months: z.int().min(1).max(12) }).default({ months: 1 }),
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

export const Zone = z.object({
  ...dated,
  code: z.string().max(20),
  name: text(60),
  parks: z.array(text(40)),
})

/** One year's holidays as they were known from a day on; a new notice is a new record. */
export const CalendarYearRecord = z.object({ ...dated, calendar: CalendarYear })
export type CalendarYearRecord = z.infer<typeof CalendarYearRecord>

export const OfficeHoursRecord = z.object({ ...dated, hours: OfficeHours })

/** Kinds of reference data by the name under which they are stored and administered. */
export const referenceKinds = {
  zone: Zone,
  department: Department,
  team: Team,
  bank: Bank,
  user: User,
  routingRule: RoutingRule,
  serviceLevel: ServiceLevel,
  calendarYear: CalendarYearRecord,
  officeHours: OfficeHoursRecord,
  taxRefundRules: TaxRefundRules,
  loanProduct: LoanProduct,
  lpr: Lpr,
  sizeStandard: SizeStandard,
  policy: Policy,
  retention: Retention,
  figureWeights: FigureWeights,
} as const
export type ReferenceKind = keyof typeof referenceKinds
export const kindsOfReference = Object.keys(referenceKinds) as [ReferenceKind, ...ReferenceKind[]]
export type ReferenceRecord<K extends ReferenceKind> = z.infer<(typeof referenceKinds)[K]>

/** The records of each kind, all validities. */
export type Reference = { readonly [K in ReferenceKind]: readonly ReferenceRecord<K>[] }

type Dated = { id: string; validFrom: string; validTo?: string | undefined }

/** Those of the records that hold on a date: per id the latest that has begun and has not ended. */
export const validOn = <R extends Dated>(records: readonly R[], date: string): R[] => {
  const latest = new Map<string, R>()
  for (const record of records) {
    if (record.validFrom > date) continue
    const known = latest.get(record.id)
    if (!known || known.validFrom < record.validFrom) latest.set(record.id, record)
  }
  return [...latest.values()].filter((record) => record.validTo === undefined || record.validTo >= date)
}
