import * as z from 'zod'
import {
  BankLinkMark,
  ConsentNo,
  Draw,
  FileId,
  FinancingNeed,
  Offer,
  RecordedNeed,
  ReferralNo,
  RoundNo,
} from '../../referral/parts.ts'
import {
  answerSourceWords,
  bankClockWords,
  bankDeclineWords,
  capacityWords,
  consentKindWords,
  consentViaWords,
  disclosedFieldWords,
  firmWordWords,
  helpWords,
  nextStepWords,
  roundModeWords,
  roundOutcomeWords,
} from '../../referral/words.ts'
import { CalendarDate, Instant, UnitId, Yuan } from '../../scalars.ts'
import { keysOf } from '../../words.ts'
import { words } from './words.ts'

const of = { referral: ReferralNo, bank: UnitId }
/** Present where the finance office wrote down what a bank said elsewhere. */
const told = { source: z.enum(keysOf(answerSourceWords)).optional() }
const byFirm = { via: z.enum(keysOf(firmWordWords)) }
const fields = z.array(z.enum(keysOf(disclosedFieldWords)))

/** A need, and what banks and the firm make of it. Every fact about a bank names it. */
export const referralEvents = {
  NeedRecorded: z.object({
    type: z.literal('NeedRecorded'),
    need: FinancingNeed,
    industry: RecordedNeed.shape.industry,
    size: RecordedNeed.shape.size,
    ...words(),
  }),
  ConsultationRecorded: z.object({
    type: z.literal('ConsultationRecorded'),
    help: z.array(z.enum(keysOf(helpWords))),
    reviewOn: CalendarDate.optional(),
    ...words(),
  }),
  RoundOpened: z.object({
    type: z.literal('RoundOpened'),
    round: RoundNo,
    mode: z.enum(keysOf(roundModeWords)),
  }),
  BankShortlisted: z.object({
    type: z.literal('BankShortlisted'),
    ...of,
    round: RoundNo,
    product: UnitId.optional(),
    after: ReferralNo.optional(),
  }),
  /** The words are the name of whoever signed. */
  ConsentGiven: z.object({
    type: z.literal('ConsentGiven'),
    consent: ConsentNo,
    kind: z.enum(keysOf(consentKindWords)),
    bank: UnitId,
    fields,
    capacity: z.enum(keysOf(capacityWords)),
    via: z.enum(keysOf(consentViaWords)),
    file: FileId.optional(),
    textVersion: z.string(),
    expiresOn: CalendarDate,
    ...words(),
  }),
  ConsentWithdrawn: z.object({
    type: z.literal('ConsentWithdrawn'),
    consent: ConsentNo,
    kind: z.enum(keysOf(consentKindWords)),
    bank: UnitId,
    ...byFirm,
  }),
  BankInvited: z.object({
    type: z.literal('BankInvited'),
    ...of,
    contactDue: Instant,
    answerDue: Instant,
    decisionDue: Instant,
    requestedYuan: Yuan.optional(),
    firstLoan: z.boolean().optional(),
    /** Under which the bank may know the firm; none where it was asked with the outline alone. */
    consents: z.array(ConsentNo),
  }),
  ReferralOpened: z.object({ type: z.literal('ReferralOpened'), ...of }),
  PacketDisclosed: z.object({
    type: z.literal('PacketDisclosed'),
    ...of,
    fields,
    consents: z.array(ConsentNo),
    packet: z.string(),
    /** On a sheet that the office sent, and not by the bank's own reading. */
    sheet: z.literal(true).optional(),
  }),
  BankLinkIssued: z.object({ type: z.literal('BankLinkIssued'), ...of, link: BankLinkMark }),
  BankLinkRevoked: z.object({ type: z.literal('BankLinkRevoked'), ...of }),
  BankContacted: z.object({ type: z.literal('BankContacted'), ...of, ...told, ...words() }),
  ReferralAccepted: z.object({ type: z.literal('ReferralAccepted'), ...of, ...told }),
  PapersAsked: z.object({ type: z.literal('PapersAsked'), ...of, ...told, ...words() }),
  FirmSurveyed: z.object({ type: z.literal('FirmSurveyed'), ...of, on: CalendarDate, ...told, ...words() }),
  ReferralApproved: z.object({
    type: z.literal('ReferralApproved'),
    ...of,
    ...Offer.omit({ at: true }).shape,
    ...told,
    ...words(),
  }),
  ReferralDeclined: z.object({
    type: z.literal('ReferralDeclined'),
    ...of,
    code: z.enum(keysOf(bankDeclineWords)),
    next: z.enum(keysOf(nextStepWords)),
    notBefore: CalendarDate.optional(),
    ...told,
    ...words(),
  }),
  ReferralLapsed: z.object({ type: z.literal('ReferralLapsed'), ...of, ...words() }),
  ReferralWithdrawn: z.object({ type: z.literal('ReferralWithdrawn'), ...of, ...byFirm, ...words() }),
  OfferChosen: z.object({ type: z.literal('OfferChosen'), ...of, ...byFirm }),
  ReferralReleased: z.object({
    type: z.literal('ReferralReleased'),
    ...of,
    because: z.enum(['otherChosen', 'moneyArrived']),
  }),
  MoneyDrawn: z.object({
    type: z.literal('MoneyDrawn'),
    ...of,
    ...Draw.omit({ at: true }).shape,
    ...told,
    ...words(),
  }),
  BankOverdueRecorded: z.object({
    type: z.literal('BankOverdueRecorded'),
    ...of,
    clock: z.enum(keysOf(bankClockWords)),
    due: Instant,
  }),
  RoundEnded: z.object({
    type: z.literal('RoundEnded'),
    round: RoundNo,
    outcome: z.enum(keysOf(roundOutcomeWords)),
  }),
} as const
