import type { BankLinkSaid, BankLinkView } from '../../../core/api/bank-link.ts'
import { isUnanswered } from '../../../core/referral/referrals.ts'
import { bankFields } from '../pages/banks/bank-fields.ts'
import type { CommandField } from '../pages/issue/command-fields.ts'
import type { Say } from '../words/language-of.ts'
import { yuanFromWan } from '../words/money.ts'

export type AnswerName = BankLinkSaid['answer']
export type Typed = Record<string, string>

const answers = ['acceptReferral', 'askPapers', 'recordSurvey', 'approveReferral', 'declineReferral'] as const
export const fieldsOf = (answer: AnswerName): readonly CommandField[] => bankFields[answer]

/** The answers that the server would take now: a loan is offered under the firm's authorisation alone. */
export const possibleAnswers = (view: BankLinkView): AnswerName[] =>
  answers.filter((answer) => {
    if (answer === 'acceptReferral') return isUnanswered(view)
    return answer !== 'approveReferral' || view.authorised
  })

/** What the packet already says need not be typed again. */
export const beginWith = ({ disclosed }: BankLinkView): Typed => ({
  ...(disclosed.amountYuan !== undefined && { amountYuan: String(disclosed.amountYuan / 10_000) }),
  ...(disclosed.termMonths !== undefined && { termMonths: String(disclosed.termMonths) }),
})

type Read = { value: unknown } | { fault: true }
const wanted = (value: number | undefined): Read =>
  value === undefined || !Number.isFinite(value) || value < 0 ? { fault: true } : { value }

const readField = (kind: CommandField['kind'], typed: string): Read => {
  if (kind === 'wan') return wanted(yuanFromWan(typed))
  if (kind === 'percent') return wanted(Math.round(Number(typed.replace(/[%％]/, '')) * 100))
  if (kind === 'count') return wanted(Number(typed))
  return { value: typed }
}

/** The answer as the API takes it, or a sentence about the first field that is empty or cannot be read. */
export const readAnswer = (
  answer: AnswerName,
  typed: Typed,
  say: Say,
): { said: Record<string, unknown> } | { fault: string; field: string } => {
  const said: Record<string, unknown> = { answer }
  for (const { name, kind, required, zh, en } of fieldsOf(answer)) {
    const text = typed[name]?.trim() ?? ''
    if (text === '' && required) return { fault: say(`请填写“${zh}”。`, `Fill in “${en}”.`), field: name }
    if (text === '') continue
    const read = readField(kind, text)
    if ('fault' in read) return { fault: say(`“${zh}”读不出数字。`, `“${en}” is no number.`), field: name }
    said[name] = read.value
  }
  return { said }
}
