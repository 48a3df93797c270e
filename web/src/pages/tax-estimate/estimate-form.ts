import { defaultTaxRefundRules } from '../../../../core/reference/default-tax-refund-rules.ts'
import { TaxRefundFacts } from '../../../../core/tax-refund/facts.ts'
import {
  acrossTheYear,
  classCBase,
  isQuarterlyFiling,
  monthName,
  periodEnds,
} from '../../../../core/tax-refund/filing-month.ts'
import type { Word } from '../../words/language-of.ts'
import { yuanFromWan } from '../../words/money.ts'

/** All that was typed, by the name of the field. */
export type EstimateTyped = Record<string, string>

const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }
const grades = Object.fromEntries(['A', 'B', 'M', 'C', 'D'].map((grade) => [grade, { zh: grade, en: grade }]))

export type EstimateField = {
  name: string
  zh: string
  en: string
  kind: 'choice' | 'month' | 'count' | 'percent' | 'wan'
  words?: Readonly<Record<string, Word>>
  required?: boolean
}

/** What is asked of every firm; the office's own rules judge it, whatever the layout of this form. */
export const firmFields: readonly EstimateField[] = [
  { name: 'filingMonth', zh: '拟申请月份', en: 'Month of the application', kind: 'month', required: true },
  { name: 'filesQuarterly', zh: '按季申报', en: 'Files by quarter', kind: 'choice', words: yesNo },
  {
    name: 'generalTaxpayer',
    zh: '增值税一般纳税人',
    en: 'General VAT taxpayer',
    kind: 'choice',
    words: yesNo,
  },
  { name: 'creditGrade', zh: '纳税缴费信用级别', en: 'Tax credit grade', kind: 'choice', words: grades },
  {
    name: 'fraud',
    zh: '近36个月有骗取退税或虚开专票',
    en: 'Refund fraud or false invoices in 36 months',
    kind: 'choice',
    words: yesNo,
  },
  {
    name: 'evasionPenalties',
    zh: '近36个月因偷税被处罚次数',
    en: 'Penalties for evasion in 36 months',
    kind: 'count',
  },
  {
    name: 'refundOnCollection',
    zh: '2019年4月以来享受过即征即退、先征后返（退）',
    en: 'Refund on collection since April 2019',
    kind: 'choice',
    words: yesNo,
  },
  { name: 'monthsInOperation', zh: '经营月数', en: 'Months in operation', kind: 'count' },
]

const [rules] = defaultTaxRefundRules

/** Shares of sales, in percent: they decide the class. */
export const shareFields: readonly EstimateField[] = [
  ...(rules?.industries ?? []).map(({ id, name }) => ({
    name: `salesShares/${id}`,
    zh: `${name}销售额占比（%）`,
    en: `Share of sales: ${id} (%)`,
    kind: 'percent' as const,
  })),
  {
    name: 'realEstateShare',
    zh: '房地产开发经营占比（%，含预收款）',
    en: 'Share of real estate, advances included (%)',
    kind: 'percent',
  },
  { name: 'inputVat/share', zh: '进项构成比例（%）', en: 'Share of the seven vouchers (%)', kind: 'percent' },
]

const isMonth = (text: string) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

/** The month-ends that the month of the application and, at the turn of the year, its neighbour look back on. */
export const balanceFields = ({
  filingMonth = '',
  filesQuarterly,
}: EstimateTyped): readonly EstimateField[] => {
  const quarterly = filesQuarterly === 'true'
  if (!rules || !isMonth(filingMonth) || (quarterly && !isQuarterlyFiling(filingMonth))) return []
  const months = [filingMonth, acrossTheYear(filingMonth, quarterly)].filter((month) => month !== undefined)
  const ends = months.flatMap((month) => [classCBase(month), ...periodEnds(rules, month, quarterly)])
  return [...new Set(ends)].toSorted().map((month) => ({
    name: `balancesYuan/${month}`,
    zh: `${monthName(month)}末留抵税额（万元）`,
    en: `Credit at the end of ${month} (CNY 10,000)`,
    kind: 'wan' as const,
  }))
}

/** For real estate alone, whose increments are counted from here. */
export const realEstateField: EstimateField = {
  name: `balancesYuan/${rules?.classB.baseMonth ?? ''}`,
  zh: `${monthName(rules?.classB.baseMonth ?? '2019-03')}末留抵税额（万元，仅房地产）`,
  en: `Credit at the end of ${rules?.classB.baseMonth} (real estate only)`,
  kind: 'wan',
}

const readOne = (kind: EstimateField['kind'], text: string): unknown => {
  switch (kind) {
    case 'choice':
      return text === 'true' || text === 'false' ? text === 'true' : text
    case 'count':
      return Number(text)
    case 'percent':
      // A share has at most four places: 12.34% is 0.1234.
      return Math.round(Number(text.replace(/[%％]/g, '')) * 10_000) / 1_000_000
    case 'wan':
      return yuanFromWan(text) ?? Number.NaN
    default:
      return text
  }
}

export type ReadEstimate = { body: Record<string, unknown> } | { faults: Record<string, string> }

/** The request as the API takes it, or what is wrong with it by field. */
export const readEstimate = (typed: EstimateTyped): ReadEstimate => {
  const body: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  for (const { name, kind, required } of [
    ...firmFields,
    ...shareFields,
    ...balanceFields(typed),
    realEstateField,
  ]) {
    const text = typed[name]?.trim() ?? ''
    if (!text) {
      if (required) faults[name] = '请填写'
      continue
    }
    const [group = '', part] = name.split('/')
    const value = readOne(kind, text)
    body[group] = part === undefined ? value : { ...(body[group] as object | undefined), [part]: value }
  }
  const read = TaxRefundFacts.safeParse(body)
  for (const { path, message } of read.error?.issues ?? []) faults[path.join('/')] ??= message
  return Object.keys(faults).length > 0 ? { faults } : { body }
}
