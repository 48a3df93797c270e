import { endsOf, type Written, writtenText } from './written-number.ts'

type Bounds = { most: number; unit: string }

const whole = (value: number, { most, unit }: Bounds): Written =>
  Number.isSafeInteger(value) && value >= 1 && value <= most
    ? { value }
    : { fault: `应为1到${most}之间的整数${unit}` }

/** As with amounts, the lower end of a range counts, and the caution shows both. */
const withRange = (cell: string, read: (end: string, unitOf: string) => Written): Written => {
  const written = writtenText(cell)
  if (typeof written !== 'string') return written
  const [low = '', high, ...more] = endsOf(written)
  if (more.length > 0) return { fault: '不是数量' }
  if (high === undefined) return read(low, low)
  const from = read(low, high)
  const to = read(high, high)
  if (!from || !to) return { fault: '不是数量' }
  if ('fault' in from) return from
  if ('fault' in to) return to
  const range = `“${cell.trim()}”是一个范围，按下限读取`
  return { value: from.value, caution: from.caution ? `${range}；${from.caution}` : range }
}

const people: Bounds = { most: 100_000, unit: '（人）' }

/** How many people: `13`, `13人`, `约20名`, `十余人`. */
export const readCount = (cell: string | number): Written => {
  if (cell === 0) return undefined
  if (typeof cell === 'number') return whole(cell, people)
  return withRange(cell, (end) => {
    const found = /^(\d{1,9})(?:人|名|个|位)?$/.exec(end)
    return found ? whole(Number(found[1]), people) : { fault: '不是人数' }
  })
}

export type TermUnit = '月' | '年'
const months: Bounds = { most: 600, unit: '（月）' }
const SPAN = /^(\d+(?:\.\d+)?)(?:(个?月)|(年)(半)?|(天|日))?$/

const unitIn = (text: string): TermUnit | '日' | undefined => {
  if (/[天日]/.test(text)) return '日'
  if (text.includes('年')) return '年'
  return text.includes('月') ? '月' : undefined
}

const monthsOf = (end: string, unitOf: string, heading: TermUnit | undefined): Written => {
  if (end === '半年') return { value: 6 }
  const mixed = /^(\d{1,2})年(\d{1,2})个?月$/.exec(end)
  if (mixed) return whole(Number(mixed[1]) * 12 + Number(mixed[2]), months)
  const found = SPAN.exec(end)
  if (!found) return { fault: '不是期限' }
  const number = Number(found[1])
  const unit = unitIn(end) ?? unitIn(unitOf) ?? heading
  if (unit === '日') return whole(number / 30, months)
  if (unit === '年') return whole(number * 12 + (found[4] ? 6 : 0), months)
  const read = whole(number, months)
  if (unit || !read || 'fault' in read) return read
  return { ...read, caution: `没有写单位，按${number}个月读取；请在表头注明（月）` }
}

/** Whole months: `12`, `12个月`, `1年半`, `十二个月`, `90天`; a unit in the cell stands above the heading's. */
export const readMonths = (cell: string | number, heading?: TermUnit): Written => {
  if (cell === 0) return undefined
  return withRange(String(cell), (end, unitOf) => monthsOf(end, unitOf, heading))
}
