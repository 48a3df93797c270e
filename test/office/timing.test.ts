import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../core/zone-time.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { told } from '../support/told.ts'
import { clockFacts, trailOf } from '../support/trail.ts'

const day = 24 * 3600 * 1000
const local = (date: string, time = '10:00') => new Date(instantAt(date, time))
const due = (date: string) => instantAt(date, '17:00')

/** Each story starts on Monday 23 November 2026 at half past nine; an issue of the parks' closes in five days. */
const closeDue = due('2026-11-30')

describe('an issue that is not accepted in time', () => {
  let opened: QuietOffice
  beforeAll(async () => {
    opened = await openQuietOffice()
  })
  afterAll(() => opened.close())

  it('turns yellow, then red, and is proposed for supervision: each once, also when weeks go by', async () => {
    const { issueAt, gives, typesOf, viewOf } = told(opened)
    const id = await issueAt('assigned')
    const accept = due('2026-11-24')
    const soon = [`DueSoonRecorded accept ${accept}`, `DueSoonRecorded contact ${accept}`]
    const red = [
      `OverdueRecorded accept ${accept}`,
      `OverdueRecorded contact ${accept}`,
      'SupervisionProposed accept',
    ]
    await opened.clock.advanceTo(local('2026-11-23', '16:59'))
    expect(await clockFacts(opened, id)).toEqual([])
    await opened.clock.advanceTo(local('2026-11-23', '17:00'))
    expect(await clockFacts(opened, id)).toEqual(soon)
    await opened.clock.advanceTo(local('2026-11-24', '16:59'))
    expect(await clockFacts(opened, id)).toEqual(soon)
    await opened.clock.advanceTo(local('2026-11-24', '17:00'))
    expect(await clockFacts(opened, id)).toEqual([...soon, ...red])
    await opened.clock.advance(40 * day)
    const close = [`DueSoonRecorded close ${closeDue}`, `OverdueRecorded close ${closeDue}`]
    expect(await clockFacts(opened, id)).toEqual([...soon, ...red, ...close])

    expect(await viewOf(id)).toMatchObject({ standing: 'toAccept' })
    await gives('manager', id, 'decideSupervision', {
      opened: true,
      dueOn: '2027-01-08',
      text: '请立即签收。',
    })
    await opened.clock.advance(30 * day)
    const types = await typesOf(id)
    expect(types.filter((type) => type === 'SupervisionProposed')).toHaveLength(1)
    const supervise = (await clockFacts(opened, id)).filter((fact) => fact.includes('supervise'))
    expect(supervise).toEqual([
      `DueSoonRecorded supervise ${due('2027-01-08')}`,
      `OverdueRecorded supervise ${due('2027-01-08')}`,
    ])
  })
})

describe('a pause', () => {
  it('stops all clocks, ends by itself on the planned day, and gives back just the time that was left', async () => {
    const opened = await openQuietOffice()
    try {
      const { issueAt, gives, typesOf, viewOf } = told(opened)
      const id = await issueAt('handling')
      const pause = { reason: 'awaitingPapers', resumeOn: '2026-12-16', text: '待企业补充图纸。' }
      await gives('parks-1', id, 'pauseIssue', pause)
      expect(await viewOf(id)).toMatchObject({ clocks: [{ clock: 'resume' }] })
      await opened.clock.advanceTo(local('2026-12-16', '08:59'))
      expect(await clockFacts(opened, id)).toEqual([])
      expect(await typesOf(id)).not.toContain('IssueResumed')

      await opened.clock.advanceTo(local('2026-12-16', '09:00'))
      expect((await trailOf(opened, id)).filter(({ type }) => type === 'IssueResumed')).toMatchObject([
        { at: instantAt('2026-12-16', '09:00') },
      ])
      // Paused half an hour after the opening on the day it began: at the same hour it is due, in as many days.
      expect(await viewOf(id)).toMatchObject({
        issue: {
          assignment: {
            dues: {
              contact: instantAt('2026-12-17', '16:30'),
              close: instantAt('2026-12-23', '16:30'),
            },
          },
        },
      })
      await opened.clock.advanceTo(local('2026-12-23', '16:29'))
      const overdue = async () => (await clockFacts(opened, id)).filter((fact) => fact.startsWith('Overdue'))
      expect((await overdue()).some((fact) => fact.includes('close'))).toBe(false)
      await opened.clock.advanceTo(local('2026-12-23', '16:30'))
      expect(await overdue()).toContain(`OverdueRecorded close ${instantAt('2026-12-23', '16:30')}`)
      expect((await typesOf(id)).filter((type) => type === 'IssueResumed')).toHaveLength(1)
    } finally {
      await opened.close()
    }
  })

  it('that somebody ends early does not end a second time on the planned day', async () => {
    const opened = await openQuietOffice()
    try {
      const { inHand, gives, typesOf } = told(opened)
      const id = await inHand()
      const pause = { reason: 'inReview', resumeOn: '2026-12-16', text: '复议中。' }
      await gives('parks-1', id, 'pauseIssue', pause)
      await opened.clock.advanceTo(local('2026-11-25'))
      await gives('dispatcher', id, 'resumeIssue')
      await opened.clock.advanceTo(local('2026-12-17'))
      expect((await typesOf(id)).filter((type) => type === 'IssueResumed')).toHaveLength(1)
      expect(await clockFacts(opened, id)).toContain(
        `OverdueRecorded close ${instantAt('2026-12-03', '09:30')}`,
      )
    } finally {
      await opened.close()
    }
  })
})

