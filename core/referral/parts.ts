import * as z from 'zod'
import { CalendarDate, Instant, UnitId, Yuan } from '../scalars.ts'
import { keysOf } from '../words.ts'
import {
  amountBandWords,
  bankClockWords,
  bankDeclineWords,
  capacityWords,
  collateralWords,
  consentKindWords,
  consentViaWords,
  creditKindWords,
  criterionAnswerWords,
  criterionWords,
  disclosedFieldWords,
  helpWords,
  nextStepWords,
  purposeWords,
  referralStateWords,
  repaymentWords,
  roundModeWords,
  roundOutcomeWords,
} from './words.ts'

export const ReferralNo = z.string().regex(/^R\d{2}$/, '推荐编号形如 R03')
export const ConsentNo = z.string().regex(/^C\d{2,3}$/, '同意编号形如 C01')
export const RoundNo = z.int().min(1).max(99)
export const RateBp = z.int().min(0).max(3600)
export const TermMonths = z.int().min(1).max(600)
export const FileId = z.string().max(40)

/** Sections of GB/T 4754 and size classes say little enough to be shown before consent. */
const Profile = {
  industry: z.string().max(5).optional(),
  size: z.enum(['微型', '小型', '中型', '大型']).optional(),
}

/** What a firm needs, as the finance office writes it down; what is not known is left out, never guessed. */
export const FinancingNeed = z.strictObject({
  amountYuan: Yuan.optional(),
  termMonths: TermMonths.optional(),
  purpose: z.enum(keysOf(purposeWords)).optional(),
  collateral: z
    .array(z.enum(keysOf(collateralWords)))
    .max(7)
    .optional(),
  repayment: z.enum(keysOf(repaymentWords)).optional(),
  firstLoan: z.boolean().optional(),
  criteria: z.partialRecord(z.enum(keysOf(criterionWords)), z.enum(keysOf(criterionAnswerWords))).optional(),
})
export type FinancingNeed = z.infer<typeof FinancingNeed>

export const RecordedNeed = z.object({
  ...FinancingNeed.shape,
  ...Profile,
  at: Instant,
  by: z.string(),
  /** The purpose in the firm's own words: never part of the outline. */
  details: z.string().optional(),
})
export type RecordedNeed = z.infer<typeof RecordedNeed>

/** All that a bank sees before consent. */
export const Outline = z.object({
  ...Profile,
  amount: z.enum(keysOf(amountBandWords)).optional(),
  purpose: z.enum(keysOf(purposeWords)).optional(),
})
export type Outline = z.infer<typeof Outline>

export const Consultation = z.object({
  at: Instant,
  by: z.string(),
  help: z.array(z.enum(keysOf(helpWords))),
  reviewOn: CalendarDate.optional(),
})

/** A consent as it was given, and until when or since when not it counts. */
export const Consent = z.object({
  id: ConsentNo,
  kind: z.enum(keysOf(consentKindWords)),
  bank: UnitId,
  fields: z.array(z.enum(keysOf(disclosedFieldWords))),
  /** Who signed it, in what capacity. */
  signatory: z.string().optional(),
  capacity: z.enum(keysOf(capacityWords)),
  via: z.enum(keysOf(consentViaWords)),
  file: FileId.optional(),
  textVersion: z.string().max(20),
  at: Instant,
  by: z.string(),
  expiresOn: CalendarDate,
  withdrawnAt: Instant.optional(),
})
export type Consent = z.infer<typeof Consent>

/** What a bank was shown, when, and under which consents. */
export const Disclosure = z.object({
  at: Instant,
  by: z.string(),
  bank: UnitId,
  referral: ReferralNo,
  fields: z.array(z.enum(keysOf(disclosedFieldWords))),
  consents: z.array(ConsentNo),
  /** On a reply sheet that the office took out. */
  sheet: z.literal(true).optional(),
})

export const Offer = z.object({
  amountYuan: Yuan,
  rateBp: RateBp,
  termMonths: TermMonths,
  credit: z.enum(keysOf(creditKindWords)),
  /** A loan that renews another without repaying it first (无还本续贷). */
  renewal: z.boolean().optional(),
  validUntil: CalendarDate.optional(),
  at: Instant,
})
export type Offer = z.infer<typeof Offer>

/** Money that was drawn. The spread to the LPR goes by the day of the contract. */
export const Draw = z.object({
  amountYuan: Yuan,
  on: CalendarDate,
  contractOn: CalendarDate,
  rateBp: RateBp,
  termMonths: TermMonths,
  credit: z.enum(keysOf(creditKindWords)),
  renewal: z.boolean().optional(),
  /** The one-year LPR that was in force on the day of the contract, and when it was published. */
  lprBp: z.int().optional(),
  lprOn: CalendarDate.optional(),
  at: Instant,
})
export type Draw = z.infer<typeof Draw>

export const BankDecided = z.object({
  code: z.enum(keysOf(bankDeclineWords)),
  next: z.enum(keysOf(nextStepWords)),
  /** The same bank is not asked again before this day. */
  notBefore: CalendarDate.optional(),
  at: Instant,
})

/** A bank's link to one referral: a random code of which only the hash is kept. */
export const BankLinkMark = z.object({ hash: z.string().length(43), expiresAt: Instant })

/** One financing issue offered to one bank; `version` is what the bank's ETag says. */
export const Referral = z.object({
  id: ReferralNo,
  round: RoundNo,
  bank: UnitId,
  product: UnitId.optional(),
  /** The declined or lapsed referral that this one follows. */
  after: ReferralNo.optional(),
  state: z.enum(keysOf(referralStateWords)),
  version: z.int().min(1),
  at: Instant,
  invitedAt: Instant.optional(),
  /** What was asked for when the bank was invited: figures take the request from here. */
  requestedYuan: Yuan.optional(),
  firstLoan: z.boolean().optional(),
  answerDue: Instant.optional(),
  contactDue: Instant.optional(),
  decisionDue: Instant.optional(),
  openedAt: Instant.optional(),
  contactedAt: Instant.optional(),
  acceptedAt: Instant.optional(),
  papersAskedAt: Instant.optional(),
  surveyedOn: CalendarDate.optional(),
  decidedAt: Instant.optional(),
  offer: Offer.optional(),
  decline: BankDecided.optional(),
  chosenAt: Instant.optional(),
  draws: z.array(Draw).optional(),
  endedAt: Instant.optional(),
  overdue: z.array(z.enum(keysOf(bankClockWords))).optional(),
  /** What the bank last read, so that the same is not written down again. */
  read: z.string().optional(),
  /** For a bank without accounts. */
  link: BankLinkMark.optional(),
})
export type Referral = z.infer<typeof Referral>

export const Round = z.object({
  no: RoundNo,
  mode: z.enum(keysOf(roundModeWords)),
  at: Instant,
  by: z.string(),
  endedAt: Instant.optional(),
  outcome: z.enum(keysOf(roundOutcomeWords)).optional(),
})
export type Round = z.infer<typeof Round>

/** Everything of a financing issue that belongs to banks. */
export const Financing = z.object({
  need: RecordedNeed.optional(),
  consultations: z.array(Consultation).optional(),
  rounds: z.array(Round).optional(),
  consents: z.array(Consent).optional(),
  referrals: z.array(Referral).optional(),
  disclosures: z.array(Disclosure).optional(),
})
export type Financing = z.infer<typeof Financing>
