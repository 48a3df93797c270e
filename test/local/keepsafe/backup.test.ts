import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../local/engine/free-port.ts'
import { backUp } from '../../../local/keepsafe/backup.ts'
import { restore } from '../../../local/keepsafe/restore.ts'
import { upgrade } from '../../../local/keepsafe/upgrade.ts'
import { openTestOffice } from '../../support/office.ts'
import { scratchFolder } from '../../support/table.ts'

const firm = { uscc: '91511099MA6000016Y', name: '内江备份有限公司' }
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 4, minute))

describe('a backup', () => {
  const scratch = scratchFolder()
  const dataDir = join(scratch.folder, 'data')
  const backups = join(scratch.folder, 'backups')
  const logged: string[] = []
  let backup = ''
  let port = 0
  let tokenOfBefore = ''

  const log = async (office: Awaited<ReturnType<typeof openTestOffice>>, content: string) => {
    const { body } = await office.ask('official-1', 'POST', '/issues', { firm, category: 'other', content })
    logged.push(String(body.id))
  }

  beforeAll(async () => {
    port = await freePort()
    const office = await openTestOffice({ dataDir, port })
    tokenOfBefore = await office.office.token('dispatcher')
    await office.ask('official-1', 'POST', '/firms', firm)
    for (let n = 0; n < 5; n++) await log(office, `备份之前第${n}件`)
    // While it is written to: an office does not stop for its backup.
    const [made] = await Promise.all([
      backUp(dataDir, backups, at(0)),
      ...[0, 1, 2].map((n) => log(office, `备份之中第${n}件`)),
    ])
    backup = made
    await log(office, '备份之后的一件')
    await office.close()
  })
  afterAll(scratch.remove)

  it('is one folder that only its owner can read, with nothing unfinished beside it', () => {
    expect(readdirSync(backups)).toEqual(['2026-11-23T04-00-00'])
    const open = readdirSync(backup).filter((name) => statSync(join(backup, name)).mode & 0o077)
    expect([statSync(backup).mode & 0o077, open]).toEqual([0, []])
  })

  it('holds the key that seals the days, and its public half, as they are', () => {
    for (const name of ['seal-key.pem', 'seal-key.pub.pem'])
      expect(readFileSync(join(backup, name), 'utf8'), name).toBe(readFileSync(join(dataDir, name), 'utf8'))
    expect(readFileSync(join(backup, 'seal-key.pem'), 'utf8')).toContain('PRIVATE KEY')
  })

  it('is refused while an office runs on the folder that it should replace', async () => {
    const office = await openTestOffice({ dataDir })
    await expect(restore(backup, dataDir, at(1))).rejects.toThrow('请先停止')
    await expect(upgrade(dataDir, backups, at(1))).rejects.toThrow('请先停止')
    await office.close()
  })

  it('is refused where a file of it is damaged, and leaves the data as they are', async () => {
    const damaged = join(scratch.folder, 'damaged')
    await restore(backup, damaged, at(2))
    const copy = await backUp(damaged, join(scratch.folder, 'copies'), at(2))
    const bytes = readFileSync(join(copy, 'zhuqi.db'))
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(join(copy, 'zhuqi.db'), bytes)
    const before = readFileSync(join(dataDir, 'zhuqi.db'))
    await expect(restore(copy, dataDir, at(3))).rejects.toThrow('zhuqi.db')
    expect(readFileSync(join(dataDir, 'zhuqi.db')).equals(before)).toBe(true)
  })

  it('brings back what had been answered before it began; what was there lies beside', async () => {
    const { aside } = await restore(backup, dataDir, at(4))
    expect(existsSync(join(aside ?? '', 'zhuqi.db'))).toBe(true)
    const office = await openTestOffice({ dataDir })
    const statusOf = async (id: string) => (await office.ask('dispatcher', 'GET', `/issues/${id}`)).status
    const statuses = await Promise.all(logged.map(statusOf))
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
    expect(statuses.at(-1)).toBe(404)
    await office.close()
  })

  it('keeps the keys, so that a token of before is still known after', async () => {
    const office = await openTestOffice({ dataDir, port })
    const answer = await fetch(`${office.office.origin}/api/v1/me`, {
      headers: { authorization: `Bearer ${tokenOfBefore}` },
    })
    expect([answer.status, ((await answer.json()) as { id: string }).id]).toEqual([200, 'dispatcher'])
    await office.close()
  })

  it('says so where a folder is no backup', async () => {
    await expect(restore(scratch.folder, dataDir, at(5))).rejects.toThrow('不是助企的备份')
  })
})
