import { categoryWords, closureTypeWords, confirmationWords, stageWords } from '../../core/words.ts'

type Figures = Readonly<Record<string, number>>

const sum = (rows: readonly Figures[]): Figures => {
  const all: Record<string, number> = {}
  for (const row of rows) for (const [name, n] of Object.entries(row)) all[name] = (all[name] ?? 0) + n
  return all
}

/** A rate with what it stands on: "—" of nothing, the fraction alone below ten, so that small numbers do not pose. */
export const rate = (part: number, whole: number): string => {
  if (whole === 0) return '—'
  return whole < 10 ? `${part}/${whole}` : `${((part / whole) * 100).toFixed(1)}%（${part}/${whole}）`
}

const line = (name: string, value: string | number) => `  ${name.padEnd(16, '　')} ${value}`

const counted = (prefix: string, words: Readonly<Record<string, { zh: string }>>, figures: Figures) =>
  Object.entries(words).flatMap(([key, { zh }]) => {
    const n = figures[`${prefix}${key}`] ?? 0
    return n > 0 ? [line(zh, n)] : []
  })

/** Stage counts and closure rates, with the department's word, the firm's and what was seen kept apart. */
export const resultText = (
  months: readonly Figures[],
  byCategory: readonly { dimension: string; figures: Figures }[],
): string => {
  const all = sum(months)
  const at = (name: string) => all[name] ?? 0
  const excluded = at('declined') + at('withdrawn') + at('merged')
  const counting = at('logged') - excluded
  const categories = Map.groupBy(byCategory, (row) => row.dimension.slice('category:'.length))
  return [
    `登记 ${at('logged')} 件，历史件 ${at('history')} 件（单列，不进任何比率），不予受理、撤回、并案 ${excluded} 件（不计入）`,
    '',
    '各阶段 / stages',
    ...counted('stage.', stageWords, all),
    '',
    '办结方式 / what the departments said',
    ...counted('closure.', closureTypeWords, all),
    '',
    '企业确认 / what the firms said',
    ...counted('confirmed.', confirmationWords, all),
    '',
    '比率 / rates（登记口径）',
    line('办结率', rate(at('closed'), counting)),
    line('企业确认已解决率', rate(at('confirmed.solved'), at('closed'))),
    line('核验见效率', rate(at('verified'), at('closed'))),
    '',
    '分类办结率 / by category',
    ...[...categories].map(([category, rows]) => {
      const figures = sum(rows.map((row) => row.figures))
      const name = categoryWords[category as keyof typeof categoryWords]?.zh ?? category
      return line(name, rate(figures.closed ?? 0, figures.logged ?? 0))
    }),
  ].join('\n')
}
