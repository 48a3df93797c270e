import { endsOf, type Written, writtenText } from './written-number.ts'

export type MoneyUnit = '元' | '千元' | '万元' | '亿元'

const FACTOR: Readonly<Record<MoneyUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 }
/** 10 bn yuan: more than a park's firm asks for, and what 300万元 becomes when whole yuan stand under 万元. */
const IMPLAUSIBLE = 1e10
/** Below this a bare number under a heading without unit is read as 万元: nobody asks a bank for 300 yuan. */
const BARE_YUAN_FROM = 100_000

const TERMS = /^(\d+(?:\.\d+)?)(?:(亿)(?:(\d+(?:\.\d+)?)万)?|(万))?(元|圆|块)?整?$/
const NAMED = /\d+(?:\.\d+)?[万亿](?![\d万亿])元?/g
const CURRENCY = /人民币|rmb|cny|¥/gi
const FOREIGN = /美|欧|港|日元|英镑|\$|€|£/

/** Yuan, or a bare number whose unit stands elsewhere. */
type Sum = { number: number; bare: boolean }

const sumOf = (text: string): Sum | undefined => {
  const found = TERMS.exec(text)
  if (!found) return undefined
  const [, first, yi, rest, wan, yuan] = found
  const number = Number(first)
  if (yi) return { number: number * 1e8 + Number(rest ?? 0) * 1e4, bare: false }
  return { number: wan ? number * 1e4 : number, bare: !wan && !yuan }
}

const inYuan = (bare: number, unit: MoneyUnit | undefined): { value: number; caution?: string } => {
  if (unit) return { value: Math.round(bare * FACTOR[unit]) }
  const assumed = bare < BARE_YUAN_FROM ? '万元' : '元'
  return {
    value: Math.round(bare * FACTOR[assumed]),
    caution: `没有写单位，按${bare}${assumed}读取；请在表头注明单位，如（万元）`,
  }
}

const yuanOf = ({ number, bare }: Sum, heading: MoneyUnit | undefined) =>
  bare ? inYuan(number, heading) : { value: Math.round(number) }

const checked = (read: { value: number; caution?: string }): Written => {
  if (!Number.isFinite(read.value) || read.value > 1e12) return { fault: '超过一万亿元' }
  if (read.value <= IMPLAUSIBLE) return read
  const huge = `合${read.value / 1e8}亿元，数额特别大，请核对是否把元写进了万元栏`
  return { value: read.value, caution: [read.caution, huge].filter(Boolean).join('；') }
}

/**
 * Of a range the lower end counts: that much the firm surely needs, and a sum over firms must not be
 * inflated by what somebody might need; the caution shows both ends to whoever confirms the row.
 */
const ofRange = (text: string, low: string, high: string, heading: MoneyUnit | undefined): Written => {
  const from = sumOf(low)
  const to = sumOf(high)
  if (!from || !to) return { fault: '不是数额' }
  const lent = from.bare && !to.bare ? sumOf(low + high.replace(/^[\d.]+/, '')) : from
  const { value, caution } = yuanOf(lent ?? from, heading)
  if (from.bare === to.bare && to.number < from.number) return { fault: '范围的上下限颠倒' }
  const range = `“${text}”是一个范围，按下限读取`
  return checked({ value, caution: caution ? `${range}；${caution}` : range })
}

/** A sentence that names one amount, unit and all, is believed with a caution; one that names two is not. */
const ofSentence = (text: string, plain: string): Written => {
  const [only, ...more] = plain.match(NAMED) ?? []
  const sum = only && more.length === 0 ? sumOf(only) : undefined
  if (!sum) return { fault: '不是数额' }
  return checked({ value: Math.round(sum.number), caution: `从“${text}”中读出${only}` })
}

/**
 * Whole yuan from what an office writes; a unit in the cell stands above the heading's. Undefined where
 * nothing is asked for, a fault where no amount can be read.
 */
export const readAmount = (cell: string | number, heading?: MoneyUnit): Written => {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell) || cell < 0) return { fault: '不是正数' }
    return cell === 0 ? undefined : checked(inYuan(cell, heading))
  }
  const written = writtenText(cell)
  if (typeof written !== 'string') return written
  if (FOREIGN.test(written)) return { fault: '不是人民币，请换算后填写' }
  const plain = written.replace(CURRENCY, '')
  const unit = heading ?? (plain === written ? undefined : '元')
  const [low = '', high, ...more] = endsOf(plain)
  if (high !== undefined && more.length === 0) return ofRange(cell.trim(), low, high, unit)
  const sum = sumOf(plain)
  return sum ? checked(yuanOf(sum, unit)) : ofSentence(cell.trim(), plain)
}
