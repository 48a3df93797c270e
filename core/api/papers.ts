import * as z from 'zod'
import { Period } from '../reports/period-shape.ts'
import { FigureChange, FrozenReport } from '../reports/report.ts'
import { Instant, IssueId, UnitId, VisitId } from '../scalars.ts'

export const issuePapers = ['assignment', 'case', 'authorisation'] as const
export const IssuePaperParams = z.object({
  id: IssueId,
  paper: z.enum(issuePapers, `只有 ${issuePapers.join('、')} 几种文书`),
})
/** The authorisation is for one bank. */
export const IssuePaperQuery = z.strictObject({ bank: UnitId.optional() })
export const VisitPaperParams = z.object({ id: VisitId })

export const IssueReport = z.strictObject({ period: Period })
export const ReportParams = z.object({ id: z.string().regex(/^R[0-9A-Z-]{10,30}$/, '报告编号不对') })
export const ReportList = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string(), asOf: Instant, issuedBy: z.string(), hash: z.string() }),
  ),
})
export const ReportQuery = z.strictObject({ year: z.string().regex(/^20\d{2}$/, '年份形如 2026') })
export const ReportAnswer = FrozenReport
export const Recount = z.object({
  id: z.string(),
  recountedAt: Instant,
  /** Whether the report is still what was issued, to the letter. */
  intact: z.boolean(),
  changes: z.array(FigureChange),
})
