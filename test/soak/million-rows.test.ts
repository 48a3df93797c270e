import { expect, it } from 'vitest'
import { notBegun } from '../../functions/lib/exports/job.ts'
import { writeLedger } from '../../functions/lib/exports/ledger-file.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import { aDesk } from '../support/desk.ts'
import { makeStrictTable } from '../support/strict-table.ts'
import { anOrder, progressOf, vastLedger } from '../support/vast-ledger.ts'

const month = '2026-11'
const rows = Number(process.env.ROWS ?? 1_000_000)

it('a ledger of a million rows is written without ever being in memory', async () => {
  const table = makeStrictTable()
  const desk = await aDesk(table)
  const vast = vastLedger(table, { id: await desk.log('hiring'), month, count: rows })
  const container = { ...desk.container, table: vast.table, issues: makeIssueStore(vast.table) }
  const before = process.memoryUsage.rss()
  const started = performance.now()
  await writeLedger(container, anOrder(month, 'xlsx'), notBegun)
  const { bytes, largestStep, mostMemory, progress } = vast.written
  console.log({
    seconds: Math.round((performance.now() - started) / 1000),
    megabytes: Math.round(bytes / 1e6),
    memoryBefore: Math.round(before / 1e6),
    mostMemory: Math.round(mostMemory / 1e6),
  })
  expect(progressOf(progress)).toMatchObject({ rows, ended: 'done' })
  expect(largestStep).toBeLessThan(300_000)
  expect(mostMemory - before).toBeLessThan(400e6)
}, 3_600_000)
