import { expect, test } from 'vitest'
import { sealDays } from '../../../functions/lib/audit/seal.ts'
import { chainStart, linkHash } from '../../../functions/store/chain.ts'
import { eventRow } from '../../../functions/store/issue-rows.ts'
import { aSealedOffice, aSealer } from './a-trail.ts'

const shard = /^AUDIT#2026-11-20#/

test('what nobody touched is found to be as it was written', async () => {
  const { verify } = await aSealedOffice()
  const report = await verify()
  expect(report.codes).toEqual([])
  expect(report.sealed).toMatchObject({ days: 2, from: '2026-11-20', to: '2026-11-21' })
  expect(report).toMatchObject({ streams: 5, lines: 10 })
})

test('a changed event in the middle is named', async () => {
  const { put, row, verify } = await aSealedOffice()
  const event = row('FIRM#A', 'EVENT#000002')
  await put({ ...event, fact: { type: 'FirmChanged', firm: { park: '改过' } } })
  expect((await verify()).codes).toEqual(['changed FIRM#A EVENT#000002'])
})

test.each(['at', 'by', 'via'])('so is one of which only the %s was changed', async (name) => {
  const { put, row, verify } = await aSealedOffice()
  const other = { at: '2026-11-20T03:00:01Z', by: 'official-2', via: { role: 'admin', request: 'x' } }
  await put({ ...row('FIRM#A', 'EVENT#000001'), [name]: other[name as keyof typeof other] })
  expect((await verify()).codes).toEqual(['changed FIRM#A EVENT#000001'])
})

test('a changed last event is named, though none follows it', async () => {
  const { put, row, verify } = await aSealedOffice()
  await put({ ...row('FIRM#C', 'EVENT#000001'), by: 'somebody-else' })
  expect((await verify()).codes).toEqual(['changed FIRM#C EVENT#000001'])
})

test('a removed event is named by its number', async () => {
  const { remove, row, verify } = await aSealedOffice()
  await remove(row('FIRM#A', 'EVENT#000002'))
  expect((await verify()).codes).toEqual(['removed FIRM#A 000002'])
})

test('an end that was cut off is named, also where the present state was set back to fit', async () => {
  const { remove, put, row, verify } = await aSealedOffice()
  await remove(row('FIRM#A', 'EVENT#000004'))
  expect((await verify()).codes).toEqual(['cut FIRM#A'])
  await remove(row('FIRM#A', 'EVENT#000003'))
  const last = row('FIRM#A', 'EVENT#000002')
  await put({ ...row('FIRM#A', 'HEAD'), version: 2, hash: linkHash(eventRow(last)) })
  expect((await verify()).codes).toEqual(['cut FIRM#A'])
})

test('a whole stream that is gone is named', async () => {
  const { table, remove, verify } = await aSealedOffice()
  for (const row of table.rows()) if (row.pk === 'FIRM#B') await remove(row)
  expect((await verify()).codes).toEqual(['streamMissing FIRM#B'])
})

test('a past that was written anew, with every hash in order, is not what was sealed', async () => {
  const { put, row, verify } = await aSealedOffice()
  const one = { ...row('FIRM#B', 'EVENT#000001'), by: 'somebody-else', prev: chainStart('FIRM#B') }
  await put(one)
  await put({ ...row('FIRM#B', 'HEAD'), hash: linkHash(eventRow(one)) })
  expect((await verify()).codes).toEqual(['notAsSealed FIRM#B'])
})

test('words that were exchanged are named; words that were erased are only counted', async () => {
  const { put, remove, row, verify } = await aSealedOffice()
  const words = row('FIRM#A', 'NOTE#000001')
  await put({ ...words, note: { contact: '另一人' } })
  expect((await verify()).codes).toEqual(['wordsChanged FIRM#A EVENT#000001'])
  await remove(words)
  expect(await verify()).toMatchObject({ codes: [], wordsGone: 1 })
})