describe('calls that reach nobody', () => {
  it('on three different days close the issue as not reached, and the fifth day closes nothing more', async () => {
    const opened = await openQuietOffice()
    try {
      const { issueAt, gives, typesOf, viewOf } = told(opened)
      const id = await issueAt('confirming')
      for (const [index, date] of ['2026-11-23', '2026-11-24', '2026-11-25'].entries()) {
        if (index > 0) await opened.clock.advanceTo(local(date))
        expect(await viewOf(id)).toMatchObject({ standing: 'toConfirm' })
        await gives('official-1', id, 'recordFailedCall')
        if (index === 2) break
        const again = await opened.command('dispatcher', id, 'recordFailedCall')
        expect([again.status, again.body.code]).toEqual([409, 'calledToday'])
      }
      expect(await viewOf(id)).toMatchObject({
        issue: { stage: 'closed', confirmation: { result: 'notReached' } },
      })
      await opened.clock.advance(20 * day)
      expect((await typesOf(id)).filter((type) => type === 'ConfirmationLapsed')).toHaveLength(1)
    } finally {
      await opened.close()
    }
  })
})

describe("the firm's second dispute", () => {
  it('waits for the manager, does not lapse meanwhile, is overdue once, and ends with the ruling', async () => {
    const opened = await openQuietOffice()
    try {
      const { issueAt, gives, typesOf, viewOf } = told(opened)
      const id = await issueAt('confirming')
      const disputes = () => gives('official-1', id, 'disputeClosure', { via: 'call', text: '灯还是不亮。' })
      await disputes()
      await gives('parks-1', id, 'proposeClosure', { closure: 'solved', text: '已换灯。' })
      await disputes()
      expect(await viewOf(id)).toMatchObject({ issue: { stage: 'confirming', ruling: { due: closeDue } } })
      await opened.clock.advance(30 * day)
      expect(await typesOf(id)).not.toContain('ConfirmationLapsed')
      expect(await clockFacts(opened, id)).toEqual([`OverdueRecorded rule ${closeDue}`])
      await gives('manager', id, 'ruleOnDispute', { redo: false, text: '现场核实已修复。' })
      expect(await viewOf(id)).toMatchObject({
        issue: { stage: 'closed', confirmation: { result: 'unsolved' } },
      })
    } finally {
      await opened.close()
    }
  })
})

describe('wrong input', () => {
  let opened: QuietOffice
  let id: string
  beforeAll(async () => {
    opened = await openQuietOffice()
    id = await told(opened).inHand()
    await opened.clock.advanceTo(local('2026-11-30'))
  })
  afterAll(() => opened.close())

  const text = '说明。'
  it.each([
    [
      'an extension on the last day',
      'askExtension',
      { until: '2026-12-31', text },
      'extensionTooLate',
      '下次答复日期',
    ],
    [
      'an unknown reason to pause',
      'pauseIssue',
      { reason: 'busy', resumeOn: '2026-12-16', text },
      'badInput',
      '/reason',
    ],
    ['a pause without an end', 'pauseIssue', { reason: 'inReview', text }, 'badInput', '/resumeOn'],
    [
      'a pause that ends today',
      'pauseIssue',
      { reason: 'inReview', resumeOn: '2026-11-30', text },
      'dateInThePast',
      '/resumeOn',
    ],
    [
      'a reply for yesterday',
      'recordReply',
      { nextReplyOn: '2026-11-29', text },
      'dateInThePast',
      '/nextReplyOn',
    ],
    [
      'a supervision without a date',
      'decideSupervision',
      { opened: true, text },
      'supervisionDueMissing',
      '/dueOn',
    ],
  ] as const)('%s is refused, and the answer says what to do instead', async (_, name, input, code, hint) => {
    const by = name === 'decideSupervision' ? 'manager' : 'parks-1'
    const { status, body } = await opened.command(by, id, name, input)
    expect(Math.floor(status / 100)).toBe(4)
    expect(body).toMatchObject({
      code,
      title: expect.stringMatching(/。$/),
      titleEn: expect.stringMatching(/\.$/),
    })
    expect(JSON.stringify(body)).toContain(hint)
  })
})
