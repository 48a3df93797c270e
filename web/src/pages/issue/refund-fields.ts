import { taxRefundAnswerWords } from '../../../../core/tax-refund/answer-words.ts'
import { refundPaperWords, refundStepWords, saidByWords } from '../../../../core/tax-refund/progress-words.ts'

const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
const reported = [
  { name: 'on', kind: 'date', zh: '日期', en: 'On', required: true },
  { name: 'saidBy', kind: 'choice', zh: '谁说的', en: 'Reported by', required: true, words: saidByWords },
] as const
const step = [
  {
    name: 'step',
    kind: 'list',
    zh: '到了哪一步',
    en: 'Step',
    required: true,
    words: refundStepWords,
    hint: {
      zh: '由税务机关决定；这里只记录企业或税务人员告知的情况。',
      en: 'The tax office decides; this records what was reported.',
    },
  },
  ...reported,
  {
    name: 'amountYuan',
    kind: 'wan',
    zh: '金额（万元）',
    en: 'Amount (CNY 10,000)',
    hint: { zh: '申请、准予或到账的金额。', en: 'Applied for, granted or arrived.' },
  },
] as const

export const refundFields = {
  recordPrecheck: [
    {
      name: 'verdict',
      kind: 'choice',
      zh: '预检结论',
      en: 'Verdict',
      required: true,
      words: taxRefundAnswerWords,
    },
    {
      name: 'filingMonth',
      kind: 'month',
      zh: '拟申请月份',
      en: 'Month of the application',
    },
    { name: 'estimateYuan', kind: 'wan', zh: '估算可退（万元）', en: 'Estimate (CNY 10,000)' },
    ...reported,
    text,
  ],
  checkPapers: [
    {
      name: 'ready',
      kind: 'several',
      zh: '已备齐的材料',
      en: 'Papers that are ready',
      words: refundPaperWords,
    },
    ...reported,
    text,
  ],
  recordRefundStep: [...step, text],
  correctRefundStep: [...step, { ...text, required: true }],
} as const
