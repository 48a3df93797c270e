import { describe, expect, it } from 'vitest'
import { instantAt } from '../../core/zone-time.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { scratchFolder } from '../support/table.ts'
import { told } from '../support/told.ts'
import { trailOf } from '../support/trail.ts'

const local = (date: string, time = '10:00') => new Date(instantAt(date, time))

describe('a restart in the middle', () => {
  /** Asked for, granted, warned, paused, resumed by itself, overdue, supervised: with a stop after each of these. */
  const story = async (stop: (opened: QuietOffice) => Promise<QuietOffice>, first: QuietOffice) => {
    let opened = first
    const { asked } = told(opened)
    const id = await asked('2026-12-08')
    const at = async (date: string, time: string) => {
      await opened.settled()
      opened = await stop(opened)
      await opened.clock.advanceTo(local(date, time))
    }
    const gives = (by: string, name: string, input: object) => told(opened).gives(by, id, name, input)
    await at('2026-11-24', '10:15')
    await gives('dispatcher', 'decideExtension', { granted: true, text: '同意。' })
    await at('2026-12-07', '17:30')
    await gives('parks-1', 'pauseIssue', {
      reason: 'awaitingSuperior',
      resumeOn: '2026-12-21',
      text: '报批中。',
    })
    await at('2026-12-18', '10:00')
    await at('2026-12-21', '15:00')
    await at('2026-12-22', '18:00')
    await gives('manager', 'decideSupervision', { opened: true, dueOn: '2026-12-25', text: '请尽快办结。' })
    await at('2026-12-30', '10:00')
    const trail = await trailOf(opened, id)
    const { steps } = opened.office
    const result = {
      trail: trail.map(({ type, at: when, fact }) => [type, when, fact]),
      waiting: steps.waitingCount(),
    }
    await opened.close()
    return result
  }

  it('changes nothing and doubles nothing, wherever it comes', { timeout: 90_000 }, async () => {
    const scratch = scratchFolder()
    try {
      const undisturbed = await story(async (opened) => opened, await openQuietOffice())
      const reopened = async (opened: QuietOffice) => {
        const start = opened.clock.now()
        await opened.close()
        const again = await openQuietOffice({ dataDir: scratch.folder, start })
        await again.settled()
        return again
      }
      const disturbed = await story(reopened, await openQuietOffice({ dataDir: scratch.folder }))
      const withoutId = (result: typeof disturbed) =>
        JSON.parse(JSON.stringify(result).replaceAll(/20261123-[0-9A-Z]{5}/g, 'id')) as unknown
      expect(withoutId(disturbed)).toEqual(withoutId(undisturbed))
      expect(undisturbed.waiting).toBe(1)
      const types = undisturbed.trail.map(([type]) => type)
      for (const type of ['ExtensionDecided', 'IssueResumed', 'SupervisionProposed']) {
        expect(types.filter((one) => one === type)).toHaveLength(1)
      }
    } finally {
      scratch.remove()
    }
  })

  it('that lasts over the planned end of a pause gives no more time than was planned', async () => {
    const scratch = scratchFolder()
    try {
      const before = await openQuietOffice({ dataDir: scratch.folder })
      const { inHand, gives } = told(before)
      const id = await inHand()
      await gives('parks-1', id, 'pauseIssue', {
        reason: 'inReview',
        resumeOn: '2026-12-16',
        text: '复议中。',
      })
      await before.settled()
      await before.close()

      const after = await openQuietOffice({ dataDir: scratch.folder, start: local('2026-12-18', '11:00') })
      await after.settled()
      await after.clock.advance(2000)
      expect(await told(after).viewOf(id)).toMatchObject({
        issue: { assignment: { dues: { close: instantAt('2026-12-23', '16:30') } } },
      })
      expect(await told(after).typesOf(id)).toContain('IssueResumed')
      await after.close()
    } finally {
      scratch.remove()
    }
  })
})
