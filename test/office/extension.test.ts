import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../core/zone-time.ts'
import { readWait } from '../../functions/lib/waits.ts'
import { type InBetween, inBetween, turns } from '../support/in-between.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { told } from '../support/told.ts'
import { clockFacts } from '../support/trail.ts'

const oldDue = instantAt('2026-11-30', '17:00')
const due = (date: string) => instantAt(date, '17:00')

type Grant = () => Promise<unknown>
type Moment = (when: InBetween, id: string, grant: Grant) => void

const heldMoments = (grantedThere: (grant: Grant) => () => unknown, news: string): [string, Moment][] => [
  [
    `before it loads the issue, ${news}`,
    (when, id, grant) => when('loadIssue', id, { before: grantedThere(grant) }),
  ],
  [
    `between the loading and its wait, ${news}`,
    (when, id, grant) => when('loadIssue', id, { after: grantedThere(grant) }),
  ],
  [
    `just before it begins to wait, ${news}`,
    (when, id, grant) => when('awaitChange', id, { before: grantedThere(grant) }),
  ],
  [
    `just after it has noted its wait, ${news}`,
    (when, id, grant) => when('awaitChange', id, { after: grantedThere(grant) }),
  ],
]
const passingMoments = Array.from({ length: 32 }, (_, count): [string, Moment] => [
  `while it begins to wait, ${count} turns in`,
  (when, id, grant) => when('awaitChange', id, { before: () => void turns(count).then(grant) }),
])

describe('an extension', () => {
  let opened: QuietOffice
  let tell: ReturnType<typeof told>
  let when: InBetween
  beforeAll(async () => {
    opened = await openQuietOffice()
    tell = told(opened)
    when = inBetween(opened.office)
  })
  afterAll(() => opened.close())

  it('granted at any moment moves the deadline of the running execution: at forty moments around its wait', {
    timeout: 60_000,
  }, async () => {
    const seen = (grant: Grant) => async () => {
      await grant()
      // The dispatcher has looked for a wait before there is one.
      await opened.office.feed.idle()
    }
    const moments = [
      ...heldMoments((grant) => grant, 'and the news is still on its way'),
      ...heldMoments(seen, 'and the news has come too early'),
      ...passingMoments,
    ]
    expect(moments).toHaveLength(40)
    const issues = await Promise.all(
      moments.map(async ([moment, arrange]) => ({ moment, arrange, id: await tell.asked('2026-12-04') })),
    )
    await opened.settled()
    const granted: Promise<unknown>[] = []
    for (const { id, arrange } of issues) {
      arrange(when, id, () => {
        const grant = tell.gives('dispatcher', id, 'decideExtension', { granted: true, text: '同意。' })
        granted.push(grant)
        return grant
      })
    }
    // Wakes each execution, which looks at its issue and goes back to its wait.
    await Promise.all(issues.map(({ id }) => tell.gives('parks-1', id, 'addNote', { text: '催问供应商。' })))
    await opened.settled()
    await Promise.all(granted)
    await opened.settled()
    expect(granted).toHaveLength(issues.length)
    expect(opened.office.steps.waitingCount()).toBe(issues.length)
    // Not one sleeps on until the old deadline, to find out only then that it has moved.
    for (const { moment, id } of issues) {
      const wait = await readWait(opened.office.plainTable, id)
      expect(wait?.version, moment).toBe((await tell.viewOf(id)).version)
      expect((wait?.until ?? '') > oldDue, moment).toBe(true)
    }

    const newDue = due('2026-12-04')
    await opened.clock.advanceTo(new Date(Date.parse(newDue) - 1000))
    for (const { moment, id } of issues) {
      expect(await clockFacts(opened, id), moment).toEqual([`DueSoonRecorded close ${newDue}`])
    }
    await opened.clock.advanceTo(new Date(newDue))
    for (const { moment, id } of issues) {
      expect(await clockFacts(opened, id), moment).toEqual([
        `DueSoonRecorded close ${newDue}`,
        `OverdueRecorded close ${newDue}`,
        'SupervisionProposed close',
      ])
    }
    expect(opened.office.steps.waitingCount()).toBe(issues.length)
  })

  it('granted as the old due time comes, before what is overdue is recorded, is still in time', async () => {
    const { asked, gives, viewOf } = tell
    const id = await asked('2026-12-18')
    const { issue } = (await viewOf(id)) as { issue: { assignment: { dues: { close: string } } } }
    const thisDue = issue.assignment.dues.close
    await opened.clock.advanceTo(new Date(Date.parse(thisDue) - 1000))
    let granted = 0
    when('recordDue', id, {
      before: async () => {
        await gives('dispatcher', id, 'decideExtension', { granted: true, text: '同意。' })
        granted++
      },
    })
    await opened.clock.advanceTo(new Date(thisDue))
    expect(granted).toBe(1)
    const overdue = async () => (await clockFacts(opened, id)).filter((fact) => fact.startsWith('Overdue'))
    await opened.clock.advanceTo(new Date(Date.parse(due('2026-12-18')) - 1000))
    expect(await overdue()).toEqual([])
    await opened.clock.advanceTo(new Date(due('2026-12-18')))
    expect(await overdue()).toEqual([`OverdueRecorded close ${due('2026-12-18')}`])
    expect(await viewOf(id)).toMatchObject({
      issue: { assignment: { dues: { close: due('2026-12-18'), closeOriginal: thisDue } } },
    })
  })
})
