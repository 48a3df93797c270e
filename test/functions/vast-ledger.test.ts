import { describe, expect, it } from 'vitest'
import { mostExportRows } from '../../core/api/exports.ts'
import { notBegun } from '../../functions/lib/exports/job.ts'
import { writeLedger } from '../../functions/lib/exports/ledger-file.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import { aDesk } from '../support/desk.ts'
import { makeStrictTable } from '../support/strict-table.ts'
import { anOrder, progressOf, vastLedger } from '../support/vast-ledger.ts'

const month = '2026-11'
const anOffice = async (count: number) => {
  const table = makeStrictTable()
  const desk = await aDesk(table)
  const id = await desk.log('hiring')
  const vast = vastLedger(table, { id, month, count })
  const container = { ...desk.container, table: vast.table, issues: makeIssueStore(vast.table) }
  return { container, written: vast.written }
}

describe('the ledger of a month with more issues than anybody reads', () => {
  it('is written in steps, none of which holds more than a hundred issues', async () => {
    const { container, written } = await anOffice(2_500)
    await writeLedger(container, anOrder(month, 'xlsx'), notBegun)
    expect(progressOf(written.progress)).toMatchObject({ rows: 2_500, ended: 'done' })
    expect(written.parts).toBeGreaterThanOrEqual(25)
    expect(written.largestStep).toBeLessThan(300_000)
  })

  it('ends with a sentence where no spreadsheet could open it', async () => {
    const { container, written } = await anOffice(250)
    const nearlyFull = { ...notBegun, version: 5, parts: 5, rows: mostExportRows - 120 }
    await writeLedger(container, anOrder(month, 'csv'), nearlyFull)
    expect(progressOf(written.progress)).toMatchObject({
      ended: 'failed',
      why: expect.stringContaining('请缩小月份范围'),
    })
  })
})
