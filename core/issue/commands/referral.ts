import * as z from 'zod'
import {
  BankLinkMark,
  ConsentNo,
  FileId,
  FinancingNeed,
  Offer,
  RateBp,
  ReferralNo,
  TermMonths,
} from '../../referral/parts.ts'
import {
  answerSourceWords,
  bankDeclineWords,
  capacityWords,
  consentKindWords,
  consentViaWords,
  creditKindWords,
  disclosedFieldWords,
  firmWordWords,
  helpWords,
  roundModeWords,
} from '../../referral/words.ts'
import { CalendarDate, text, UnitId, Yuan } from '../../scalars.ts'
import { keysOf } from '../../words.ts'

const said = text(4000)
/** How the finance office heard what a bank said; a bank itself says nothing here. */
const source = z.enum(keysOf(answerSourceWords)).optional()
const of = { referral: ReferralNo }
const via = z.enum(keysOf(firmWordWords))
const Candidate = z.strictObject({ bank: UnitId, product: UnitId.optional() })

/** What the firm authorises, or the contact person agrees to, for one bank. */
export const GiveConsent = z.strictObject({
  bank: UnitId,
  kind: z.enum(keysOf(consentKindWords)),
  fields: z
    .array(z.enum(keysOf(disclosedFieldWords)))
    .min(1)
    .max(12),
  signatory: text(40),
  capacity: z.enum(keysOf(capacityWords)),
  textVersion: text(20),
  expiresOn: CalendarDate.optional(),
  via: z.enum(keysOf(consentViaWords)),
  /** The signed form among the issue's files. */
  file: FileId.optional(),
})

export const referralCommands = {
  recordNeed: FinancingNeed.extend({ text: said.optional() }),
  recordConsultation: z.strictObject({
    help: z
      .array(z.enum(keysOf(helpWords)))
      .min(1)
      .max(7),
    reviewOn: CalendarDate.optional(),
    text: said,
  }),
  openRound: z.strictObject({
    mode: z.enum(keysOf(roundModeWords)),
    banks: z.array(Candidate).min(1).max(3),
  }),
  giveConsent: GiveConsent,
  withdrawConsent: z.strictObject({ consent: ConsentNo, via }),
  inviteBanks: z.strictObject({
    /** Also banks for which there is no consent yet, who then see the outline alone. */
    anonymously: z.boolean().optional(),
  }),
  advanceRound: z.strictObject({}),
  issueBankLink: z.strictObject({ ...of, hash: BankLinkMark.shape.hash }),
  revokeBankLink: z.strictObject(of),
  handOutReplySheet: z.strictObject(of),
  readReferral: z.strictObject(of),
  recordBankContact: z.strictObject({ ...of, source, text: said.optional() }),
  acceptReferral: z.strictObject({ ...of, source }),
  askPapers: z.strictObject({ ...of, source, text: said }),
  recordSurvey: z.strictObject({ ...of, on: CalendarDate, source, text: said.optional() }),
  approveReferral: z.strictObject({
    ...of,
    ...Offer.omit({ at: true }).shape,
    amountYuan: Yuan.min(1),
    source,
    text: said.optional(),
  }),
  declineReferral: z.strictObject({
    ...of,
    code: z.enum(keysOf(bankDeclineWords)),
    source,
    text: said.optional(),
  }),
  recordDrawdown: z.strictObject({
    ...of,
    amountYuan: Yuan.min(1),
    on: CalendarDate,
    contractOn: CalendarDate.optional(),
    rateBp: RateBp.optional(),
    termMonths: TermMonths.optional(),
    credit: z.enum(keysOf(creditKindWords)).optional(),
    source,
    text: said.optional(),
  }),
  chooseOffer: z.strictObject({ ...of, via }),
  withdrawReferral: z.strictObject({ ...of, via, text: said.optional() }),
  lapseReferral: z.strictObject({ ...of, text: said }),
  referAgain: z.strictObject({ after: ReferralNo, bank: UnitId, product: UnitId.optional() }),
} as const
