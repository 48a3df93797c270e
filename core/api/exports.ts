import * as z from 'zod'
import { breakdownWords } from '../indicators/breakdowns.ts'
import { Instant } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { Month } from './indicators.ts'

/** What a spreadsheet takes: rows beyond this would be lost when the file is opened. */
export const mostExportRows = 1_048_000
const mostMonths = 60

const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1

/** The months of a span, the first and the last included. */
export const monthsOf = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: monthsBetween(from, to) }, (_, index) => {
    const months = Number(from.slice(5)) - 1 + index
    return `${Number(from.slice(0, 4)) + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })

/** The ledger of issues logged in some months, or the figures of one. */
export const ExportRequest = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('ledger'),
      format: z.enum(['xlsx', 'csv'], '格式只能是 xlsx 或 csv'),
      from: Month,
      to: Month,
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: '结束月份不能早于开始月份' })
    .refine(({ from, to }) => monthsBetween(from, to) <= mostMonths, {
      path: ['to'],
      error: `一次最多导出${mostMonths}个月，请分几次`,
    }),
  z.strictObject({
    kind: z.literal('indicators'),
    month: Month,
    by: z.enum(keysOf(breakdownWords)).default('all'),
  }),
])
export type ExportRequest = z.infer<typeof ExportRequest>

export const exportStates = ['waiting', 'working', 'done', 'failed'] as const

export const ExportView = z.object({
  id: z.string(),
  request: ExportRequest,
  state: z.enum(exportStates),
  askedAt: Instant,
  /** Rows written so far, and how many issues have been looked at for them. */
  rows: z.int(),
  looked: z.int(),
  /** Why it failed, in a sentence. */
  why: z.string().optional(),
  /** The file, when it is done: it is fetched in so many pieces, which joined are the file. */
  file: z.object({ name: z.string(), type: z.string(), bytes: z.int(), pieces: z.int() }).optional(),
})
export type ExportView = z.infer<typeof ExportView>

export const ExportId = z.object({ id: z.string().regex(/^[0-9A-Z]{16}$/) })
export const ExportPiece = z.strictObject({ piece: z.coerce.number().int().min(0).max(10_000).default(0) })
