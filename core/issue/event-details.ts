import { funnelWords, helpWords as hiringHelpWords } from '../hiring/hiring-words.ts'
import {
  answerSourceWords,
  bankClockWords,
  bankDeclineWords,
  consentKindWords,
  consentViaWords,
  creditKindWords,
  firmWordWords,
  helpWords,
  nextStepWords,
  roundModeWords,
  roundOutcomeWords,
} from '../referral/words.ts'
import { taxRefundAnswerWords } from '../tax-refund/answer-words.ts'
import { refundStepWords, saidByWords } from '../tax-refund/progress-words.ts'
import {
  clockWords,
  closureTypeWords,
  confirmationWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  verificationWords,
} from '../words.ts'
import { localDate } from '../zone-time.ts'

type Word = { readonly zh: string; readonly en: string }

/** In whose language it is said, and what an id of a unit, a bank or a person is called today. */
export type Telling = { say: (word: Word) => string; nameOf: (id: string) => string }

const tables: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  closure: closureTypeWords,
  result: confirmationWords,
  via: { ...consentViaWords, ...confirmedViaWords, ...firmWordWords },
  channel: contactChannelWords,
  ground: declineGroundWords,
  reason: { ...returnReasonWords, ...pauseReasonWords },
  satisfaction: satisfactionWords,
  what: verificationWords,
  clock: { ...bankClockWords, ...clockWords },
  step: refundStepWords,
  saidBy: saidByWords,
  kind: { ...consentKindWords, ...hiringHelpWords },
  help: helpWords,
  verdict: taxRefundAnswerWords,
  source: answerSourceWords,
  code: bankDeclineWords,
  next: nextStepWords,
  mode: roundModeWords,
  outcome: roundOutcomeWords,
  credit: creditKindWords,
}

const decided: Readonly<Record<string, readonly [Word, Word]>> = {
  granted: [
    { zh: '同意', en: 'granted' },
    { zh: '不同意', en: 'not granted' },
  ],
  ruleChanged: [
    { zh: '推动了制度改变', en: 'a rule changed' },
    { zh: '没有改变制度', en: 'no rule changed' },
  ],
  opened: [
    { zh: '督办', en: 'supervised' },
    { zh: '不督办', en: 'not supervised' },
  ],
}

const days: Readonly<Record<string, Word>> = {
  nextReply: { zh: '下次答复', en: 'next reply' },
  until: { zh: '延至', en: 'until' },
  close: { zh: '办结期限', en: 'to be closed by' },
  resumeAt: { zh: '恢复日期', en: 'resumes' },
  due: { zh: '期限', en: 'due' },
  on: { zh: '日期', en: 'on' },
  notBefore: { zh: '再次对接不早于', en: 'not again before' },
  reviewOn: { zh: '复查日期', en: 'to be reviewed on' },
}

const tenThousands = (yuan: number): Word => ({
  zh: `${yuan / 10_000} 万元`,
  en: `${yuan.toLocaleString('en')} yuan`,
})
const percent = (bp: number) => `${(bp / 100).toFixed(2)}%`

const amounts: Readonly<Record<string, (amount: number) => Word>> = {
  amountYuan: tenThousands,
  requestedYuan: tenThousands,
  creditYuan: tenThousands,
  rateBp: (bp) => ({ zh: `年利率 ${percent(bp)}`, en: `${percent(bp)} a year` }),
  termMonths: (months) => ({ zh: `${months} 个月`, en: `${months} months` }),
  headcount: (people) => ({ zh: `${people} 人`, en: `${people} people` }),
  people: (people) => ({ zh: `${people} 人`, en: `${people} people` }),
}

const units = ['department', 'suggestion', 'bank', 'from', 'to']
const asTheyAre = ['into', 'parent', 'child', 'title', 'post']
/** What holds further facts of its own. */
const within = ['need', 'facts', 'posts']

const dayOf = (value: string) => (value.includes('T') ? localDate(value) : value)

/** A date stands for itself; an instant for its day in the zone. */
const oneOf = (name: string, value: unknown, { say, nameOf }: Telling): string[] => {
  if (typeof value === 'number') {
    const amount = amounts[name]
    return amount ? [say(amount(value))] : []
  }
  if (typeof value === 'boolean') {
    const judged = decided[name]
    return judged ? [say(judged[value ? 0 : 1])] : []
  }
  if (typeof value !== 'string') return []
  const word = tables[name]?.[value]
  if (word) return [say(word)]
  if (units.includes(name)) return [nameOf(value)]
  const day = days[name]
  if (day) return [`${say(day)} ${dayOf(value)}`]
  return asTheyAre.includes(name) ? [value] : []
}

const countsOf = (counts: object, { say }: Telling) =>
  Object.entries(funnelWords).flatMap(([step, word]) => {
    const people = (counts as Record<string, unknown>)[step]
    return typeof people === 'number' ? [`${say(word)} ${people}`] : []
  })

/**
 * The facts of an event that people ask about, in words: amounts, days, units, grounds, counts. What people wrote
 * themselves stands beside it, in the event's note.
 */
export const eventDetails = (fact: object, telling: Telling): string[] => {
  const found = Object.entries(fact).flatMap(([name, value]): string[] => {
    if (name === 'counts' && value && typeof value === 'object' && !Array.isArray(value))
      return countsOf(value, telling)
    const several: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (!within.includes(name)) return several.flatMap((one) => oneOf(name, one, telling))
    return several.flatMap((one) => {
      const inner = one && typeof one === 'object' ? eventDetails(one, telling) : []
      return inner.length > 0 && Array.isArray(value) ? [inner.join(' ')] : inner
    })
  })
  return [...new Set(found)]
}
