import { dateAdd, dateAddMonths, dayOfDate } from '../zone-time.ts'
import type { Period } from './period-shape.ts'

/** Day 0 is 1970-01-01, a Thursday. */
const daysSinceMonday = (date: string) => (dayOfDate(date) + 3) % 7
export const isMonday = (date: string) => daysSinceMonday(date) === 0
/** The Monday with which the week of a date begins. */
export const mondayOf = (date: string): string => dateAdd(date, -daysSinceMonday(date))

/** The first and the last day of a period. */
export const daysOfPeriod = (period: Period): { from: string; to: string } =>
  period.kind === 'week'
    ? { from: period.from, to: dateAdd(period.from, 6) }
    : { from: `${period.month}-01`, to: dateAdd(dateAddMonths(`${period.month}-01`, 1), -1) }

/** The month whose logged issues stand in a report that names no days: for a week, the one in which it ends. */
export const cohortMonth = (period: Period): string => daysOfPeriod(period).to.slice(0, 7)

/** The months on whose days something of the period could fall due. */
export const dueMonths = (period: Period): string[] => {
  const { from, to } = daysOfPeriod(period)
  return [...new Set([from.slice(0, 7), to.slice(0, 7)])]
}

export const periodTitle = (period: Period): string => {
  if (period.kind === 'month') return `${period.month.replace('-', '年')}月企业诉求办理月报`
  const { from, to } = daysOfPeriod(period)
  return `企业诉求办理周报（${from} 至 ${to}）`
}
