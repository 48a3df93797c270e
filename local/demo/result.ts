import type { IndicatorAnswer } from '../../core/api/indicators.ts'
import { basisWords } from '../../core/indicators/indicator.ts'
import { shownWithFraction } from '../../core/indicators/show.ts'
import { categoryWords, closureTypeWords, confirmationWords } from '../../core/words.ts'

type Row = IndicatorAnswer['rows'][number]
type Figure = Row['figures'][number]

const line = (name: string, value: string | number) => `  ${name.padEnd(20, '　')} ${value}`

const counted = (prefix: string, words: Readonly<Record<string, { zh: string }>>, row: Row) =>
  Object.entries(words).flatMap(([key, { zh }]) => {
    const n = row.counts[`${prefix}${key}`] ?? 0
    return n > 0 ? [line(zh, n)] : []
  })

/** A share with what it stands on, anything else as it is. */
const shown = ({ part, whole, text }: Figure, unit: string) =>
  unit === 'share' && whole !== undefined ? shownWithFraction(part, whole) : text

const figureLines = ({ indicators }: IndicatorAnswer, row: Row) =>
  row.figures.flatMap((figure) => {
    const meaning = indicators.find(({ name }) => name === figure.name)
    if (!meaning) return []
    const value = shown(figure, meaning.unit)
    return [line(`${meaning.zh}·${basisWords[figure.basis].zh}`, value)]
  })

const closure = (row: Row) => row.figures.find(({ name }) => name === 'closed')

/** Every figure with its basis; the department's word, the firm's and what was seen kept apart. */
export const resultText = (all: IndicatorAnswer, byCategory: IndicatorAnswer): string => {
  const [row] = all.rows
  if (!row) return '这个月还没有数字 / no figures for this month'
  const { declined, withdrawn, merged, history } = row.excluded
  return [
    `登记 ${row.counts.logged ?? 0} 件，历史件 ${history} 件（单列，不进任何比率），不予受理 ${declined}、撤回 ${withdrawn}、并案 ${merged} 件（不计入）`,
    '',
    '办结方式 / what the departments said',
    ...counted('closure.', closureTypeWords, row),
    '',
    '企业确认 / what the firms said',
    ...counted('confirmed.', confirmationWords, row),
    '',
    '指标 / figures',
    ...figureLines(all, row),
    '',
    '分类办结率 / closure by category',
    ...byCategory.rows.map((one) => {
      const category = one.dimension.slice('category:'.length)
      const figure = closure(one)
      const name = categoryWords[category as keyof typeof categoryWords]?.zh ?? category
      return line(name, figure ? shown(figure, 'share') : '—')
    }),
  ].join('\n')
}
