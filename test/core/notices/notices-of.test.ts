import { describe, expect, it } from 'vitest'
import { type EventType, eventTypes, type IssueEvent, type IssueFact } from '../../../core/issue/events.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { noticedTypes, noticesOf } from '../../../core/notices/notices-of.ts'
import directory from '../../../samples/directory.json' with { type: 'json' }
import { aLoggedIssue, anAssignedIssue } from '../an-issue.ts'
import { andThen, department, note, toldStories } from './told-stories.ts'

const nameOf = (id: string) => directory.departments.find((one) => one.id === id)?.name ?? id

/** What is told about the last event of a stream. */
const toldOf = (events: readonly IssueEvent[]) => {
  const event = events.at(-1)
  const issue = replay(events)
  if (!event || !issue) throw new Error('nothing has happened')
  return noticesOf({ event, issue, before: replay(events.slice(0, -1)), nameOf })
}
const whoHears = (events: readonly IssueEvent[]) =>
  Object.fromEntries(toldOf(events).map(({ to, kind }) => [to, kind]))

describe('who hears of', () => {
  it.each(toldStories)('%s', (_, events, heard) => {
    expect(whoHears(events())).toEqual(heard)
  })

  it('every kind of event of which anybody hears is among the stories', () => {
    const shown = new Set(toldStories.flatMap(([, events]) => events().at(-1)?.type ?? []))
    expect(eventTypes.filter((type: EventType) => noticedTypes.has(type) && !shown.has(type))).toEqual([])
  })

  it('what a team did not log is the person who did', () => {
    const events = aLoggedIssue({ source: { kind: 'hotline' } })
    const declined: IssueFact = { type: 'IssueDeclined', ground: 'inPetition', note }
    expect(whoHears(andThen(events, declined))).toEqual({ 'user:official-1': 'declined' })
    expect(whoHears(andThen(events, declined, 'official-1'))).toEqual({})
  })
})

describe('what is said', () => {
  const all = toldStories.flatMap(([what, events]) => toldOf(events()).map((notice) => ({ what, ...notice })))

  it.each(all)('$what, to $to: $zh', ({ zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(en).toMatch(/^[^\u4e00-\u9fff]+\.$|[局心].+\.$/)
    expect(`${zh}${en}`).not.toMatch(/undefined|null|Invalid|\d{11}|原话|数控|吴/)
  })

  it('names times as people in the Zone read them, and departments by name', () => {
    const [assigned, assisting] = toldOf(anAssignedIssue())
    expect(assigned).toMatchObject({
      zh: '已交办贵部门，请于11月24日 17:00前签收。',
      en: 'It is given to you; accept it by 2026-11-24 17:00.',
    })
    expect(assisting?.zh).toBe('由就业社保和人才服务局主办，请贵部门协办。')
  })

  it('an urgent issue is said aloud, an ordinary one is not', () => {
    const urgent = [...aLoggedIssue({ urgency: 'urgent' }), ...anAssignedIssue().slice(1)]
    expect(toldOf(urgent).map(({ to, aloud }) => [to, aloud])).toEqual([
      [department, true],
      ['department:innovation', false],
    ])
    expect(toldOf(anAssignedIssue()).some(({ aloud }) => aloud)).toBe(false)
  })
})
