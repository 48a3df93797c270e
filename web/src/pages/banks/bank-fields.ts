import { bankDeclineWords, creditKindWords } from '../../../../core/referral/words.ts'
import type { CommandField } from '../issue/command-fields.ts'

export const bankCommands = [
  'acceptReferral',
  'recordBankContact',
  'askPapers',
  'recordSurvey',
  'approveReferral',
  'declineReferral',
  'recordDrawdown',
] as const
export type BankCommand = (typeof bankCommands)[number]

const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
const credit = {
  name: 'credit',
  kind: 'choice',
  zh: '担保方式',
  en: 'Secured by',
  words: creditKindWords,
} as const
const rate = { name: 'rateBp', kind: 'percent', zh: '年利率（%）', en: 'Rate (% a year)' } as const
const amount = { name: 'amountYuan', kind: 'wan', zh: '金额（万元）', en: 'Amount (CNY 10,000)' } as const
const term = { name: 'termMonths', kind: 'count', zh: '期限（月）', en: 'Term (months)' } as const

/** The small form of each answer of a bank; names are those of the command's input. */
export const bankFields: Readonly<Record<BankCommand, readonly CommandField[]>> = {
  acceptReferral: [],
  recordBankContact: [text],
  askPapers: [{ ...text, zh: '需要补充什么', en: 'What is needed', required: true }],
  recordSurvey: [{ name: 'on', kind: 'date', zh: '尽调日期', en: 'Surveyed on', required: true }, text],
  approveReferral: [
    { ...amount, required: true },
    { ...rate, required: true },
    { ...term, required: true },
    { ...credit, required: true },
    { name: 'validUntil', kind: 'date', zh: '授信有效至', en: 'Valid until' },
    text,
  ],
  declineReferral: [
    { name: 'code', kind: 'list', zh: '未通过原因', en: 'Reason', required: true, words: bankDeclineWords },
    text,
  ],
  recordDrawdown: [
    { ...amount, required: true },
    { name: 'on', kind: 'date', zh: '放款日期', en: 'Drawn on', required: true },
    { name: 'contractOn', kind: 'date', zh: '合同日期（不填即放款日）', en: 'Contract of (else that day)' },
    text,
  ],
}
