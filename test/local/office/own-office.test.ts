import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { kindsOfReference } from '../../../core/reference/records.ts'
import { keys } from '../../../functions/store/keys.ts'
import { freePort } from '../../../local/engine/free-port.ts'
import { addressFrom } from '../../../local/office/address.ts'
import { directoryFrom } from '../../../local/office/own-office.ts'
import theDirectory from '../../../samples/directory.json' with { type: 'json' }
import theFirms from '../../../samples/firms.json' with { type: 'json' }
import { openTestOffice } from '../../support/office.ts'
import { scratchFolder } from '../../support/table.ts'
import { askSetting, at, atSignIn, me } from '../accounts/people.ts'

const scratch = scratchFolder()
afterAll(() => scratch.remove())
const publicly = async () => ({
  address: addressFrom({ PORT: String(await freePort()), ZHUQI_ORIGIN: 'https://zhuqi.example.cn' }),
})

/** A directory that shares nothing with the sample. */
const ours = {
  zone: { code: 'JKQ', name: '某经济开发区', parks: ['东园'] },
  departments: [
    { id: 'centre', name: '服务中心', role: 'dispatcher' },
    { id: 'finance', name: '财政金融局' },
  ],
  teams: [{ id: 'team-a', name: '一组' }],
  banks: [],
  users: [
    { id: 'zhang', name: '张某', role: 'admin' },
    { id: 'li', name: '李某', role: 'official', team: 'team-a' },
  ],
}

describe('an office of its own', () => {
  it.each([
    ['that others can reach', publicly],
    ['with accounts from the start', async () => ({ signIn: { accounts: true } })],
    ['with its own directory', async () => ({ directory: ours })],
  ])('%s has no sample user, no sample record and no sample firm', async (_, options) => {
    const { office, close } = await openTestOffice(await options())
    const reference = await office.container.reference()
    const sampleIds = new Set(theDirectory.users.map(({ id }) => id))
    expect(reference.user.filter(({ id }) => sampleIds.has(id))).toEqual([])
    const sources = kindsOfReference.flatMap((kind) => reference[kind].map(({ source }) => source))
    expect(sources.filter((source) => source.includes('名录') && !source.startsWith('本单位'))).toEqual([])
    expect([reference.loanProduct, reference.policy, reference.bank]).toEqual([[], [], []])
    expect(await office.container.table.getMany(theFirms.map(({ uscc }) => keys.firmHead(uscc)))).toEqual([])
    expect(office.forSamples).toBe(false)
    expect(reference.calendarYear.length).toBeGreaterThan(0)
    await close()
  })

  it('takes the people of its directory, asks them who they are, and routes by the usual rules it has departments for', async () => {
    const { office, close } = await openTestOffice({ directory: ours })
    const { user, zone, routingRule } = await office.container.reference()
    expect(user.map(({ id }) => id).sort()).toEqual(['li', 'zhang'])
    expect(zone[0]?.name).toBe('某经济开发区')
    expect(routingRule.map(({ department }) => department)).toEqual(['finance'])
    expect((await fetch(`${office.origin}/sample-users.json`)).status).toBe(404)
    const { page, type } = await atSignIn(at(office.origin))
    expect(page.text).toMatch(/用户编号[\s\S]*密码/)
    expect((await type('li', 'anything')).text).toContain('用户编号或密码不对')
    await close()
  })

  it('refuses a directory with a record that cannot be taken, and names the field', async () => {
    const wrong = { ...ours, users: [{ id: 'li', name: '李某', role: 'official', team: 'team-z' }] }
    await expect(openTestOffice({ directory: wrong })).rejects.toThrow(/user li: .*\/team/)
  })

  it('says so where the file that is named is no directory', () => {
    const file = join(scratch.folder, 'not-one.json')
    writeFileSync(file, '{"people": []}')
    expect(() => directoryFrom({ ZHUQI_DIRECTORY: file })).toThrow('不是可读的单位名录')
    expect(() => directoryFrom({ ZHUQI_DIRECTORY: `${file}.gone` })).toThrow('不是可读的单位名录')
    expect(directoryFrom({})).toBeUndefined()
  })
})

describe('a data folder', () => {
  it('of the sample office is neither opened to others nor given another directory', async () => {
    const dataDir = join(scratch.folder, 'sample')
    const sample = await openTestOffice({ dataDir })
    expect(sample.office.forSamples).toBe(true)
    await sample.close()
    const accounts = { signIn: { accounts: true } }
    await expect(openTestOffice({ dataDir, ...accounts, ...(await publicly()) })).rejects.toThrow('示例单位')
    await expect(openTestOffice({ dataDir, directory: ours })).rejects.toThrow('示例单位')
  })

  it('of an office of its own stays one, whatever is said at the next start', async () => {
    const dataDir = join(scratch.folder, 'own')
    await (await openTestOffice({ dataDir, directory: ours })).close()
    const again = await openTestOffice({ dataDir })
    expect(again.office.forSamples).toBe(false)
    expect((await again.office.container.reference()).user).toHaveLength(2)
    await again.close()
  })

  it('that is empty gets its first administrator on the machine, who signs in; a second one is added in the portal', async () => {
    const dataDir = join(scratch.folder, 'empty')
    const { office, close } = await openTestOffice({ dataDir, signIn: { accounts: true } })
    const account = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          fileURLToPath(new URL('../../../local/accounts/main.ts', import.meta.url)),
          ...args,
          '--data',
          dataDir,
        ],
        { encoding: 'utf8' },
      )
    const made = account('add', 'zhang', '--admin', '张某')
    const code = /one-time code {2}(\S+)/.exec(made.stdout)?.[1] ?? made.stderr
    expect((await askSetting(office.origin, 'zhang', code, '石桥 三月 风筝 42')).status).toBe(200)
    const { tokens } = await atSignIn(at(office.origin))
    const { access_token } = await tokens('zhang', '石桥 三月 风筝 42')
    expect(await me(office.origin, access_token)).toMatchObject({ status: 200, body: { role: 'admin' } })
    const second = account('add', 'wang', '--admin', '王某')
    expect([second.status, second.stderr.includes('已有管理员')]).toEqual([1, true])
    await close()
  })
})
