import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeOpenIssues } from '../../functions/calendar/recompute.ts'
import { movableClock } from '../../local/clock.ts'
import { noticeOf2027 } from '../support/notice-of-2027.ts'
import { openTestOffice } from '../support/office.ts'
import { today } from '../support/today.ts'

const clock = movableClock(new Date('2026-12-28T02:00:00Z'))
let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice({ clock })
  const { steps, feed } = opened.office
  clock.settleUntil(() => steps.runningCount() === 0 && feed.waiting() === 0)
})
afterAll(() => opened.close())

const issues = 30

const logAll = async () => {
  const ids: string[] = []
  for (let n = 0; n < issues; n++) {
    const body = {
      firm: { uscc: '91511099MA6100017L' },
      category: 'hiring',
      content: `第${n}条生产线招工困难`,
    }
    ids.push(String((await opened.ask('official-1', 'POST', '/issues', body)).body.id))
  }
  await clock.advance(1_000)
  return ids
}

type Dues = { close: string; accept: string; provisional?: boolean }
const duesOf = async (id: string) => {
  const reply = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
  return (reply.body.issue as { assignment: { dues: Dues } }).assignment.dues
}

describe('a notice of holidays that comes out while issues are open', () => {
  it('moves their due times, once, says how many, and lets the running workflow wait for the new ones', async () => {
    const ids = await logAll()
    const before = await duesOf(String(ids[0]))
    expect(before.provisional).toBe(true)
    const set = await opened.ask('admin', 'POST', '/calendar/years', { calendar: noticeOf2027 })
    expect(set.status, JSON.stringify(set.body)).toBe(201)
    const first = await opened.ask('admin', 'POST', '/recomputations', {})
    expect(first.body).toEqual({ looked: issues, moved: issues })
    const after = await duesOf(String(ids[0]))
    expect(after.provisional).toBeUndefined()
    expect(after.close > before.close).toBe(true)
    expect(after.accept).toBe(before.accept)
    const again = await opened.ask('admin', 'POST', '/recomputations', {})
    expect(again.body).toEqual({ looked: issues, moved: 0 })

    await clock.advance(1_000)
    await clock.advanceTo(new Date(Date.parse(before.close) + 60_000))
    const events = await opened.ask('dispatcher', 'GET', `/issues/${ids[0]}/events`)
    const late = (events.body.items as { type: string; fact: { clock?: string } }[]).filter(
      (event) => event.type === 'OverdueRecorded' && event.fact.clock === 'close',
    )
    expect(late).toEqual([])
  })

  it('can be worked through in parts, each going on where the last one ended', async () => {
    let cursor: string | undefined
    let looked = 0
    for (let parts = 0; parts < 100; parts++) {
      const part = await recomputeOpenIssues(opened.office.container, cursor, 0)
      if ('refused' in part) throw new Error(part.refused)
      looked += part.looked
      cursor = part.cursor
      if (!cursor) break
    }
    expect(cursor).toBeUndefined()
    expect(looked).toBe(issues)
  })

  it('is refused where a day is no day, and where a record for that day is there already', async () => {
    const wrong = { ...noticeOf2027, off: ['2027-02-30'] }
    const refused = await opened.ask('admin', 'POST', '/calendar/years', { calendar: wrong })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('/calendar/off/0')
    const on = today(clock.now())
    await opened.ask('admin', 'POST', '/calendar/years', { calendar: noticeOf2027, validFrom: on })
    const again = await opened.ask('admin', 'POST', '/calendar/years', {
      calendar: noticeOf2027,
      validFrom: on,
    })
    expect(again.status).toBe(201)
    const other = { ...noticeOf2027, source: '另一份通知' }
    const twice = await opened.ask('admin', 'POST', '/calendar/years', { calendar: other, validFrom: on })
    expect(twice.body).toMatchObject({ status: 409, code: 'recordExists' })
  })
})
