import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../functions/store/keys.ts'
import { streamRecord } from '../../local/change-feed/record.ts'
import { mondayMorning, openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'
import { scratchFolder } from '../support/table.ts'
import { today } from '../support/today.ts'

const day = 24 * 3600 * 1000
const atNoon = (date: string) => new Date(`${date}T04:00:00Z`)

type Events = { type: string; at: string; fact: Record<string, unknown> }[]
const historyIn = async ({ ask }: Pick<QuietOffice, 'ask'>, id: string) =>
  (await ask('dispatcher', 'GET', `/issues/${id}/events`)).body.items as Events
const typesIn = async (office: QuietOffice, id: string) =>
  (await historyIn(office, id)).map((event) => event.type)
const countIn = async (office: QuietOffice, id: string, type: string) =>
  (await typesIn(office, id)).filter((one) => one === type).length
const dueOf = async ({ ask }: QuietOffice, id: string, clock: string) => {
  const { body } = await ask('dispatcher', 'GET', `/issues/${id}`)
  const found = (body.clocks as { clock: string; due: string }[]).find((one) => one.clock === clock)
  if (!found) throw new Error(`no clock ${clock} runs on ${id}`)
  return new Date(found.due)
}
const overdueIn = async (office: QuietOffice, id: string) =>
  (await historyIn(office, id)).flatMap(({ type, fact }) => (type === 'OverdueRecorded' ? [fact.clock] : []))

describe('as time goes by', () => {
  let opened: QuietOffice
  let tell: ReturnType<typeof stories>
  beforeAll(async () => {
    opened = await openQuietOffice()
    tell = stories(opened)
  })
  afterAll(() => opened.close())

  it('an issue that is not accepted in time is overdue from that second on, and that is recorded once', async () => {
    const id = await tell.issueAt('assigned')
    const due = await dueOf(opened, id, 'accept')
    await opened.clock.advanceTo(new Date(due.getTime() - 1000))
    expect(await overdueIn(opened, id)).toEqual([])
    await opened.clock.advanceTo(due)
    expect(await overdueIn(opened, id)).toContain('accept')
    await opened.clock.advance(10 * day)
    const overdue = await overdueIn(opened, id)
    expect(overdue.toSorted()).toEqual(['accept', 'close', 'contact'])
    const { body } = await opened.ask('parks-1', 'GET', `/issues/${id}`)
    expect(body).toMatchObject({ standing: 'toAccept', clocks: [{ clock: 'accept', signal: 'red' }, {}, {}] })
  })

  it('an issue that is worked on in time is never overdue', async () => {
    const id = await tell.issueAt('handling')
    await opened.command('parks-1', id, 'recordReply', { text: '周内修复' })
    await opened.command('parks-1', id, 'proposeClosure', { closure: 'solved', text: '已修复' })
    await opened.command('official-1', id, 'confirmClosure', { result: 'solved', via: 'call' })
    await opened.clock.advance(30 * day)
    expect(await overdueIn(opened, id)).toEqual([])
  })

  it('an issue that the rules cannot place waits for the dispatcher, however long, and goes on when routed', async () => {
    const id = await tell.logged('own', { content: '希望帮忙牵线上下游企业。' })
    await opened.settled()
    expect(await typesIn(opened, id)).toEqual(['IssueLogged', 'RoutingLeftToDispatcher'])
    const listed = await opened.ask('dispatcher', 'GET', '/issues?queue=dispatcher')
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id }))
    await opened.clock.advance(7 * day)
    expect(await overdueIn(opened, id)).toEqual(['route'])
    expect(await countIn(opened, id, 'RoutingLeftToDispatcher')).toBe(1)
    await opened.command('dispatcher', id, 'routeIssue', { department: 'innovation' })
    await opened.settled()
    await opened.clock.advanceTo(await dueOf(opened, id, 'accept'))
    expect(await overdueIn(opened, id)).toContain('accept')
  })

  it('an issue that is verified is put away when its window for reopening is over, and then nothing waits for it', async () => {
    const id = await tell.issueAt('closed')
    const on = today(opened.clock.now())
    await opened.command('official-1', id, 'recordVerification', { what: 'workDone', on })
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    const until = new Date((body.issue as { reopenUntil: string }).reopenUntil)
    await opened.clock.advanceTo(new Date(until.getTime() - 1000))
    expect(await countIn(opened, id, 'IssueArchived')).toBe(0)
    const waiting = opened.office.steps.waitingCount()
    await opened.clock.advanceTo(until)
    expect(await countIn(opened, id, 'IssueArchived')).toBe(1)
    expect(opened.office.steps.waitingCount()).toBe(waiting - 1)
    await opened.clock.advance(day)
    const late = await opened.command('dispatcher', id, 'reopenIssue', { text: '又坏了' })
    expect([late.status, late.body.code]).toEqual([409, 'windowOver'])
  })

  it('an issue whose outcome nobody has seen is looked after for sixty days', async () => {
    const id = await tell.issueAt('closed')
    await opened.clock.advance(60 * day - 1000)
    expect(await countIn(opened, id, 'IssueArchived')).toBe(0)
    await opened.clock.advance(1000)
    expect(await countIn(opened, id, 'IssueArchived')).toBe(1)
  })

  it('a merge is told to the issue that goes on, once, however often the news of it comes', async () => {
    const [id, into] = [await tell.issueAt('assigned'), await tell.issueAt('assigned')]
    expect((await opened.command('dispatcher', id, 'mergeIssue', { into })).status).toBe(200)
    await opened.settled()
    const { items } = await opened.office.plainTable.query({
      ...keys.issueHead(id),
      sk: { beginsWith: 'EVENT#' },
    })
    const news = { Records: items.map(streamRecord) }
    const { consumer } = opened.office.functions.dispatcher
    await Promise.all([consumer(news), consumer(news)])
    await consumer({ Records: news.Records.toReversed() })
    await opened.settled()
    expect(await countIn(opened, into, 'MergeAbsorbed')).toBe(1)
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${into}`)
    expect(body.issue).toMatchObject({ absorbed: [id], stage: 'assigned' })
    await opened.clock.advance(5 * day)
    expect(await overdueIn(opened, id)).toEqual([])
  })
})

it('a confirmation that nobody answers ends after five working days as not reached, never as solved', async () => {
  const opened = await openQuietOffice()
  try {
    const id = await stories(opened).issueAt('confirming')
    // From Monday morning: the weekend does not count.
    await opened.clock.advanceTo(atNoon('2026-11-29'))
    expect(await typesIn(opened, id)).not.toContain('ConfirmationLapsed')
    await opened.clock.advanceTo(atNoon('2026-12-01'))
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    expect(body.issue).toMatchObject({ stage: 'closed', confirmation: { result: 'notReached' } })
    expect(body.issue).not.toHaveProperty('confirmation.satisfaction')
    expect(await countIn(opened, id, 'ConfirmationLapsed')).toBe(1)
    const figures = await opened.ask('manager', 'GET', '/indicators?month=2026-11')
    const [all] = figures.body.rows as { counts: Record<string, number> }[]
    expect(all?.counts).toMatchObject({ closed: 1, 'confirmed.notReached': 1 })
    expect(all?.counts).not.toHaveProperty(['confirmed.solved'])
  } finally {
    await opened.close()
  }
})

describe('an office that was shut meanwhile', () => {
  it('records what fell due once it opens again, and nothing a second time', async () => {
    const scratch = scratchFolder()
    const openAt = (start: Date) => openQuietOffice({ dataDir: scratch.folder, start })
    try {
      const before = await openAt(mondayMorning)
      const tell = stories(before)
      const [late, later] = [await tell.issueAt('assigned'), await tell.issueAt('assigned')]
      await before.clock.advanceTo(await dueOf(before, late, 'accept'))
      const known = await overdueIn(before, late)
      expect(known).toContain('accept')
      await before.command('parks-1', later, 'acceptAssignment')
      await before.settled()
      const then = before.clock.now()
      await before.close()

      // Opened twice at the very moment it was shut: nothing is recorded again.
      for (const _ of [1, 2]) {
        const again = await openAt(then)
        await again.settled()
        expect(await overdueIn(again, late)).toEqual(known)
        await again.close()
      }

      const after = await openAt(new Date(then.getTime() + 21 * day))
      await after.settled()
      await after.clock.advance(2000)
      for (const id of [late, later]) {
        const overdue = await overdueIn(after, id)
        expect(overdue).toContain('close')
        expect(new Set(overdue).size).toBe(overdue.length)
      }
      expect(after.office.steps.waitingCount()).toBe(2)
      await after.close()
    } finally {
      scratch.remove()
    }
  })
})
