import { monthsOf, mostExportRows } from '../../../core/api/exports.ts'
import { ledgerColumns, ledgerRow } from '../../../core/ledger/write-row.ts'
import { mayRead } from '../../../core/permission.ts'
import { issueFor } from '../../../core/privacy.ts'
import { validOn } from '../../../core/reference/records.ts'
import { localDate } from '../../../core/zone-time.ts'
import { atMost } from '../at-most.ts'
import type { Container } from '../container.ts'
import { countsIn, readMembers } from '../indicators/members.ts'
import { byteOrderMark, csvLine } from '../workbook/csv-line.ts'
import type { Cell } from '../workbook/sheet-xml.ts'
import { addRows, beginWorkbook, endWorkbook } from '../workbook/workbook-writer.ts'
import { type ExportJob, type ExportProgress, saveProgress } from './job.ts'

type Ledger = ExportJob & { request: { kind: 'ledger' } }

/** Issues looked at in one step: their histories are in memory together, and nothing else is. */
const issuesAtOnce = 100
const historiesAtOnce = 8

const serial = { heading: '序号', width: 6 }
const columns = [serial, ...ledgerColumns]

const namesOn = async (container: Container) => {
  const reference = await container.reference()
  const today = localDate(container.now())
  const nameIn = (records: readonly { id: string; name: string; validFrom: string }[]) => {
    const names = new Map(validOn(records, today).map((one) => [one.id, one.name]))
    return (id: string) => names.get(id) ?? id
  }
  return { department: nameIn(reference.department), team: nameIn(reference.team) }
}

/** The rows of these issues as the asker may see them; what the asker may not read is left out. */
const rowsFor = async (container: Container, job: Ledger, ids: readonly string[], rowsBefore: number) => {
  const nameOf = await namesOn(container)
  const loaded = (await container.issues.loadMany(ids))
    .filter(({ issue }) => mayRead(job.asker, issue) === true)
    .toSorted((a, b) => (a.issue.id < b.issue.id ? -1 : 1))
  const histories = new Map<string, Awaited<ReturnType<typeof container.issues.history>>>()
  await atMost(historiesAtOnce, loaded, async ({ issue }) => {
    histories.set(issue.id, await container.issues.history(issue.id))
  })
  return loaded.map(({ issue, version }, index) =>
    ledgerRow(
      { issue: issueFor(job.asker, issue), history: histories.get(issue.id) ?? [], version, nameOf },
      rowsBefore + index + 1,
    ),
  )
}

/** The next issues that were logged in the months asked for; absent where there are none left. */
const nextIssues = async (container: Container, job: Ledger, { month, after }: ExportProgress) => {
  const months = monthsOf(job.request)
  const at = month ?? months[0] ?? ''
  const page = await readMembers(container.table, at, { after, limit: issuesAtOnce })
  const ids = page.members
    .filter((member) => {
      const counts = countsIn(member, at)
      return counts?.logged !== undefined || counts?.history !== undefined
    })
    .map(({ id }) => id)
  const last = page.members.at(-1)?.id
  const place = page.more && last ? { month: at, after: last } : { month: months[months.indexOf(at) + 1] }
  return { ids, looked: page.members.length, place }
}

const about = (job: Ledger) => ({
  title: `企业诉求台账 ${job.request.from} 至 ${job.request.to}`,
  sheet: '诉求台账',
  by: `${job.asker.name}（${job.asker.id}）`,
  at: job.askedAt,
})

const text = (rows: readonly (readonly Cell[])[]) => Buffer.from(rows.map(csvLine).join(''))

/** The file's beginning, with who took it out and when. */
const begin = (job: Ledger) => {
  if (job.request.format === 'xlsx') return beginWorkbook(about(job), columns)
  const head = csvLine(columns.map(({ heading }) => heading))
  return { state: undefined, bytes: Buffer.from(`${byteOrderMark}${head}`) }
}

const tooMany = `超过${mostExportRows}行，电子表格打不开，请缩小月份范围后再导出。`

/**
 * Writes the ledger step by step: a hundred issues, then a note of how far it is. Whoever takes it up again after a
 * crash goes on from the last note; two at once hinder each other and spoil nothing. Stops after a step where `isLate`
 * says so, and answers whether the rest is left to somebody else.
 */
export const writeLedger = async (
  container: Container,
  job: Ledger,
  from: ExportProgress,
  isLate: () => boolean = () => false,
): Promise<boolean> => {
  const { table } = container
  let progress: ExportProgress | undefined = from
  if (from.version === 0) {
    const { state, bytes } = begin(job)
    progress = await saveProgress(table, job.id, from, { ...from, zip: state }, bytes)
  }
  while (progress && !progress.ended) {
    const { ids, looked, place } = await nextIssues(container, job, progress)
    const rows = await rowsFor(container, job, ids, progress.rows)
    const counted = { ...progress, rows: progress.rows + rows.length, looked: progress.looked + looked }
    if (counted.rows > mostExportRows) {
      progress = await saveProgress(table, job.id, progress, { ...progress, ended: 'failed', why: tooMany })
      continue
    }
    const more = progress.zip
      ? addRows(progress.zip, rows, progress.rows)
      : { state: undefined, bytes: text(rows) }
    const { month, after } = { after: undefined, ...place }
    const last = month === undefined
    const ending = last && more.state ? endWorkbook(more.state) : Buffer.alloc(0)
    const { month: _, after: __, zip: ___, ...kept } = counted
    const next = {
      ...kept,
      ...(month && { month }),
      ...(after && { after }),
      ...(last ? { ended: 'done' as const } : more.state && { zip: more.state }),
    }
    progress = await saveProgress(table, job.id, progress, next, Buffer.concat([more.bytes, ending]))
    if (progress && !progress.ended && isLate()) return true
  }
  return false
}
