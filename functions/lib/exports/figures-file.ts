import { basisWords } from '../../../core/indicators/indicator.ts'
import { indicatorOf } from '../../../core/indicators/indicators.ts'
import type { Figure } from '../../../core/indicators/read.ts'
import type { Container } from '../container.ts'
import { type MonthRow, readMonth } from '../indicators/read-month.ts'
import type { Cell } from '../workbook/sheet-xml.ts'
import { addRows, beginWorkbook, endWorkbook } from '../workbook/workbook-writer.ts'
import { type ExportJob, type ExportProgress, saveProgress } from './job.ts'

type Figures = ExportJob & { request: { kind: 'indicators' } }

const columns = [
  { heading: '分列', width: 22 },
  { heading: '指标', width: 26 },
  { heading: '口径', width: 12 },
  { heading: '数值', width: 12 },
  { heading: '分子', width: 9 },
  { heading: '分母', width: 9 },
  { heading: '不计入', width: 9 },
  { heading: '公式', width: 60 },
]

const figureRow = (dimension: string, { name, basis, part, whole, excluded, text }: Figure): Cell[] => {
  const { zh, formula } = indicatorOf(name)
  return [dimension, zh, basisWords[basis].zh, text, part, whole, excluded, formula.zh]
}

const rowsOf = ({ dimension, figures }: MonthRow): Cell[][] =>
  figures.map((figure) => figureRow(dimension === 'all' ? '全部' : dimension, figure))

/** The figures of a month as a workbook: few enough to be written at once. */
export const writeFigures = async (
  container: Container,
  job: Figures,
  from: ExportProgress,
): Promise<void> => {
  const { month, by } = job.request
  const { asOf, rows: read } = await readMonth(container, { month, by })
  const rows = read.flatMap(rowsOf)
  const about = { title: `指标 ${month}（截至 ${asOf}）`, sheet: '指标', by: job.asker.id, at: job.askedAt }
  const begun = beginWorkbook(about, columns)
  const filled = addRows(begun.state, rows, 0)
  const bytes = Buffer.concat([begun.bytes, filled.bytes, endWorkbook(filled.state)])
  const done = { ...from, rows: rows.length, looked: read.length, ended: 'done' as const }
  await saveProgress(container.table, job.id, from, done, bytes)
}
