import { refundStepWords, saidByWords } from '../tax-refund/progress-words.ts'
import { department, type Lines, type Told, team, timeEn, timeZh } from './told.ts'

/** What the tax office or the firm has said: the Zone passes it on as theirs. */
export const linesOfRefund = {
  RefundPrechecked: [],
  RefundPapersChecked: [],
  RefundStepRecorded: [
    {
      kind: 'refundStep',
      to: (told) => [...department(told), ...team(told)],
      says: ({ event: { step, on, saidBy, due } }) => ({
        zh: `${saidByWords[saidBy].zh}：留抵退税${refundStepWords[step].zh}（${on}）${due ? `，税务机关应于${timeZh(due)}前作出决定` : ''}。`,
        en: `Tax refund, ${saidByWords[saidBy].en}: ${refundStepWords[step].en} on ${on}${due ? `; the tax office is to decide by ${timeEn(due)}` : ''}.`,
      }),
    },
  ],
  RefundStepCorrected: [],
} satisfies Partial<Lines<Told['event']['type']>>
