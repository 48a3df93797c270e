import type { Say } from './language-of.ts'

const options = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const
const partsOf = new Intl.DateTimeFormat('en-CA', {
  ...options,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Written out, because the firm's link is opened by engines without `Object.fromEntries`. */
const read = (instant: string) => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of partsOf.formatToParts(new Date(instant))) parts[type] = value
  return parts
}

/** 2026-11-23 09:00, as the Zone reads its clocks. */
export const dateTime = (instant: string) => {
  const { year, month, day, hour, minute } = read(instant)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

export const dateOf = (instant: string) => dateTime(instant).slice(0, 10)
export const today = () => dateOf(new Date().toISOString())
export const thisMonth = () => today().slice(0, 7)

const minuteMs = 60_000

/** How long is left, or by how much it is late, in plain time: the due time itself counts working days. */
export const remaining = (due: string, say: Say, now = Date.now()): string => {
  const minutes = Math.round((Date.parse(due) - now) / minuteMs)
  const late = minutes < 0
  const size = Math.abs(minutes)
  const length =
    size < 60
      ? say(`${size} 分钟`, `${size} min`)
      : size < 48 * 60
        ? say(`${Math.round(size / 60)} 小时`, `${Math.round(size / 60)} h`)
        : say(`${Math.round(size / 1440)} 天`, `${Math.round(size / 1440)} days`)
  return late ? say(`已超 ${length}`, `${length} late`) : say(`还剩 ${length}`, `${length} left`)
}
