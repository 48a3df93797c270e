/**
 * Machines keep UTC instants (`2026-11-22T03:00:00Z`), people read Asia/Shanghai. The Zone's offset stands
 * here and nowhere else: China has kept one offset without summer time since 1992.
 */
const OFFSET_SECONDS = 8 * 3600
export const DAY_SECONDS = 86_400

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/
const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** A local point in time: days since 1970-01-01 and seconds since local midnight. */
export type LocalPoint = { day: number; second: number }

/** A real date, spelled YYYY-MM-DD; 2026-02-30 is none. */
export function isIsoDate(value: string): boolean {
  return ISO_DATE.test(value) && isSpelledAsRead(`${value}T00:00:00Z`)
}

/** A UTC instant ending in Z, with or without fractions of a second. */
export function isInstant(value: string): boolean {
  return INSTANT.test(value) && isSpelledAsRead(`${value.slice(0, 19)}Z`)
}

/** Time of day from 00:00 to 23:59. */
export function isClockTime(value: string): boolean {
  return CLOCK_TIME.test(value)
}

/** Whole seconds since 1970, fractions dropped. Throws RangeError on anything but a UTC instant. */
export function epochSeconds(instant: string): number {
  if (!isInstant(instant)) throw new RangeError(`not a UTC instant: ${instant}`)
  return Math.floor(Date.parse(instant) / 1000)
}

export function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

export function toLocal(instant: string): LocalPoint {
  const seconds = epochSeconds(instant) + OFFSET_SECONDS
  const day = Math.floor(seconds / DAY_SECONDS)
  return { day, second: seconds - day * DAY_SECONDS }
}

export function fromLocal({ day, second }: LocalPoint): string {
  return instantOf(day * DAY_SECONDS + second - OFFSET_SECONDS)
}

/** The date people in the Zone write at this instant, YYYY-MM-DD. */
export function localDate(instant: string): string {
  return dateOfDay(toLocal(instant).day)
}

/** Minutes since local midnight, 0 to 1439. */
export function localMinute(instant: string): number {
  return Math.floor(toLocal(instant).second / 60)
}

/** Time of day that people in the Zone read, HH:MM. */
export function localTime(instant: string): string {
  const minute = localMinute(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The UTC instant of a local date and time of day. Throws RangeError when either is not real. */
export function instantAt(date: string, time: string): string {
  return fromLocal({ day: dayOfDate(date), second: secondOfTime(time) })
}

/** Seconds since midnight of HH:MM. */
export function secondOfTime(time: string): number {
  const match = CLOCK_TIME.exec(time)
  if (!match) throw new RangeError(`not a time of day: ${time}`)
  return Number(match[1]) * 3600 + Number(match[2]) * 60
}

/** Days since 1970-01-01. Throws RangeError on a date that does not exist. */
export function dayOfDate(date: string): number {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / (DAY_SECONDS * 1000)
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
}

export function dateAdd(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days)
}

/** Calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOfDate(to) - dayOfDate(from)
}

/** The corresponding day of a later month, else that month's last day (民法典 202). */
export function dateAddMonths(date: string, months: number): string {
  const day = new Date(dayOfDate(date) * DAY_SECONDS * 1000)
  const wanted = day.getUTCDate()
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() + months + 1, 0)
  day.setUTCDate(Math.min(wanted, day.getUTCDate()))
  return day.toISOString().slice(0, 10)
}

// Date.parse reads 30 February as 2 March: only what comes back unchanged was real.
function isSpelledAsRead(instant: string): boolean {
  const milliseconds = Date.parse(instant)
  return !Number.isNaN(milliseconds) && instantOf(milliseconds / 1000) === instant
}
