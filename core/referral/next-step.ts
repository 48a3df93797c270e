import { dateAddMonths } from '../zone-time.ts'
import type { BankDecline, NextStep } from './words.ts'

/** What a decline teaches: the firm's next step for each code. */
export const nextStepOf: Readonly<Record<BankDecline, NextStep>> = {
  tooYoung: 'inThreeMonths',
  creditRecord: 'consultation',
  cashFlow: 'inThreeMonths',
  debts: 'consultation',
  collateral: 'guarantee',
  barredIndustry: 'otherProduct',
  purpose: 'otherProduct',
  papersMissing: 'papers',
  firmGaveUp: 'none',
  termsNotAgreed: 'otherProduct',
}

/** The day before which the same bank is not asked again, where the next step is to let time pass. */
export const notBeforeOf = (next: NextStep, today: string): string | undefined =>
  next === 'inThreeMonths' ? dateAddMonths(today, 3) : undefined
