import { describe, expect, it, test } from 'vitest'
import { auditDaysFrom, expireAudit, keptFrom } from '../../../functions/lib/audit/keep.ts'
import { sealDays } from '../../../functions/lib/audit/seal.ts'
import { aSealedOffice } from './a-trail.ts'

const shardOf20 = /^AUDIT#2026-11-20#/
const shardOf21 = /^AUDIT#2026-11-21#/

/** More than a year on, with a seal for each day since. */
const aYearOn = async (now: string) => {
  const office = await aSealedOffice()
  office.at(now)
  await sealDays(office.table, office.sealer, now)
  return office
}
/** The day after which the 20th is older than a year and a day, and the 21st is not. */
const on = '2027-11-22T03:00:00Z'
const kept = keptFrom(on, 366)

describe('lines of the audit that were kept long enough', () => {
  it('are removed with the day’s register, and the verifier, told from when on they are kept, finds all as it was', async () => {
    const { table, verify } = await aYearOn(on)
    expect(kept).toBe('2026-11-21')
    expect(await expireAudit(table, kept)).toBe(3)
    expect(table.rows().filter(({ pk }) => pk.includes('2026-11-20') && pk.startsWith('AUDIT'))).toEqual([])
    expect((await verify({ now: on, keptFrom: kept })).codes).toEqual([])
    expect((await verify({ now: on })).codes).toEqual([
      expect.stringMatching(/^streamMissing AUDIT#2026-11-20#/),
    ])
  })

  it('are not those of a day that is still to be kept, whose loss is named', async () => {
    const { table, verify, remove, row } = await aYearOn(on)
    await expireAudit(table, kept)
    const lost = row(shardOf21, 'LINE#000001')
    await remove(lost)
    expect((await verify({ now: on, keptFrom: kept })).codes).toEqual([`streamMissing ${lost.pk}`])
  })

  it('may be gone in part where the run was ended halfway, and what is left of them must still be what was written', async () => {
    const { table, verify, remove, row, put } = await aYearOn(on)
    await remove(row(shardOf20, 'LINE#000003'))
    expect((await verify({ now: on, keptFrom: kept })).codes).toEqual([])
    const first = row(shardOf20, 'LINE#000001')
    await put({ ...first, by: 'somebody-else' })
    expect((await verify({ now: on, keptFrom: kept })).codes).toEqual([`changed ${first.pk} LINE#000001`])
    await put(first)
    expect(await expireAudit(table, kept)).toBe(2)
  })

  it('leave every event of an issue or firm where it is, and every seal', async () => {
    const { table } = await aYearOn(on)
    const others = () => table.rows().filter(({ pk }) => !pk.startsWith('AUDIT')).length
    const before = others()
    await expireAudit(table, kept)
    expect(others()).toBe(before)
  })

  it('stay where nothing was sealed, or nothing was said', async () => {
    const { table } = await aYearOn(on)
    expect(await expireAudit(table, keptFrom(on, undefined))).toBe(0)
    for (const { pk, sk } of table.rows()) if (pk === 'SEAL') await table.transact([{ remove: { pk, sk } }])
    expect(await expireAudit(table, kept)).toBe(0)
  })
})

test.each(['365', '0', '-400', '1e4', 'ein Jahr', '36.6'])(
  'no less than a year: %s days is refused',
  (days) => {
    expect(() => auditDaysFrom({ ZHUQI_AUDIT_DAYS: days })).toThrow('ZHUQI_AUDIT_DAYS')
  },
)

test('a year and more is taken, and nothing said keeps for good', () => {
  expect(auditDaysFrom({ ZHUQI_AUDIT_DAYS: '1096' })).toBe(1096)
  expect([auditDaysFrom({}), auditDaysFrom({ ZHUQI_AUDIT_DAYS: '' })]).toEqual([undefined, undefined])
})
