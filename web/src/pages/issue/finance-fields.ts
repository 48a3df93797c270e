import type { Issue } from '../../../../core/issue/issue.ts'
import { consentTextNow } from '../../../../core/referral/consent.ts'
import type { Referral } from '../../../../core/referral/parts.ts'
import { canFollow, isAtBank, isOver, isTaken, isUnanswered } from '../../../../core/referral/referrals.ts'
import * as words from '../../../../core/referral/words.ts'
import type { Word } from '../../words/language-of.ts'
import { type BankCommand, bankCommands, bankFields } from '../banks/bank-fields.ts'
import type { CommandField } from './command-fields.ts'

export type FinanceCommand =
  | 'recordNeed'
  | 'openRound'
  | 'inviteBanks'
  | 'giveConsent'
  | 'withdrawConsent'
  | 'recordConsultation'
  | 'chooseOffer'
  | 'withdrawReferral'
  | 'lapseReferral'
  | 'referAgain'
  | BankCommand
export type FinanceForm = {
  command: FinanceCommand
  fields: readonly CommandField[]
  fixed?: Record<string, unknown>
}

const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }
const { link: _, ...heard } = words.firmWordWords
const via: CommandField = {
  name: 'via',
  kind: 'choice',
  zh: '企业怎样说的',
  en: 'How the firm said it',
  required: true,
  words: heard,
}
const source: CommandField = {
  name: 'source',
  kind: 'choice',
  zh: '怎样得知银行的答复',
  en: "How the bank's answer was heard",
  required: true,
  words: words.answerSourceWords,
}
const bank: CommandField = { name: 'bank', kind: 'bank', zh: '银行', en: 'Bank', required: true }
const criteria = Object.entries(words.criterionWords).map(
  ([key, word]): CommandField => ({
    name: `criteria.${key}`,
    kind: 'choice',
    ...word,
    words: words.criterionAnswerWords,
  }),
)

const need: readonly CommandField[] = [
  { name: 'amountYuan', kind: 'wan', zh: '资金需求（万元）', en: 'Amount (CNY 10,000)' },
  { name: 'termMonths', kind: 'count', zh: '期限（月）', en: 'Term (months)' },
  { name: 'purpose', kind: 'list', zh: '贷款用途', en: 'Purpose', words: words.purposeWords },
  { name: 'collateral', kind: 'several', zh: '担保方式', en: 'Collateral', words: words.collateralWords },
  { name: 'repayment', kind: 'list', zh: '还款来源', en: 'Repaid from', words: words.repaymentWords },
  { name: 'firstLoan', kind: 'yesNo', zh: '是否首贷', en: 'A first loan?', words: yesNo },
  ...criteria,
  { ...text, zh: '用途说明', en: 'Purpose in words' },
]

/** Referrals to choose from, by number and bank; none, no form. */
const ofReferrals = (all: readonly Referral[], nameOf: (id: string) => string, name = 'referral') => {
  const named = all.map(({ id, bank }): [string, Word] => [
    id,
    { zh: `${id} ${nameOf(bank)}`, en: `${id} ${nameOf(bank)}` },
  ])
  const field: CommandField = {
    name,
    kind: 'list',
    zh: '哪一条推荐',
    en: 'Which referral',
    required: true,
    words: Object.fromEntries(named),
  }
  return (form: FinanceForm): FinanceForm[] =>
    all.length === 0 ? [] : [{ ...form, fields: [field, ...form.fields] }]
}

const suits: Readonly<Record<BankCommand, (one: Referral) => boolean>> = {
  acceptReferral: isUnanswered,
  recordBankContact: (one) => isAtBank(one) && one.contactedAt === undefined,
  askPapers: isAtBank,
  recordSurvey: isAtBank,
  approveReferral: isAtBank,
  declineReferral: (one) => isAtBank(one) || one.state === 'approved' || one.state === 'chosen',
  recordDrawdown: isTaken,
}

/** Forms of the finance office that make sense for an issue as it is, in the order of the work. */
export const financeForms = (
  { financing, files = [] }: Issue,
  nameOf: (id: string) => string,
): FinanceForm[] => {
  const all = financing?.referrals ?? []
  const among = (test: (one: Referral) => boolean, name?: string) =>
    ofReferrals(all.filter(test), nameOf, name)
  const standing = (financing?.consents ?? []).filter(({ withdrawnAt }) => !withdrawnAt)
  const consentNames = standing.map(({ id, bank: of, kind }): [string, Word] => [
    id,
    {
      zh: `${id} ${nameOf(of)} ${words.consentKindWords[kind].zh}`,
      en: `${id} ${nameOf(of)} ${words.consentKindWords[kind].en}`,
    },
  ])
  const consent: CommandField = {
    name: 'consent',
    kind: 'list',
    zh: '哪一份',
    en: 'Which one',
    required: true,
    words: Object.fromEntries(consentNames),
  }
  return [
    { command: 'recordNeed', fields: need },
    {
      command: 'openRound',
      fields: [
        { name: 'mode', kind: 'choice', zh: '方式', en: 'Mode', required: true, words: words.roundModeWords },
        { name: 'banks', kind: 'banks', zh: '银行（最多三家）', en: 'Banks (three at most)', required: true },
      ],
    },
    {
      command: 'giveConsent',
      fixed: { via: 'signedForm', textVersion: consentTextNow },
      fields: [
        bank,
        {
          name: 'kind',
          kind: 'choice',
          zh: '哪一种',
          en: 'Kind',
          required: true,
          words: words.consentKindWords,
        },
        {
          name: 'fields',
          kind: 'several',
          zh: '提供哪些信息',
          en: 'What may be shown',
          required: true,
          words: words.disclosedFieldWords,
        },
        { name: 'signatory', kind: 'short', zh: '签署人姓名', en: 'Who signed', required: true },
        {
          name: 'capacity',
          kind: 'choice',
          zh: '签署人身份',
          en: 'Capacity',
          required: true,
          words: words.capacityWords,
        },
        {
          name: 'file',
          kind: 'list',
          zh: '签字件（先在附件处上传）',
          en: 'The signed form (upload it among the files first)',
          required: true,
          words: Object.fromEntries(files.map(({ id, name }) => [id, { zh: name, en: name }])),
        },
        { name: 'expiresOn', kind: 'date', zh: '有效至（不填为六个月）', en: 'Until (else six months)' },
      ],
    },
    {
      command: 'inviteBanks',
      fields: [
        {
          name: 'anonymously',
          kind: 'yesNo',
          zh: '未授权的银行也推荐（只看匿名概要）',
          en: 'Also without consent (outline alone)',
          words: yesNo,
        },
      ],
    },
    ...bankCommands.flatMap((command) =>
      among(suits[command])({ command, fields: [...bankFields[command], source] }),
    ),
    ...among(({ state }) => state === 'approved')({ command: 'chooseOffer', fields: [via] }),
    ...among((one) => !isOver(one))({ command: 'withdrawReferral', fields: [via, text] }),
    ...(standing.length > 0 ? [{ command: 'withdrawConsent' as const, fields: [consent, via] }] : []),
    ...among((one) => !isOver(one))({ command: 'lapseReferral', fields: [{ ...text, required: true }] }),
    ...among(canFollow, 'after')({ command: 'referAgain', fields: [bank] }),
    {
      command: 'recordConsultation',
      fields: [
        {
          name: 'help',
          kind: 'several',
          zh: '帮助事项',
          en: 'What helps',
          required: true,
          words: words.helpWords,
        },
        { name: 'reviewOn', kind: 'date', zh: '下次复核日期', en: 'Review on' },
        { ...text, required: true },
      ],
    },
  ]
}
