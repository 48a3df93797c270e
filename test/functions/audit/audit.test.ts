import { expect, test } from 'vitest'
import { makeAudit } from '../../../functions/lib/audit/audit.ts'
import { verifyAudit } from '../../../functions/lib/audit/verify.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import { scope } from '../../../functions/store/scope.ts'
import type { Table, WriteResult } from '../../../functions/store/table.ts'

const now = () => '2026-11-23T03:00:00Z'
const refused = { type: 'Refused', what: 'getIssue', result: 'notAllowed' } as const
const linesIn = (table: ReturnType<typeof makeMemoryTable>) =>
  table.rows().filter(({ pk }) => pk.startsWith('AUDIT#'))
const verified = async (table: Table) => (await verifyAudit({ table, now: now(), keys: new Map() })).findings

test('a line says who, in which role and by which request, from the request that is under way', async () => {
  const table = makeMemoryTable()
  const audit = makeAudit({ table, now })
  await scope.run({ by: 'manager', role: 'manager', request: 'r-1' }, () => audit.record(refused))
  expect(linesIn(table)).toMatchObject([
    { by: 'manager', via: { role: 'manager', request: 'r-1' }, fact: refused, seq: 1 },
  ])
})

test('lines written at once stand in one unbroken chain', async () => {
  const table = makeMemoryTable()
  const audit = makeAudit({ table, now })
  await Promise.all(Array.from({ length: 120 }, (_, n) => audit.record({ ...refused, by: `user-${n}` })))
  expect(linesIn(table)).toHaveLength(120)
  expect(new Set(linesIn(table).map(({ pk }) => pk)).size).toBe(1)
  expect(await verified(table)).toEqual([])
})

test('two processes write chains of their own', async () => {
  const table = makeMemoryTable()
  const both = [makeAudit({ table, now }), makeAudit({ table, now })]
  await Promise.all(both.flatMap((audit) => [audit.record(refused), audit.record(refused)]))
  expect(new Set(linesIn(table).map(({ pk }) => pk)).size).toBe(2)
  expect(await verified(table)).toEqual([])
})

test('what belongs to a line is written with it or not at all, and a refused one leaves no gap', async () => {
  const table = makeMemoryTable()
  const audit = makeAudit({ table, now })
  const taken = { put: { pk: 'X', sk: 'Y' }, when: 'absent' as const }
  expect(await audit.record(refused, [taken])).toEqual({ written: true })
  expect(await audit.record(refused, [taken])).toEqual({ written: false, why: 'condition', failed: [0] })
  await audit.record(refused)
  expect(linesIn(table).map(({ seq }) => seq)).toEqual([1, 2])
  expect(await verified(table)).toEqual([])
})

test('the same refusal many times within a moment is one line with its number', async () => {
  const table = makeMemoryTable()
  const audit = makeAudit({ table, now })
  for (let n = 0; n < 500; n++) audit.note({ ...refused, request: `r-${n}` })
  audit.note({ ...refused, by: 'banker' })
  await audit.settled()
  expect(linesIn(table).map(({ by, fact }) => [by, (fact as { times?: number }).times])).toEqual([
    ['nobody', 500],
    ['banker', undefined],
  ])
})

test('a flood of different ones is counted together above a limit, and none is left out', async () => {
  const table = makeMemoryTable()
  const audit = makeAudit({ table, now })
  for (let n = 0; n < 2_500; n++) audit.note({ ...refused, by: `user-${n}` })
  await audit.settled()
  const lines = linesIn(table)
  expect(lines).toHaveLength(2_001)
  const times = lines.map(({ fact }) => (fact as { times?: number }).times ?? 1)
  expect(times.reduce((a, b) => a + b, 0)).toBe(2_500)
})

test('lines that cannot be written are told of, kept and written later; the chain stays whole', async () => {
  const table = makeMemoryTable()
  let broken = true
  const faults: number[] = []
  const failing: Table = {
    ...table,
    transact: async (writes): Promise<WriteResult> => {
      if (broken) throw new Error('the table is not there')
      return table.transact(writes)
    },
  }
  const audit = makeAudit({ table: failing, now, onFault: (_, waiting) => faults.push(waiting) })
  audit.note(refused)
  await audit.settled()
  expect([faults, linesIn(table)]).toEqual([[1], []])
  broken = false
  audit.note(refused)
  await audit.settled()
  expect(linesIn(table)).toMatchObject([{ fact: { times: 2 } }])
  expect(await verified(table)).toEqual([])
})

test('what must be on record before an answer is given fails with it', async () => {
  const table = makeMemoryTable()
  const transact = () => Promise.reject(new Error('the table is not there'))
  await expect(makeAudit({ table: { ...table, transact }, now }).record(refused)).rejects.toThrow('not there')
})

test('a line whose write had no clear answer may stand twice, and the chains stay whole', async () => {
  const table = makeMemoryTable()
  let answers = 0
  const unclear: Table = {
    ...table,
    transact: async (writes) => {
      const result = await table.transact(writes)
      if (++answers === 2) throw new Error('the answer was lost')
      return result
    },
  }
  const audit = makeAudit({ table: unclear, now })
  await audit.record(refused)
  await expect(audit.record(refused)).rejects.toThrow()
  await audit.record(refused)
  expect(linesIn(table)).toHaveLength(3)
  expect(await verified(table)).toEqual([])
})
