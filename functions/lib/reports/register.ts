import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import { periodTitle } from '../../../core/reports/period.ts'
import type { Period } from '../../../core/reports/period-shape.ts'
import { FrozenReport } from '../../../core/reports/report.ts'
import { digestOf } from '../../store/chain.ts'
import { keys } from '../../store/keys.ts'
import { commitTo } from '../../store/stream.ts'
import type { Write } from '../../store/table.ts'
import type { Container } from '../container.ts'
import { readFile, storeFile } from '../files.ts'
import { freezeFigures, loggedDaysOf } from './freeze.ts'

const Line = z.object({
  id: z.string(),
  title: z.string(),
  asOf: z.string(),
  issuedBy: z.string(),
  hash: z.string(),
})

export const hashOfReport = ({ hash: _, ...report }: FrozenReport): string => digestOf(report)

/** Reads the figures and makes the report of them; nothing is written yet. */
export const makeReport = async (
  container: Container,
  id: string,
  period: Period,
  issuedBy: string,
): Promise<FrozenReport> => {
  const asOf = container.now()
  const loggedOn = loggedDaysOf(period)
  const frozen = await freezeFigures(container, period, loggedOn)
  const report = {
    id,
    period,
    title: periodTitle(period),
    asOf,
    ...(loggedOn && { loggedOn }),
    ...frozen,
    issuedBy,
    hash: '',
  }
  return { ...report, hash: hashOfReport(report) }
}

const fileOf = (id: string) => `${id}-REPORT`

/** Keeps a report for good: first what it says, then the event that it was issued, with its hash in the chain. */
export const keepReport = async (container: Container, report: FrozenReport, also: readonly Write[]) => {
  const { id, title, asOf, issuedBy, hash, period } = report
  await storeFile(container.table, fileOf(id), gzipSync(JSON.stringify(report)))
  const line = { id, title, asOf, issuedBy, hash }
  return commitTo(container.table, {
    pk: keys.reportHead(id).pk,
    id,
    version: 0,
    facts: [{ type: 'ReportIssued', title, period, contentHash: hash }],
    at: asOf,
    by: issuedBy,
    head: { id, title, asOf, issuedBy, contentHash: hash },
    also: [...also, { put: { ...keys.reportLine(asOf.slice(0, 4), id), ...line } }],
  })
}

export const loadReport = async (container: Container, id: string): Promise<FrozenReport | undefined> => {
  const head = await container.table.get(keys.reportHead(id))
  const bytes = head && (await readFile(container.table, fileOf(id)))
  return bytes && FrozenReport.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))
}

/** Whether what is kept is what was issued: by the hash in the report's own event. */
export const isIntact = async (container: Container, report: FrozenReport): Promise<boolean> => {
  const event = await container.table.get(keys.event(keys.reportHead(report.id).pk, 1))
  const fact = z.object({ fact: z.object({ contentHash: z.string() }) }).safeParse(event)
  return fact.data?.fact.contentHash === hashOfReport(report)
}

export const reportsOfYear = async (container: Container, year: string) => {
  const page = await container.table.query({ pk: keys.reportLine(year, '').pk, descending: true, limit: 200 })
  return page.items.map((item) => Line.parse(item))
}
