import * as z from 'zod'
import type { Paper } from '../../core/papers/paper.ts'
import { reportPaper } from '../../core/papers/report-paper.ts'
import { visitNote } from '../../core/papers/visit-note.ts'
import { mayRead } from '../../core/permission.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { daysOfPeriod } from '../../core/reports/period.ts'
import { compareFigures } from '../../core/reports/report.ts'
import { localDate } from '../../core/zone-time.ts'
import { drawSample } from '../indicators/sample.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm } from '../lib/firm-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { newReportId } from '../lib/ids.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { freezeFigures } from '../lib/reports/freeze.ts'
import { isIntact, keepReport, loadReport, makeReport, reportsOfYear } from '../lib/reports/register.ts'
import { loadVisit } from '../lib/visit-register.ts'
import { answerWrite, type Keyed, keyed } from '../store/answers.ts'
import { issuePaper, madeBy, namesToday, sampleFile } from './make-paper.ts'

/** The writer of documents takes a good part of a cold start, which only a paper that is wanted is worth. */
const fileFrom = async (paper: Paper, name: string) => {
  const { docxType, toDocx } = await import('../lib/papers/to-docx.ts')
  return { file: await toDocx(paper), type: docxType, name: `${name}.docx` }
}

/** The issues that were logged with a visit: the last of its firms' issues, read until they are older than the visit. */
const issuesOfVisit = async (container: Container, id: string, firms: readonly string[]) => {
  const ids: string[] = []
  for (const uscc of firms) {
    const page = await container.table.query({
      index: 'byFirm',
      pk: `FIRM#${uscc}`,
      descending: true,
      limit: 100,
    })
    ids.push(...page.items.filter((item) => item.pk.startsWith('ISSUE#')).map((item) => String(item.id)))
  }
  const loaded = await container.issues.loadMany([...new Set(ids)])
  return loaded.map(({ issue }) => issue).filter((issue) => issue.source.visit === id)
}

const Noted = z.object({ id: z.string() })

/** The report that was issued under this key; by its id alone, as it may be larger than a row. */
const earlierReport = async (container: Container, once: Keyed | undefined) => {
  const before = await answeredBefore(container, once)
  if (!before || isRefusal(before)) return before
  return loadReport(container, Noted.parse(before.answer).id)
}

export const paperOperations = (container: Container): OperationsIn<'papers'> => ({
  issuePaper: async ({ principal, params, query }) => {
    const loaded = await container.issues.load(params.id)
    if (!loaded) return refuse('unknownIssue')
    const may = mayRead(principal, loaded.issue)
    if (may !== true) return may
    const paper = await issuePaper(container, principal, loaded.issue, { ...params, ...query })
    if (isRefusal(paper)) return paper
    container.audit.note({ type: 'Exported', what: params.paper, about: params.id })
    return fileFrom(paper, `${paper.title}-${params.id}`)
  },

  visitPaper: async ({ principal, params }) => {
    const loaded = await loadVisit(container, params.id)
    if (!loaded) return refuse('unknownVisit')
    const { visit } = loaded
    const firms = await Promise.all(
      visit.firms.map(async (uscc) => ({ uscc, name: (await loadFirm(container, uscc))?.firm.name ?? uscc })),
    )
    const issues = (await issuesOfVisit(container, visit.id, visit.firms)).filter(
      (issue) => mayRead(principal, issue) === true,
    )
    const note = visitNote(
      { visit, firms, issues },
      await namesToday(container),
      madeBy(container, principal),
    )
    container.audit.note({ type: 'Exported', what: 'visitNote', about: params.id })
    return fileFrom(note, `${note.title}-${visit.id}`)
  },

  samplePaper: async ({ principal, query }) => {
    const { month, seed, items } = await drawSample(container, query)
    const ids = items.map(({ id }) => id)
    await container.audit.record({ type: 'Exported', what: 'sample', about: month, more: { seed, ids } })
    return fileFrom(await sampleFile(container, principal, { month, seed, ids }), `抽查件-${month}`)
  },

  issueReport: async ({ principal, body, idempotencyKey }) => {
    const once = keyed(principal.id, 'issueReport', idempotencyKey, body)
    const before = await earlierReport(container, once)
    if (before) return isRefusal(before) ? before : { body: before }
    const { from } = daysOfPeriod(body.period)
    if (from > localDate(container.now())) {
      const fields = [{ pointer: '/period', message: `这一期从 ${from} 开始` }]
      return refuse('periodNotBegun', { fields })
    }
    const report = await makeReport(container, newReportId(container.now()), body.period, principal.id)
    const also = once ? [answerWrite(once, { id: report.id }, container.now())] : []
    const written = await keepReport(container, report, also)
    if (written.written) return { body: report, created: `/reports/${report.id}` }
    const meanwhile = await earlierReport(container, once)
    if (!meanwhile) return refuse('busy')
    return isRefusal(meanwhile) ? meanwhile : { body: meanwhile }
  },

  listReports: async ({ query }) => ({ body: { items: await reportsOfYear(container, query.year) } }),

  getReport: async ({ params }) => {
    const report = await loadReport(container, params.id)
    return report ? { body: report } : refuse('unknownReport')
  },

  recountReport: async ({ params }) => {
    const report = await loadReport(container, params.id)
    if (!report) return refuse('unknownReport')
    const now = await freezeFigures(container, report.period, report.loggedOn)
    return {
      body: {
        id: report.id,
        recountedAt: container.now(),
        intact: await isIntact(container, report),
        changes: compareFigures(report.figures, now.figures),
      },
    }
  },

  reportPaper: async ({ principal, params }) => {
    const report = await loadReport(container, params.id)
    if (!report) return refuse('unknownReport')
    container.audit.note({ type: 'Exported', what: 'report', about: params.id })
    return fileFrom(reportPaper(report, madeBy(container, principal)), report.title)
  },
})
