import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openQuietOffice, type QuietOffice } from '../../support/quiet-office.ts'
import { stories } from '../../support/stories.ts'
import { scratchFolder } from '../../support/table.ts'
import { today } from '../../support/today.ts'

const data = scratchFolder()
const main = fileURLToPath(new URL('../../../local/audit/main.ts', import.meta.url))
let opened: QuietOffice
let id: string
beforeAll(async () => {
  // The command goes by the clock of the machine: an office of another day would have days that nobody sealed.
  opened = await openQuietOffice({ dataDir: data.folder, start: new Date() })
  id = await stories(opened).issueAt('handling')
  await opened.settled()
})
afterAll(async () => {
  await opened.close()
  data.remove()
})

/** `npm run audit -- …` as somebody types it on the machine, while the office runs. */
const audit = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ status: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [main, ...args, '--data', data.folder], {
      env: { ...process.env, ...env },
    })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(String(piece)))
    child.on('close', (status) => resolve({ status, said: said.join('') }))
  })

describe('the audit on the machine itself', () => {
  it('finds all as it was written, then names the event that was changed through the engine, and ends with 1', async () => {
    const whole = await audit(['verify'])
    expect([whole.status, whole.said]).toEqual([0, expect.stringContaining('全部相符')])
    const { plainTable } = opened.office
    const event = await plainTable.get({ pk: `ISSUE#${id}`, sk: 'EVENT#000002' })
    if (!event) throw new Error('the issue has no second event')
    await plainTable.transact([{ put: { ...event, by: 'somebody-else' } }])
    const changed = await audit(['verify'])
    expect([changed.status, changed.said]).toEqual([
      1,
      expect.stringContaining(`ISSUE#${id} EVENT#000002：内容被改动`),
    ])
    await plainTable.transact([{ put: event }])
    expect((await audit(['verify'])).status).toBe(0)
  })

  it('exports a day to a file that is not overwritten, and puts it on record', async () => {
    const to = join(data.folder, 'trail.csv')
    const day = today(opened.clock.now())
    expect(await audit(['export', '--day', day, '--to', to])).toMatchObject({ status: 0 })
    const rows = readFileSync(to, 'utf8').trimEnd().split('\r\n')
    expect(rows.some((row) => row.includes(`ISSUE#${id} EVENT#000001`))).toBe(true)
    expect(rows.at(-1)).toContain('导出人 system')
    expect((await audit(['export', '--day', day, '--to', to])).status).toBe(2)
    await opened.office.container.audit.settled()
    const { body } = await opened.ask('auditor', 'GET', `/audit?day=${today()}&limit=100`)
    expect(JSON.stringify(body.items)).toContain('exportAudit')
  })

  it.each([
    [['verify'], { ZHUQI_AUDIT_DAYS: '30' }, '不少于 366 的天数'],
    [['export', '--day', 'yesterday'], {}, '--day 2026-11-23'],
    [['erase'], {}, 'npm run audit -- verify'],
  ])('says what to type instead: %s', async (args, env, words) => {
    const { status, said } = await audit(args, env as Record<string, string>)
    expect([status, said]).toEqual([2, expect.stringContaining(words)])
  })
})
