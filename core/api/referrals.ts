import * as z from 'zod'
import { GiveConsent } from '../issue/commands/referral.ts'
import { eventTypes } from '../issue/events.ts'
import { BankDecided, Draw, Offer, Outline, ReferralNo } from '../referral/parts.ts'
import {
  bankClockWords,
  collateralWords,
  consentKindWords,
  disclosedFieldWords,
  referralStateWords,
  repaymentWords,
} from '../referral/words.ts'
import { CalendarDate, Instant, OneTimeCode, UnitId } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { Cursor, Limit, page } from './issues.ts'

export const ReferralId = z
  .string()
  .regex(/^\d{8}-[0-9A-HJKMNP-TV-Z]{5}-R\d{2}$/, '推荐编号形如 20261122-7K3Q9-R03')

export const ListReferrals = z.strictObject({
  /** Absent: the own bank's. */
  queue: z
    .string()
    .regex(/^bank:[a-z0-9][a-z0-9-]{0,63}$/, '没有这个队列')
    .optional(),
  /** Those that are over instead of those that are open. */
  over: z.stringbool().default(false),
  limit: Limit,
  cursor: Cursor.optional(),
})

const state = z.enum(keysOf(referralStateWords))
const late = z.array(z.enum(keysOf(bankClockWords)))

/** A row of a bank's worklist: the outline, and the firm's name only where the bank has been allowed to read it. */
export const ReferralRow = z.object({
  id: ReferralId,
  version: z.int(),
  bank: UnitId,
  state,
  outline: Outline,
  product: UnitId.optional(),
  firm: z.string().optional(),
  invitedAt: Instant.optional(),
  deadline: Instant.optional(),
  late: late.optional(),
})
export type ReferralRow = z.infer<typeof ReferralRow>
export const ReferralList = page(ReferralRow)

/** The packet: nothing that was not consented to. */
export const DisclosedView = z.object({
  name: z.string().optional(),
  uscc: z.string().optional(),
  park: z.string().optional(),
  amountYuan: z.int().optional(),
  termMonths: z.int().optional(),
  purposeDetails: z.string().optional(),
  collateral: z.array(z.enum(keysOf(collateralWords))).optional(),
  repayment: z.enum(keysOf(repaymentWords)).optional(),
  firstLoan: z.boolean().optional(),
  content: z.string().optional(),
  contactName: z.string().optional(),
  contactPhone: z.string().optional(),
})

/** One referral as its bank sees it, with what the bank itself has said. */
export const ReferralView = z.object({
  id: ReferralId,
  version: z.int(),
  bank: UnitId,
  product: UnitId.optional(),
  state,
  outline: Outline,
  disclosed: DisclosedView,
  fields: z.array(z.enum(keysOf(disclosedFieldWords))),
  /** Whether the firm's authorisation stands; without it there is nothing but the outline, and no approval. */
  authorised: z.boolean(),
  consentUntil: CalendarDate.optional(),
  invitedAt: Instant.optional(),
  contactDue: Instant.optional(),
  answerDue: Instant.optional(),
  decisionDue: Instant.optional(),
  contactedAt: Instant.optional(),
  acceptedAt: Instant.optional(),
  papersAskedAt: Instant.optional(),
  surveyedOn: CalendarDate.optional(),
  offer: Offer.optional(),
  decline: BankDecided.optional(),
  chosenAt: Instant.optional(),
  draws: z.array(Draw).optional(),
  endedAt: Instant.optional(),
  late: late.optional(),
})
export type ReferralView = z.infer<typeof ReferralView>

export const ReferralAnswer = z.object({
  id: ReferralId,
  version: z.int(),
  state,
  events: z.array(z.enum(eventTypes as [string, ...string[]])),
})

/** What the firm gives by its link; that it does so is said by the link. */
export const TrackConsent = GiveConsent.omit({ via: true, file: true }).extend({
  code: OneTimeCode.optional(),
})
export const TrackChoice = z.strictObject({ referral: ReferralNo, code: OneTimeCode.optional() })

/** The firm's side of a financing issue: which banks, what each may know, what each has said. */
export const TrackFinancing = z.object({
  banks: z.array(
    z.object({
      referral: ReferralNo,
      bank: UnitId,
      name: z.string(),
      state,
      offer: Offer.optional(),
      decline: BankDecided.omit({ at: true }).optional(),
      /** Whether the firm can choose it, or take it back, now. */
      canChoose: z.boolean(),
      canWithdraw: z.boolean(),
    }),
  ),
  /** The texts to agree to, for each bank that is thought of or asked and each kind of consent not yet given. */
  asked: z.array(
    z.object({
      bank: UnitId,
      kind: z.enum(keysOf(consentKindWords)),
      textVersion: z.string(),
      text: z.string(),
      /** The same to be read in English; the Chinese text is what is agreed to. */
      textEn: z.string(),
      until: CalendarDate,
      fields: z.array(z.enum(keysOf(disclosedFieldWords))),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.string(),
      bank: UnitId,
      name: z.string(),
      kind: z.enum(keysOf(consentKindWords)),
      fields: z.array(z.enum(keysOf(disclosedFieldWords))),
      at: Instant,
      expiresOn: CalendarDate,
      withdrawnAt: Instant.optional(),
      /** As it was agreed to. */
      text: z.string().optional(),
    }),
  ),
  /** What was shown to whom, and when. */
  disclosures: z.array(
    z.object({
      at: Instant,
      name: z.string(),
      fields: z.array(z.enum(keysOf(disclosedFieldWords))),
      /** It went to the bank on a reply sheet. */
      sheet: z.literal(true).optional(),
    }),
  ),
})
export type TrackFinancing = z.infer<typeof TrackFinancing>
