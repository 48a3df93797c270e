import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingWords } from '../../../functions/lib/audit/findings.ts'
import { verifyAudit } from '../../../functions/lib/audit/verify.ts'
import { movableClock } from '../../../local/clock.ts'
import { openEngine } from '../../../local/engine/engine.ts'
import { restore } from '../../../local/keepsafe/restore.ts'
import { upgrade } from '../../../local/keepsafe/upgrade.ts'
import { openTestOffice, until } from '../../support/office.ts'
import { scratchFolder } from '../../support/table.ts'
import { anEarlierBackup, unpackBackup } from './an-earlier-backup.ts'

const { stages, madeAt, link } = anEarlierBackup

describe("a backup of an earlier version, restored under today's", () => {
  const scratch = scratchFolder()
  const dataDir = join(scratch.folder, 'data')
  const clock = movableClock(madeAt)
  let office: Awaited<ReturnType<typeof openTestOffice>>

  beforeAll(async () => {
    await restore(unpackBackup(join(scratch.folder, 'backup')), dataDir, madeAt)
    await upgrade(dataDir, join(scratch.folder, 'backups'), madeAt)
    office = await openTestOffice({ dataDir, clock })
  })
  afterAll(async () => {
    await office?.close()
    scratch.remove()
  })

  const stageOf = async (id: string) => {
    const { body } = await office.ask('dispatcher', 'GET', `/issues/${id}`)
    return (body.issue as { stage: string } | undefined)?.stage
  }

  it.each(Object.entries(stages))('has issue %s, where it stood: %s', async (id, stage) => {
    expect(await stageOf(id)).toBe(stage)
    const { body } = await office.ask('dispatcher', 'GET', `/issues/${id}/events`)
    expect((body.items as { type: string }[])[0]?.type).toBe('IssueLogged')
  })

  it("still knows the firm's link that was handed out then", async () => {
    const answer = await office.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': link })
    expect([answer.status, answer.body.stage]).toEqual([200, 'confirming'])
  })

  it('has every history whole, and each issue is what its history comes to under this version', async () => {
    const { container, plainTable } = office.office
    const report = await verifyAudit({ table: plainTable, now: container.now(), keys: new Map() })
    expect(report.findings.map(findingWords)).toEqual([])
    expect(report.streams).toBeGreaterThan(Object.keys(stages).length)
  })

  it('lets the department accept what was assigned then', async () => {
    const { status } = await office.command('finance-1', '20261123-NC7RP', 'acceptAssignment')
    expect([status, await stageOf('20261123-NC7RP')]).toEqual([200, 'handling'])
  })

  it('ends by its workflow the confirmation that the firm never answered', async () => {
    expect(office.office.restarted.started).toBeGreaterThanOrEqual(3)
    await until(async () => {
      await clock.advance(24 * 3600 * 1000)
      return (await stageOf('20261123-WS3JX')) === 'closed'
    }, 'the confirmation lapsed')
  })
})

describe('an office opened on the data of an earlier version', () => {
  const scratch = scratchFolder()
  afterAll(scratch.remove)

  it('either opens or says that it must be upgraded first, and opens after that', async () => {
    const dataDir = join(scratch.folder, 'data')
    await restore(unpackBackup(join(scratch.folder, 'backup')), dataDir, madeAt)
    const first = await openTestOffice({ dataDir, clock: movableClock(madeAt) }).then(
      (opened) => opened.close().then(() => 'opened'),
      (error: Error & { code?: string }) => error.code,
    )
    expect(['opened', 'needsUpgrade']).toContain(first)
    await upgrade(dataDir, join(scratch.folder, 'backups'), madeAt)
    const again = await openTestOffice({ dataDir, clock: movableClock(madeAt) })
    await again.close()
    // Nothing of ours holds the folder any more.
    await (await openEngine({ dataDir })).stop()
  })
})
