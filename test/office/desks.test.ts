import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../core/zone-time.ts'
import { reconcile } from '../../functions/reconcile/reconcile.ts'
import { officeWithLiaison, type Together, text } from '../support/together.ts'
import { clockFacts } from '../support/trail.ts'

const due = (date: string) => instantAt(date, '17:00')
let offices: Awaited<ReturnType<typeof officeWithLiaison>>
let here: Together
beforeAll(async () => {
  offices = await officeWithLiaison()
  here = await offices.enter()
})
afterAll(async () => {
  await here.close()
  offices.remove()
})

describe('what other desks owe on an issue in hand', () => {
  const everything = [
    'department:innovation assistance',
    'department:power assistance',
    'department:talent',
    'dispatcher extension',
    'manager supervision',
  ]
  const without = (asks: string) => everything.filter((place) => !place.endsWith(asks))
  const decisions: [string, string, string, object, string[]][] = [
    [
      'the dispatcher refuses the extension',
      'dispatcher',
      'decideExtension',
      { granted: false, text },
      without('extension'),
    ],
    [
      'the manager decides on supervision',
      'manager',
      'decideSupervision',
      { opened: false, text },
      without('supervision'),
    ],
    [
      'one of those who assist is done',
      'innovation-1',
      'recordAssistance',
      { text },
      without('innovation assistance'),
    ],
    [
      'it goes to another department',
      'dispatcher',
      'transferIssue',
      { department: 'parks' },
      ['department:parks'],
    ],
    [
      'one that assists takes it over',
      'manager',
      'transferIssue',
      { department: 'innovation', assisting: ['power'] },
      ['department:innovation', 'department:power assistance'],
    ],
    ['closure is proposed', 'talent-1', 'proposeClosure', { closure: 'solved', text }, ['team:team-1']],
    ['the firm withdraws it', 'official-1', 'withdrawIssue', { text }, []],
  ]
  const ids: string[] = []
  beforeAll(async () => {
    for (let n = 0; n <= decisions.length; n++) {
      const id = await here.assisted()
      await here.gives('talent-1', id, 'acceptAssignment')
      await here.gives('talent-1', id, 'askExtension', { until: '2026-12-18', text })
      ids.push(id)
    }
    await here.clock.advanceTo(new Date(instantAt('2026-12-01', '10:00')))
    await here.settled()
  })

  it('stands in the queue of each, and the time of those who assist was overdue once for all of them', async () => {
    for (const id of ids) expect(await here.places(id)).toEqual(everything)
    const late = (await clockFacts(here, ids[0] ?? '')).filter((fact) =>
      fact.startsWith('OverdueRecorded assist'),
    )
    expect(late).toEqual([`OverdueRecorded assist ${due('2026-11-26')}`])
  })

  it('survives a restart, after which every open issue has one execution and no more', async () => {
    const before = await Promise.all(ids.map(here.places))
    const start = here.clock.now()
    await here.close()
    here = await offices.enter(start)
    await here.settled()
    const { steps, restarted, container } = here.office
    expect(restarted).toEqual({ open: ids.length, started: ids.length })
    expect(steps.waitingCount()).toBe(ids.length)
    const started: string[] = []
    const workflows = { start: async (id: string) => void started.push(id) }
    const again = await reconcile({ container, workflows: workflows as never, graceMs: 0 })
    expect(again).toEqual(restarted)
    expect(started.toSorted()).toEqual(ids.toSorted())
    expect(await Promise.all(ids.map(here.places))).toEqual(before)
  })

  it.each(decisions.map((decision, index) => [...decision, index] as const))(
    'goes, and only that, when %s',
    async (_, by, name, input, left, index) => {
      await here.gives(by, ids[index] ?? '', name, input)
      expect(await here.places(ids[index] ?? '')).toEqual(left)
    },
  )

  it('goes when it is merged into another', async () => {
    const [id = '', into = ''] = [ids.at(-1), ids[0]]
    await here.gives('dispatcher', id, 'mergeIssue', { into, text })
    expect(await here.places(id)).toEqual([])
  })
})
