import { afterAll, beforeAll, expect, it } from 'vitest'
import { dateAdd } from '../../core/zone-time.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { today } from '../support/today.ts'
import { told } from '../support/told.ts'

let opened: QuietOffice
let tell: ReturnType<typeof told>
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = told(opened)
})
afterAll(() => opened.close())

const morningOf = (date: string) => new Date(`${date}T01:00:00Z`)
const text = '土地指标未下达。'
const keptUntil = async (reviewOn: string) => {
  const id = await tell.inHand()
  await tell.gives('parks-1', id, 'proposeClosure', { closure: 'notYet', reviewOn, text })
  await tell.gives('official-1', id, 'confirmClosure', { result: 'partly', via: 'call' })
  await opened.settled()
  return id
}
const countOf = async (id: string) =>
  (await tell.typesOf(id)).filter((type) => type === 'ReviewDueRecorded').length
const rowsOf = async (id: string, by = 'parks-1', queue = 'department:parks') => {
  const { body } = await opened.ask(by, 'GET', `/issues?queue=${queue}&limit=100`)
  return (body.items as { id: string; asks?: string; signal?: string }[]).filter((row) => row.id === id)
}
const noticesOf = async (id: string, by = 'parks-1') => {
  const { body } = await opened.ask(by, 'GET', '/notices')
  return (body.items as { issue: string; kind: string }[]).flatMap(({ issue, kind }) =>
    issue === id && kind === 'reviewDue' ? [kind] : [],
  )
}

it('what is kept on the list comes up on the morning of its review, as event, notice and work, each once', async () => {
  const id = await keptUntil('2027-03-01')
  await opened.clock.advanceTo(new Date(morningOf('2027-03-01').getTime() - 1000))
  await opened.settled()
  expect([await countOf(id), await rowsOf(id), await noticesOf(id)]).toEqual([0, [], []])
  await opened.clock.advanceTo(morningOf('2027-03-01'))
  await opened.settled()
  expect(await countOf(id)).toBe(1)
  expect(await noticesOf(id)).toEqual(['reviewDue'])
  expect(await noticesOf(id, 'dispatcher')).toEqual(['reviewDue'])
  expect(await rowsOf(id)).toMatchObject([{ asks: 'review' }])
  await opened.clock.advance(60 * 24 * 3600 * 1000)
  await opened.settled()
  expect(await countOf(id)).toBe(1)
  expect(await rowsOf(id)).toMatchObject([{ asks: 'review', signal: 'red' }])
})

it('a review that goes on brings it back into work; one that does not yet, up again on its new day', async () => {
  const on = today(opened.clock.now())
  const later = (days: number) => dateAdd(on, days)
  const id = await keptUntil(later(30))
  await opened.clock.advanceTo(morningOf(later(30)))
  await opened.settled()
  await tell.gives('parks-1', id, 'reviewClosure', { redo: false, reviewOn: later(90), text })
  await opened.settled()
  expect(await rowsOf(id)).toEqual([])
  await opened.clock.advanceTo(morningOf(later(90)))
  await opened.settled()
  expect(await countOf(id)).toBe(2)
  await tell.gives('dispatcher', id, 'reviewClosure', { redo: true, text })
  await opened.settled()
  expect(await tell.viewOf(id)).toMatchObject({ standing: 'toHandle', issue: { stage: 'handling' } })
  const [row, ...more] = await rowsOf(id)
  expect([row?.id, row?.asks, more]).toEqual([id, undefined, []])
})
