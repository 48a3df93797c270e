import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../functions/store/keys.ts'
import firms from '../../samples/firms.json' with { type: 'json' }
import { openTestOffice, until } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

describe('an office that starts for the first time', () => {
  it('counts the firms that it starts with among those on the register', async () => {
    const rosterCount = async () => {
      const row = await opened.office.plainTable.get(keys.counters('roster', 'all'))
      return Number(row?.roster ?? 0)
    }
    await until(async () => (await rosterCount()) >= firms.length, 'every sample firm is counted')
    expect(await rosterCount()).toBe(firms.length)
  })
})
