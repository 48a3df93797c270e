import { countedSizeWords } from '../../../core/firm/size-by-standard.ts'
import { type Breakdown, breakdownWords } from '../../../core/indicators/breakdowns.ts'
import { noValue } from '../../../core/indicators/dimensions.ts'
import { basisWords } from '../../../core/indicators/indicator.ts'
import { indicatorOf } from '../../../core/indicators/indicators.ts'
import type { Figure } from '../../../core/indicators/read.ts'
import { isWeighted } from '../../../core/indicators/stands-on.ts'
import { validOn } from '../../../core/reference/records.ts'
import { categoryWords } from '../../../core/words.ts'
import { localDate } from '../../../core/zone-time.ts'
import type { Container } from '../container.ts'
import { readMonth } from '../indicators/read-month.ts'
import type { Cell } from '../workbook/sheet-xml.ts'
import { addRows, beginWorkbook, endWorkbook } from '../workbook/workbook-writer.ts'
import { type ExportJob, type ExportProgress, saveProgress } from './job.ts'

type Figures = ExportJob & { request: { kind: 'indicators' } }

const columns = (by: Breakdown) => [
  { heading: by === 'size' ? `分列（${countedSizeWords.zh}）` : '分列', width: 22 },
  { heading: '指标', width: 26 },
  { heading: '口径', width: 12 },
  { heading: '数值', width: 14 },
  { heading: '分子', width: 14 },
  { heading: '分母', width: 14 },
  { heading: '不计入', width: 9 },
  { heading: '公式', width: 60 },
]

/** What a row of a breakdown is called. */
const rowNames = async (container: Container) => {
  const { department, team, bank } = await container.reference()
  const today = localDate(container.now())
  const names = new Map<string, string>(
    Object.entries({ department, team, bank }).flatMap(([by, records]) =>
      validOn<{ id: string; name: string; validFrom: string }>(records, today).map(
        ({ id, name }) => [`${by}:${id}`, name] as const,
      ),
    ),
  )
  for (const [category, { zh }] of Object.entries(categoryWords)) names.set(`category:${category}`, zh)
  return (dimension: string) => {
    const value = dimension.slice(dimension.indexOf(':') + 1)
    if (value === 'all') return breakdownWords.all.zh
    return names.get(dimension) ?? (value === noValue ? '未注明' : value)
  }
}

const figureRow = (row: string, { name, basis, part, whole, excluded, text }: Figure): Cell[] => {
  const indicator = indicatorOf(name)
  const numerator = isWeighted(indicator) ? undefined : part
  return [row, indicator.zh, basisWords[basis].zh, text, numerator, whole, excluded, indicator.formula.zh]
}

/** The figures of a month as a workbook: few enough to be written at once. */
export const writeFigures = async (
  container: Container,
  job: Figures,
  from: ExportProgress,
): Promise<void> => {
  const { month, by } = job.request
  const { asOf, rows: read } = await readMonth(container, { month, by })
  const nameOf = await rowNames(container)
  const rows = read.flatMap(({ dimension, figures }) =>
    figures.map((figure) => figureRow(nameOf(dimension), figure)),
  )
  const about = { title: `指标 ${month}（截至 ${asOf}）`, sheet: '指标', by: job.asker.id, at: job.askedAt }
  const begun = beginWorkbook(about, columns(by))
  const filled = addRows(begun.state, rows, 0)
  const bytes = Buffer.concat([begun.bytes, filled.bytes, endWorkbook(filled.state)])
  const done = { ...from, rows: rows.length, looked: read.length, ended: 'done' as const }
  await saveProgress(container.table, job.id, from, done, bytes)
}
