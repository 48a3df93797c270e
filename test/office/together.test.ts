import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../core/zone-time.ts'
import { followUp } from '../../functions/dispatcher/follow-up.ts'
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

describe('departments that assist', () => {
  it('find the issue in their own queue by their own due time, until each has done its part', async () => {
    const id = await here.assisted()
    expect(await here.places(id)).toEqual([
      'department:innovation assistance',
      'department:power assistance',
      'department:talent',
    ])
    const row = async (by: string, queue: string) =>
      (await here.rowsOf(by, queue)).find((one) => one.id === id)
    expect(await row('innovation-1', 'department:innovation')).toMatchObject({ deadline: due('2026-11-26') })
    await here.refused('talent-1', id, 'recordAssistance', { text }, 'notYourUnit')
    await here.refused('official-1', id, 'recordAssistance', { text }, 'notAllowed')
    await here.gives('innovation-1', id, 'recordAssistance', { text })
    await here.quiet('innovation-1', id, 'recordAssistance', { text })
    expect(await here.places(id)).toEqual(['department:power assistance', 'department:talent'])
    await here.gives('innovation-2', id, 'recordAssistance', { text })
    expect(await here.places(id)).toEqual(['department:talent'])
  })

  it('may all answer at once, each asked twice, and leave nothing behind', async () => {
    const id = await here.assisted(['innovation', 'tax', 'parks'])
    const helpers = ['innovation-1', 'tax-1', 'parks-1', 'innovation-1', 'parks-2']
    const answers = await Promise.all(helpers.map((by) => here.gives(by, id, 'recordAssistance', { text })))
    expect(answers.flatMap(({ body }) => body.events)).toEqual(Array(3).fill('AssistanceGiven'))
    expect(await here.places(id)).toEqual(['department:talent'])
  })

  it('that one person acts for are told apart: whoever acts for two says for which', async () => {
    const id = await here.assisted()
    await here.refused('innovation-2', id, 'recordAssistance', { text }, 'whichDepartment')
    await here.refused('innovation-2', id, 'recordAssistance', { text, department: 'tax' }, 'notYourUnit')
    await here.gives('innovation-2', id, 'recordAssistance', { text, department: 'power' })
    await here.quiet('innovation-2', id, 'recordAssistance', { text, department: 'power' })
    expect(await here.places(id)).toEqual(['department:innovation assistance', 'department:talent'])
    await here.gives('innovation-2', id, 'recordAssistance', { text })
    expect(await here.places(id)).toEqual(['department:talent'])
  })

  it('are asked once each, however often they are named, and never beside themselves as the main one', async () => {
    const id = await here.assisted(['innovation', 'talent', 'innovation'])
    expect(await here.places(id)).toEqual(['department:innovation assistance', 'department:talent'])
  })

  it('outside the system are read and answered for by their liaison alone', async () => {
    const id = await here.assisted(['power'])
    const list = (by: string) => here.ask(by, 'GET', '/issues?queue=department:power')
    expect((await list('innovation-1')).body).toMatchObject({ status: 403, code: 'notYourUnit' })
    expect((await list('innovation-2')).body.items).toContainEqual(expect.objectContaining({ id }))
    await here.refused('innovation-1', id, 'recordAssistance', { text }, 'notYourUnit')
    await here.gives('dispatcher', id, 'transferIssue', { department: 'power' })
    await here.refused('innovation-1', id, 'acceptAssignment', {}, 'notYourUnit')
    await here.gives('innovation-2', id, 'acceptAssignment')
    expect((await here.issueOf(id)).work.handler).toBe('innovation-2')
    await here.refused('innovation-2', id, 'handOver', { to: 'innovation-1' }, 'notOfTheUnit')
  })

  it('have nothing left in their queue when the department sends the issue back', async () => {
    const id = await here.assisted()
    await here.gives('talent-1', id, 'returnAssignment', { reason: 'notOurs', text })
    expect(await here.places(id)).toEqual(['dispatcher'])
  })

  it('are asked again after a disputed closure where they have not done their part', async () => {
    const id = await here.assisted()
    await here.gives('talent-1', id, 'acceptAssignment')
    await here.gives('innovation-1', id, 'recordAssistance', { text })
    await here.gives('talent-1', id, 'proposeClosure', { closure: 'solved', text })
    expect(await here.places(id)).toEqual(['team:team-1'])
    await here.gives('official-1', id, 'disputeClosure', { via: 'call', text })
    expect(await here.places(id)).toEqual(['department:power assistance', 'department:talent'])
  })
})

