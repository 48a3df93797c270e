import type { TaxRefundRules } from './rule-set.ts'

/** Months are `YYYY-MM`; a balance at the end of a month stands under that month. */
export const addMonths = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

const monthOfYear = (month: string) => Number(month.slice(5))

/** Quarters are filed in January, April, July and October. */
export const isQuarterlyFiling = (month: string): boolean => monthOfYear(month) % 3 === 1

/** The end of the tax period before the application. */
export const lastEnd = (filingMonth: string): string => addMonths(filingMonth, -1)

/** The ends of the periods that B and C look back on, earliest first. */
export const periodEnds = (rules: TaxRefundRules, filingMonth: string, quarterly: boolean): string[] => {
  const [count, length] = quarterly ? [rules.quarterEnds, 3] : [rules.monthEnds, 1]
  return Array.from({ length: count }, (_, index) =>
    addMonths(lastEnd(filingMonth), (index - count + 1) * length),
  )
}

/** 31 December of the year before the year of the tax period that precedes the application. */
export const classCBase = (filingMonth: string): string =>
  `${String(Number(lastEnd(filingMonth).slice(0, 4)) - 1).padStart(4, '0')}-12`

/**
 * The neighbour at the turn of the year, where the base of class C moves on by a year: of January the next filing,
 * of that one January. Undefined for the other months.
 */
export const acrossTheYear = (filingMonth: string, quarterly: boolean): string | undefined => {
  const step = quarterly ? 3 : 1
  if (monthOfYear(filingMonth) === 1) return addMonths(filingMonth, step)
  return monthOfYear(filingMonth) === 1 + step ? addMonths(filingMonth, -step) : undefined
}

/** 2026年1月 */
export const monthName = (month: string): string => `${Number(month.slice(0, 4))}年${monthOfYear(month)}月`