test('a changed, a removed and an added line of the audit, and one with its end cut off, are named', async () => {
  const { put, remove, row, verify } = await aSealedOffice()
  const [two, three] = [row(shard, 'LINE#000002'), row(shard, 'LINE#000003')]
  await put({ ...two, by: 'nobody' })
  expect((await verify()).codes).toEqual([`changed ${two.pk} LINE#000002`])
  await remove(two)
  expect((await verify()).codes).toEqual([`removed ${two.pk} 000002`])
  await put(two)
  await remove(three)
  expect((await verify()).codes).toEqual([`cut ${two.pk}`])
  await put(three)
  await put({ ...three, sk: 'LINE#000004', seq: 4, prev: linkHash(eventRow(three)) })
  expect((await verify()).codes).toEqual([`added ${two.pk}`])
})

test('a missing day is named', async () => {
  const { remove, row, verify, sealer, table, at } = await aSealedOffice()
  at('2026-11-23T03:00:00Z')
  await sealDays(table, sealer, '2026-11-23T03:00:00Z')
  expect((await verify()).codes).toEqual([])
  await remove(row('SEAL', '2026-11-21'))
  expect((await verify()).codes).toEqual(['dayMissing 2026-11-21'])
})

test('days that nobody has sealed for long are named', async () => {
  const { verify } = await aSealedOffice()
  expect((await verify({ now: '2026-11-24T03:00:00Z' })).codes).toEqual(['notSealed 2026-11-22'])
})

test('without any seal every chain is followed all the same, and the days that ought to have one are named', async () => {
  const { remove, row, put, verify } = await aSealedOffice()
  for (const day of ['2026-11-20', '2026-11-21']) await remove(row('SEAL', day))
  const event = row('FIRM#B', 'EVENT#000001')
  await put({ ...event, by: 'somebody-else' })
  const { codes } = await verify({ now: '2026-11-25T03:00:00Z' })
  const late = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']
  expect(codes).toEqual([...late.map((day) => `notSealed ${day}`), 'changed FIRM#B EVENT#000001'])
})

test('a seal that was changed, taken from another key, or signed by none is named', async () => {
  const { put, row, verify } = await aSealedOffice()
  const seal = row('SEAL', '2026-11-21')
  await put({ ...seal, streams: 7 })
  expect((await verify()).codes).toEqual(['sealChanged 2026-11-21'])
  await put({ ...seal, signature: await aSealer().sealer.sign(`zhuqi seal ${seal.digest}`) })
  expect((await verify()).codes).toEqual(['signatureWrong 2026-11-21'])
  await put({ ...seal, key: 'key-2' })
  expect((await verify()).codes).toEqual(['keyUnknown 2026-11-21'])
  await put({ ...seal, signature: '' })
  expect((await verify()).codes).toEqual(['signatureWrong 2026-11-21'])
})

test('what a seal covers cannot be exchanged under it', async () => {
  const { put, row, verify } = await aSealedOffice()
  const part = row('SEALED#2026-11-20', 'PART#000000')
  await put({ ...part, marks: (part.marks as object[]).slice(1) })
  expect((await verify()).codes).toEqual(['sealChanged 2026-11-20'])
})

test('whoever holds the key and seals another past anew is found out by a digest noted elsewhere', async () => {
  const { table, remove, row, verify, sealer } = await aSealedOffice()
  const { sealed } = await verify()
  const noted = { day: sealed.to ?? '', digest: sealed.digest ?? '' }
  expect((await verify({ noted })).codes).toEqual([])
  await remove(row('SEAL', '2026-11-20'))
  await remove(row('SEAL', '2026-11-21'))
  for (const one of table.rows()) if (one.pk === 'FIRM#B') await remove(one)
  await sealDays(table, sealer, '2026-11-22T04:00:00Z')
  expect((await verify()).codes).toEqual([])
  expect((await verify({ noted })).codes).toEqual(['notAsNoted 2026-11-21'])
})

test('a finding is a sentence that says where', async () => {
  const { remove, row, verify } = await aSealedOffice()
  await remove(row('FIRM#A', 'EVENT#000002'))
  expect((await verify()).said).toEqual(['FIRM#A 000002：被删除 / was removed'])
})
