import * as z from 'zod'
import { isIndustryCode } from '../industry.ts'
import { Contact } from '../issue/parts.ts'
import { CalendarDate, firmSizes, Instant, text, UnitId, Uscc, Yuan } from '../scalars.ts'
import { SizeByStandard } from './size-by-standard.ts'

/** The year that a figure is of: what a firm reports is of a year that is over, or of the one that runs. */
const Year = z.int().min(1980, '年份形如 2025').max(2100, '年份形如 2025')

/** A firm as it is registered; what is not known is left out, never guessed. */
export const FirmFacts = z.strictObject({
  uscc: Uscc,
  name: text(100),
  park: text(40).optional(),
  /** After GB/T 4754-2017: a section letter, alone or with the digits of division, group or class. */
  industry: z
    .string()
    .regex(/^[A-T]\d{0,4}$/, '行业代码形如 C39')
    .refine(isIndustryCode, '没有这个行业代码，请按 GB/T 4754 填写，形如 C39')
    .optional(),
  /** As the firm or a list states it; what the standard says stands beside it. */
  size: z.enum(firmSizes).optional(),
  employees: z.int().min(0).max(1_000_000).optional(),
  employeesYear: Year.optional(),
  revenueYuan: Yuan.optional(),
  revenueYear: Year.optional(),
  assetsYuan: Yuan.optional(),
  assetsYear: Year.optional(),
  registeredOn: CalendarDate.optional(),
  tags: z.array(text(20)).max(20).optional(),
  taxCreditGrade: z.enum(['A', 'B', 'M', 'C', 'D']).optional(),
  contact: Contact.optional(),
})
export type FirmFacts = z.infer<typeof FirmFacts>

/** A qualification with the number of its certificate; it counts as a tag for as long as it is valid. */
export const Certificate = z.strictObject({
  tag: text(20),
  number: text(60),
  issuedOn: CalendarDate.optional(),
  expiresOn: CalendarDate,
})
export type Certificate = z.infer<typeof Certificate>

/** Somebody else at the firm, and what they are there for (财务, 人事, 法定代表人). */
export const ContactPerson = Contact.extend({ duty: text(20).optional() })
export type ContactPerson = z.infer<typeof ContactPerson>

/** What an office knows of a firm, as a fold of what it was told. */
export const Firm = FirmFacts.extend({
  /** By the standard in force when its facts were last stated. */
  sizeByStandard: SizeByStandard.optional(),
  certificates: z
    .array(Certificate.extend({ warnedAt: Instant.optional() }))
    .max(20)
    .optional(),
  /** All who are known there, the first of them also as `contact`. */
  contacts: z.array(ContactPerson).max(10).optional(),
  /** The official who stands by this firm (包联干部). */
  liaison: z.strictObject({ official: UnitId, since: CalendarDate }).optional(),
  /** The firm asked not to be visited until then (勿扰). */
  quietUntil: CalendarDate.optional(),
})
export type Firm = z.infer<typeof Firm>

/** What qualifications the certificates of an office usually are about; any other may be named. */
export const usualCertificates = [
  '高新技术企业',
  '科技型中小企业',
  '创新型中小企业',
  '省级专精特新',
  '专精特新小巨人',
] as const

/** The tags that hold for a firm on a day: those said of it, and those of certificates that are still valid. */
export const tagsOn = (firm: Pick<Firm, 'tags' | 'certificates'>, date: string): string[] => {
  const certified = new Set(firm.certificates?.map((one) => one.tag))
  const valid = (firm.certificates ?? []).filter((one) => one.expiresOn >= date).map((one) => one.tag)
  // A certificate speaks for its tag: one that has run out is not outlived by the plain word.
  return [...new Set([...(firm.tags ?? []).filter((tag) => !certified.has(tag)), ...valid])]
}

export const isQuiet = (firm: Pick<Firm, 'quietUntil'>, date: string): boolean =>
  firm.quietUntil !== undefined && firm.quietUntil >= date
