import { secondOfTime } from '../zone-time.ts'
import type { OfficeHours } from './calendar.ts'

/** Working seconds of one whole day, lunch left out. */
export function secondsADay(hours: OfficeHours): number {
  return spansOf(hours).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Second of the day at which the office opens. */
export function openingSecond(hours: OfficeHours): number {
  return spansOf(hours)[0]?.from ?? 0
}

/** Second of the day at which the office closes for the day. */
export function closingSecond(hours: OfficeHours): number {
  return spansOf(hours).at(-1)?.to ?? 0
}

/** Working seconds that have passed at this second of a working day. */
export function workedBySecond(hours: OfficeHours, second: number): number {
  return spansOf(hours).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(second, to) - from), 0)
}

/** The first second of the day by which so much has been worked: noon rather than the end of lunch. */
export function secondWhenWorked(hours: OfficeHours, worked: number): number {
  let left = worked
  for (const { from, to } of spansOf(hours)) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  throw new RangeError(`a day has less than ${worked} working seconds`)
}

/** The same second if it is worked, both ends of a span included, else the next opening; none after close. */
export function nextOpenSecond(hours: OfficeHours, second: number): number | undefined {
  const span = spansOf(hours).find(({ to }) => second <= to)
  return span && Math.max(second, span.from)
}

function spansOf(hours: OfficeHours): { from: number; to: number }[] {
  return hours.map(({ from, to }) => ({ from: secondOfTime(from), to: secondOfTime(to) }))
}
