import { localDate } from '../../core/zone-time.ts'

/** The day of the office, which near midnight is not that of the machine. */
export const today = (now: Date = new Date()) => localDate(now.toISOString())