describe('an issue from outside with a day of its own', () => {
  const from = (dueOn: string) => ({
    source: { kind: 'hotline', outside: { name: '市12345热线', number: '2026-118', dueOn } },
  })
  it('is due on the imposed day where that is the earlier one, also after a transfer', async () => {
    const id = await here.issueAt('assigned', 'own', from('2026-11-25'))
    expect((await here.issueOf(id)).assignment.dues.close).toBe(due('2026-11-25'))
    await here.gives('dispatcher', id, 'transferIssue', { department: 'talent' })
    expect((await here.issueOf(id)).assignment.dues.close).toBe(due('2026-11-25'))
    const later = await here.issueAt('assigned', 'own', from('2026-12-31'))
    expect((await here.issueOf(later)).assignment.dues.close).toBe(due('2026-11-30'))
  })

  it('is overdue at once where that day is past already, and stands in its queue like any other', async () => {
    const id = await here.issueAt('assigned', 'own', from('2026-11-20'))
    await here.settled()
    // No wait of a workflow is shorter than a second.
    await here.clock.advance(2_000)
    expect(await clockFacts(here, id)).toContain(`OverdueRecorded close ${due('2026-11-20')}`)
    const row = (await here.rowsOf('parks-1', 'department:parks')).find((one) => one.id === id)
    expect(row).toMatchObject({ deadline: due('2026-11-20'), signal: 'red' })
  })
})

describe('handing over', () => {
  it('gives one issue to a colleague of the department, and to nobody else', async () => {
    const id = await here.inHand()
    await here.refused('parks-1', id, 'handOver', { to: 'talent-1' }, 'notOfTheUnit')
    await here.refused('talent-1', id, 'handOver', { to: 'talent-2' }, 'notYourUnit')
    await here.gives('parks-1', id, 'handOver', { to: 'parks-2', text })
    await here.quiet('parks-1', id, 'handOver', { to: 'parks-2' })
    expect(await here.rowsOf('parks-2', 'mine')).toMatchObject([{ id, handler: 'parks-2' }])
  })

  it('of all that a person has takes what is in hand here, once, and nothing that this department only assists with', async () => {
    const [one, two] = [await here.inHand(), await here.inHand()]
    const helped = await here.assisted(['parks'])
    await here.gives('talent-2', helped, 'acceptAssignment')
    const all = (by: string, from: string, department = 'parks', to = `${department}-2`) =>
      here.ask(by, 'POST', '/handovers', { department, from, to, text: '休假。' })
    const other = await all('talent-1', 'parks-1')
    expect(other.body).toMatchObject({ status: 403, code: 'notYourUnit' })
    expect((await all('parks-1', 'talent-2')).body).toEqual({ moved: 0, refused: [] })
    const wrong = await all('parks-1', 'parks-1', 'parks', 'talent-1')
    expect(wrong.body).toEqual({
      moved: 0,
      refused: expect.arrayContaining([{ id: one, why: expect.stringMatching(/。$/) }]),
    })
    expect((await all('parks-1', 'parks-1')).body).toEqual({ moved: 2, refused: [] })
    expect((await all('manager', 'parks-1')).body).toEqual({ moved: 0, refused: [] })
    for (const id of [one, two]) expect((await here.issueOf(id)).work.handler).toBe('parks-2')
    expect((await here.issueOf(helped)).work.handler).toBe('talent-2')
  })
})

describe('handing over all', () => {
  it('takes along what is paused and what waits for the word of the firm, whose dispute then finds the new hands', async () => {
    const [paused, confirming] = [await here.inHand(), await here.inHand()]
    const theirs = await here.issueAt('confirming', 'other')
    await here.gives('parks-1', paused, 'pauseIssue', {
      reason: 'awaitingPapers',
      resumeOn: '2026-12-30',
      text,
    })
    await here.gives('parks-1', confirming, 'proposeClosure', { closure: 'solved', text })
    const { body } = await here.ask('dispatcher', 'POST', '/handovers', {
      department: 'parks',
      from: 'parks-1',
      to: 'parks-2',
    })
    expect(body).toEqual({ moved: expect.any(Number), refused: [] })
    for (const id of [paused, confirming]) expect((await here.issueOf(id)).work.handler).toBe('parks-2')
    expect((await here.issueOf(theirs)).work.handler).toBe('talent-1')
    await here.gives('official-1', confirming, 'disputeClosure', { via: 'call', text })
    expect(await here.issueOf(confirming)).toMatchObject({ stage: 'handling', work: { handler: 'parks-2' } })
  })
})

