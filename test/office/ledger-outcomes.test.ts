import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../core/zone-time.ts'
import { openQuietOffice } from '../support/quiet-office.ts'

type Issue = {
  category: string
  stage: string
  need?: { post?: string; headcount?: number; creditYuan?: number }
  hiring?: { stayAsked?: unknown; posts: { funnel: Record<string, number> }[] }
  refund?: { applications?: { steps: { due?: string }[] }[] }
  verification?: Record<string, unknown>
}

const day = 86_400_000
let opened: Awaited<ReturnType<typeof openQuietOffice>>
const rows: { hiring: string[]; taxRefund: string[]; policy: string[] } = {
  hiring: [],
  taxRefund: [],
  policy: [],
}

const issueOf = async (id: string) =>
  (await opened.ask('dispatcher', 'GET', `/issues/${id}`)).body.issue as Issue
const on = () => localDate(opened.clock.now().toISOString())
const does = async (by: string, id: string, name: string, input: unknown = {}) => {
  const reply = await opened.command(by, id, name, input)
  if (reply.status !== 200) throw new Error(`${name} ${id}: ${JSON.stringify(reply.body)}`)
}
const solved = async (by: string, id: string) => {
  await does(by, id, 'proposeClosure', { closure: 'solved', text: '已按企业需求办结。' })
  await does('dispatcher', id, 'confirmClosure', { result: 'solved', via: 'call', satisfaction: 'satisfied' })
}
const countOf = async (id: string, type: string) => {
  const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}/events`)
  return (body.items as { type: string }[]).filter((event) => event.type === type).length
}

/** Many at once, as an office works. */
const each = (ids: readonly string[], work: (id: string) => Promise<void>) => Promise.all(ids.map(work))

beforeAll(async () => {
  opened = await openQuietOffice()
  const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
  const response = await fetch(`${opened.office.origin}/api/v1/imports?acceptWarnings=true`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await opened.office.token('dispatcher')}`,
      'content-type': 'text/csv',
    },
    body: new Uint8Array(sample),
  })
  const answer = (await response.json()) as { rows: { id?: string; issue?: { category: string } }[] }
  for (const { id, issue } of answer.rows) {
    if (id && issue?.category === 'hiring') rows.hiring.push(id)
    if (id && issue?.category === 'taxRefund') rows.taxRefund.push(id)
    if (id && issue?.category === 'policy') rows.policy.push(id)
  }
  await opened.settled()
}, 60_000)
afterAll(() => opened.close())

