import * as z from 'zod'
import { CalendarDate } from '../scalars.ts'
import { dateAdd, dayOfDate, isClockTime, isIsoDate } from '../zone-time.ts'
import { isWeekend } from './weekday.ts'

const clockTime = z.string().refine(isClockTime, { error: '时间须写作 HH:MM，从 00:00 到 23:59' })

const Year = z.int().min(1949).max(9998)

/**
 * One year's notice of holidays. `off` are dates not worked, weekend days named by the notice included;
 * `work` are the weekend days worked instead. `provisional` until the State Council's notice is out.
 */
export const CalendarYear = z
  .object({
    year: Year,
    status: z.enum(['published', 'provisional']),
    source: z
      .string()
      .trim()
      .min(1, { error: '请写明依据（通知名称、日期或链接）' })
      .max(300, { error: '依据最多300个字' }),
    off: z.array(CalendarDate),
    work: z.array(CalendarDate),
  })
  .superRefine((record, context) => {
    // Whether a date belongs to a year can only be said of a year that is one.
    if (!Year.safeParse(record.year).success) return
    const seen = new Set<string>()
    for (const list of ['off', 'work'] as const) {
      for (const [index, date] of record[list].entries()) {
        const wrong = wrongWithDate(record.year, list, date, seen)
        if (wrong) context.addIssue({ code: 'custom', path: [list, index], message: wrong })
        seen.add(date)
      }
    }
  })

/** Spans of one day in order, lunch between them left out. Ends at the close of the last one. */
export const OfficeHours = z
  .array(z.object({ from: clockTime, to: clockTime }))
  .min(1, { error: '请至少填写一段办公时间' })
  .refine((spans) => isAscending(spans.flatMap(({ from, to }) => [from, to])), {
    error: '各段办公时间须先后排列，互不重叠，且止时晚于起时',
  })

export const Calendar = z.object({
  years: z.array(CalendarYear).refine((years) => new Set(years.map((y) => y.year)).size === years.length, {
    error: '同一年份只能有一条记录',
  }),
  hours: OfficeHours,
  version: z.string().min(1),
})

export type CalendarYear = z.infer<typeof CalendarYear>
export type OfficeHours = z.infer<typeof OfficeHours>
/** Never changed in place: what is computed from `years` is remembered. A change makes a new calendar. */
export type Calendar = z.infer<typeof Calendar>

function wrongWithDate(
  year: number,
  list: 'off' | 'work',
  date: string,
  seen: Set<string>,
): string | undefined {
  if (!isIsoDate(date)) return undefined
  if (seen.has(date)) return `${date} 重复出现`
  // The notice for 2019 also moved days of the last week of 2018, so the December before is allowed.
  if (date < dateAdd(`${year}-01-01`, -31) || date > `${year}-12-31`) return `${date} 不属于 ${year} 年的安排`
  if (list === 'work' && !isWeekend(dayOfDate(date))) return `${date} 不是周六或周日，不能作为调休上班日`
  return undefined
}

function isAscending(times: string[]): boolean {
  return times.every((time, index) => {
    const before = times[index - 1]
    // Touching spans (12:00 to 12:00) are one stretch of work; an empty span is a mistake.
    return before === undefined || (index % 2 === 1 ? before < time : before <= time)
  })
}