describe('a common issue', () => {
  const joins = (child: string, parent: string) => here.gives('dispatcher', child, 'joinCommon', { parent })

  it('has cases, which have none themselves and belong to one only', async () => {
    const [parent, child, other] = [await here.inHand(), await here.inHand(), await here.inHand()]
    await here.refused('parks-1', child, 'joinCommon', { parent }, 'notAllowed')
    await here.refused(
      'parks-1',
      parent,
      'recordCommonOutcome',
      { ruleChanged: true, text },
      'notACommonIssue',
    )
    await here.refused('dispatcher', child, 'joinCommon', { parent: child }, 'mergeIntoItself')
    await joins(child, parent)
    await here.quiet('dispatcher', child, 'joinCommon', { parent })
    await here.settled()
    expect((await here.issueOf(parent)).children).toEqual([child])
    await here.refused('dispatcher', child, 'joinCommon', { parent: other }, 'inAnotherCommon')
    await here.refused('dispatcher', parent, 'joinCommon', { parent: other }, 'isCommonItself')
    await here.refused('dispatcher', other, 'joinCommon', { parent: child }, 'commonIsCase')
    await here.gives('parks-1', parent, 'recordCommonOutcome', { ruleChanged: true, text })
    expect(await here.issueOf(parent)).toMatchObject({ ruleChanged: true })
  })

  it('lets a case go for good, even where the news of its joining comes once more', async () => {
    const [parent, child] = [await here.inHand(), await here.inHand()]
    await here.refused('dispatcher', child, 'leaveCommon', { text }, 'notInCommon')
    await joins(child, parent)
    await here.gives('dispatcher', child, 'leaveCommon', { text })
    await here.settled()
    expect((await here.issueOf(child)).parent).toBeUndefined()
    expect((await here.issueOf(parent)).children).toBeUndefined()
    const late = { seq: 1, at: '', by: '', fact: { type: 'CommonJoined', parent } }
    await followUp(here.office.container, child, late as never)
    await here.settled()
    expect((await here.issueOf(parent)).children).toBeUndefined()
  })

  it('suggests closure to its cases when it is closed, to late ones too, and closes none of them', async () => {
    const parent = await here.inHand()
    const [inHand, gone, late] = [await here.inHand(), await here.inHand(), await here.inHand()]
    const assigned = await here.issueAt('assigned')
    for (const child of [inHand, gone, assigned]) await joins(child, parent)
    await here.gives('dispatcher', gone, 'leaveCommon', { text })
    await here.gives('parks-1', parent, 'proposeClosure', { closure: 'solved', text })
    await here.settled()
    expect(await here.issueOf(inHand)).not.toHaveProperty('closureSuggested')
    await here.gives('official-1', parent, 'confirmClosure', { result: 'solved', via: 'call' })
    await joins(late, parent)
    await here.settled()
    const closureSuggested = expect.objectContaining({ from: parent, closure: 'solved' })
    expect(await here.issueOf(inHand)).toMatchObject({ stage: 'handling', closureSuggested })
    expect(await here.issueOf(late)).toMatchObject({ stage: 'handling', closureSuggested })
    expect(await here.issueOf(assigned)).toMatchObject({ stage: 'assigned', closureSuggested })
    expect(await here.issueOf(gone)).not.toHaveProperty('closureSuggested')
    for (const child of [inHand, late, assigned]) {
      expect((await here.typesOf(child)).filter((type) => type === 'ClosureSuggested')).toHaveLength(1)
    }
  })

  it('that was closed before a case found its department is heard of by that department, once', async () => {
    const parent = await here.inHand()
    const child = await here.logged('own', { content: '希望帮忙牵线上下游企业。' })
    await here.settled()
    await joins(child, parent)
    await here.gives('parks-1', parent, 'proposeClosure', { closure: 'solved', text })
    await here.gives('official-1', parent, 'confirmClosure', { result: 'solved', via: 'call' })
    await here.settled()
    expect(await here.issueOf(child)).not.toHaveProperty('closureSuggested')
    await here.gives('dispatcher', child, 'routeIssue', { department: 'innovation' })
    await here.settled()
    expect(await here.issueOf(child)).toMatchObject({ stage: 'assigned', closureSuggested: { from: parent } })
    expect((await here.typesOf(child)).filter((type) => type === 'ClosureSuggested')).toHaveLength(1)
  })
})