describe('the ledger of the first forums', () => {
  it('brings its hiring issues to people who are still there after thirty days, asked for by itself and once', async () => {
    expect(rows.hiring.length).toBeGreaterThan(30)
    await each(rows.hiring, async (id) => {
      const { need = {} } = await issueOf(id)
      const headcount = need.headcount ?? 5
      await does('talent-1', id, 'acceptAssignment')
      await does('talent-1', id, 'addPost', { title: need.post ?? '普工', headcount, kind: 'full' })
      await does('talent-1', id, 'recordHelp', { kind: 'agency', on: on(), post: 'P1' })
      await does('talent-1', id, 'recordFunnel', {
        post: 'P1',
        on: on(),
        introduced: headcount,
        intended: headcount,
      })
      await does('talent-1', id, 'recordFunnel', { post: 'P1', on: on(), arrived: headcount })
      await solved('talent-1', id)
    })
    await opened.settled()
    const [first = ''] = rows.hiring
    const early = await opened.command('talent-1', first, 'recordStay', {
      on: on(),
      counts: [{ post: 'P1', people: 1 }],
    })
    expect(early.body.code).toBe('tooEarly')
    await opened.clock.advance(30 * day - 3600_000)
    expect(await countOf(first, 'StayAsked')).toBe(0)
    await opened.clock.advance(day)
    await each(rows.hiring, async (id) => {
      expect(await countOf(id, 'StayAsked')).toBe(1)
      const { hiring } = await issueOf(id)
      const arrived = hiring?.posts[0]?.funnel.arrived ?? 0
      await does('talent-1', id, 'recordStay', { on: on(), counts: [{ post: 'P1', people: arrived - 1 }] })
      expect((await issueOf(id)).verification).toMatchObject({
        what: arrived > 1 ? 'peopleAtWork' : 'notSeen',
        headcount: arrived - 1,
      })
    })
    const told = await opened.ask('talent-1', 'GET', '/notices')
    expect(
      (told.body.items as { kind: string }[]).filter(({ kind }) => kind === 'stayAsked').length,
    ).toBeGreaterThan(0)
    await opened.clock.advance(day)
    expect(await countOf(first, 'StayAsked')).toBe(1)
  }, 120_000)

  it('brings its refund issues to money in the account, with the tax office’s ten working days from acceptance', async () => {
    expect(rows.taxRefund.length).toBeGreaterThan(10)
    const [watched = ''] = rows.taxRefund
    const said = () => ({ on: on(), saidBy: 'taxOffice' })
    await each(rows.taxRefund, async (id) => {
      const amountYuan = (await issueOf(id)).need?.creditYuan ?? 1_000_000
      await does('tax-1', id, 'acceptAssignment')
      await does('tax-1', id, 'recordPrecheck', { verdict: 'yes', estimateYuan: amountYuan, ...said() })
      await does('tax-1', id, 'checkPapers', { ready: ['form', 'vatReturn', 'composition'], ...said() })
      await does('tax-1', id, 'recordRefundStep', { step: 'applied', amountYuan, ...said() })
      await does('tax-1', id, 'recordRefundStep', { step: 'accepted', ...said() })
    })
    await opened.settled()
    const early = await opened.command('tax-1', watched, 'proposeClosure', {
      closure: 'solved',
      text: '快了',
    })
    expect([early.status, early.body.code]).toEqual([409, 'resultMissing'])
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${watched}`)
    expect(body.clocks).toContainEqual(expect.objectContaining({ clock: 'refund' }))
    // Ten working days, and the New Year's holidays between.
    await opened.clock.advance(20 * day)
    const { items } = (await opened.ask('dispatcher', 'GET', `/issues/${watched}/events`)).body as {
      items: { type: string; fact: { clock?: string } }[]
    }
    const marks = items.filter(({ fact }) => fact.clock === 'refund').map(({ type }) => type)
    expect(marks).toEqual(['DueSoonRecorded', 'OverdueRecorded'])
    await each(rows.taxRefund, async (id) => {
      const amountYuan = (await issueOf(id)).need?.creditYuan ?? 1_000_000
      await does('tax-1', id, 'recordRefundStep', { step: 'granted', amountYuan, ...said() })
      await solved('tax-1', id)
      await does('tax-1', id, 'recordRefundStep', { step: 'arrived', amountYuan, ...said() })
      expect((await issueOf(id)).verification).toMatchObject({ what: 'refundReceived', amountYuan })
    })
    const after = await opened.ask('dispatcher', 'GET', `/issues/${watched}`)
    expect(after.body).toMatchObject({ issue: { stage: 'closed' }, clocks: [] })
  }, 120_000)

  it('brings its policy questions to an answer that names the records it stands on, and to the policy applied', async () => {
    expect(rows.policy.length).toBeGreaterThan(5)
    await each(rows.policy, async (id) => {
      const { assignment } = (await opened.ask('dispatcher', 'GET', `/issues/${id}`)).body.issue as {
        assignment: { department: string }
      }
      const handler = `${assignment.department}-1`
      await does(handler, id, 'acceptAssignment')
      const answer = { closure: 'solved', text: '已说明申报条件和窗口，企业已申报。' }
      const bare = await opened.command(handler, id, 'proposeClosure', answer)
      expect([bare.status, bare.body.code]).toEqual([400, 'citationMissing'])
      await does(handler, id, 'proposeClosure', { ...answer, cited: ['sample-equipment-upgrade'] })
      await does('dispatcher', id, 'confirmClosure', { result: 'solved', via: 'call' })
      await does('dispatcher', id, 'recordVerification', { what: 'policyApplied', on: on() })
      expect((await issueOf(id)).verification).toMatchObject({ what: 'policyApplied' })
      expect(await countOf(id, 'ClosureProposed')).toBe(1)
    })
  }, 120_000)
})
