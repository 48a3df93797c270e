import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { commandNames } from '../../../core/issue/commands.ts'
import { canGive } from '../../../core/issue/decide/can-give.ts'
import { decide } from '../../../core/issue/decide/decide.ts'
import { type IssueEvent, IssueFact } from '../../../core/issue/events.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { Issue } from '../../../core/issue/issue.ts'
import { dueCommand, secondsToDeadline, standingOf } from '../../../core/issue/standing.ts'
import { referralSteps } from '../../../core/lifecycle/referral.ts'
import { stepOf } from '../../../core/lifecycle.ts'
import { theSystem } from '../../../core/principal.ts'
import { isRefusal } from '../../../core/refusal.ts'
import { keysOf, stageWords } from '../../../core/words.ts'
import { numbered } from '../given.ts'
import { contextFor } from '../office.ts'
import { happenings, rareStories } from './arbitraries.ts'
import { playOut, type Scene, stageIsOver } from './play-out.ts'

const always = (holds: (scene: Scene) => void) =>
  fc.assert(
    fc.property(happenings, (story) => playOut(story).forEach(holds)),
    { numRuns: 300 },
  )

describe('whatever is done to an issue, in any order, by anyone', () => {
  it('only what the lifecycle says may follow follows', () => {
    always(({ command, before, answer, after }) => {
      if (isRefusal(answer) || answer.length === 0) return
      const { from, makes, to } = stepOf(command.name)
      expect(before === undefined ? 'nothing' : from).toEqual(from)
      if (before) expect(from).toContain(before.stage)
      expect(makes).toEqual(expect.arrayContaining(answer.map((fact) => fact.type)))
      expect(to ?? [before?.stage]).toContain(after?.stage)
    })
  })

  it('a command at a stage that is not its own is refused', () => {
    always(({ command, before, answer }) => {
      const { from } = stepOf(command.name)
      const fits = from === 'nothing' ? !before : before !== undefined && from.includes(before.stage)
      if (!fits) expect(isRefusal(answer)).toBe(true)
    })
  })

  it('what `canGive` refuses is refused, so that a disabled button and the server agree', () => {
    always(({ command, before, principal, answer }) => {
      const may = canGive(command.name, before, principal)
      if (may !== true) expect(answer).toEqual(may)
    })
  })

  it('a refusal has a code and a sentence in both languages', () => {
    always(({ answer }) => {
      if (isRefusal(answer)) expect(answer).toMatchObject({ zh: /。$/, en: /\.$/ })
    })
  })

  it('every fact and every state is one that the store can read back unchanged', () => {
    always(({ answer, after }) => {
      if (!isRefusal(answer)) expect(answer.map((fact) => IssueFact.parse(fact))).toStrictEqual(answer)
      if (after) expect(Issue.parse(after)).toStrictEqual(after)
    })
  })

  it('the issue is the fold of its events as they were stored', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        const last = playOut(story).at(-1)
        const events = last?.events ?? []
        const stored = events.map(({ seq, at, by, ...fact }) => ({ ...IssueFact.parse(fact), seq, at, by }))
        expect(replay(stored as IssueEvent[])).toStrictEqual(last?.after)
      }),
      { numRuns: 300 },
    )
  })

  it('the firm, its words and who heard them stay as they were logged', () => {
    always(({ before, after }) => {
      if (!before || !after) return
      const { id, firm, contact, category, content, source, loggedAt, loggedBy } = after
      expect(before).toMatchObject({ id, firm, category, content, source, loggedAt, loggedBy })
      expect(contact).toEqual(before.contact)
    })
  })

  it('a deadline that passed is marked once', () => {
    always(({ after }) => {
      const marks = (after?.overdue ?? []).map(({ clock, due }) => `${clock} ${due}`)
      expect(new Set(marks).size).toBe(marks.length)
    })
  })

  it('what time calls for is done at once and is then done: a workflow never turns in a circle', () => {
    always(({ after, now, events }) => {
      // One may bring the next: where a firm did not answer, the day of a review may have come meanwhile.
      const done: string[] = []
      let [issue, all] = [after, events]
      for (;;) {
        const due = issue && dueCommand(issue, now, defaultCalendar)
        if (!issue || !due) return
        expect(done).not.toContain(due)
        done.push(due)
        const facts = decide({ name: due, input: {} }, issue, contextFor(theSystem, now))
        expect(facts).not.toEqual([])
        expect(isRefusal(facts)).toBe(false)
        if (isRefusal(facts)) return
        all = [...all, ...numbered(all, facts, now, theSystem.id)]
        issue = replay(all)
      }
    })
  })

  it('a clock is said to come near, or to be overdue, once for each due time', () => {
    always(({ after }) => {
      const marks = (after?.soon ?? []).map(({ clock, due }) => `${clock} ${due}`)
      expect(new Set(marks).size).toBe(marks.length)
    })
  })

  it('its due times are those that the calendar gives: computing them again moves none', () => {
    always(({ after, now }) => {
      if (!after || stageIsOver(after)) return
      expect(decide({ name: 'recomputeDues', input: {} }, after, contextFor(theSystem, now))).toEqual([])
    })
  })

  it('a paused issue is not overdue, and nothing is said of its clocks', () => {
    always(({ before, answer }) => {
      if (before?.stage !== 'handling' || !before.work.pause || isRefusal(answer)) return
      const types = answer.map((fact) => fact.type)
      for (const type of ['DueSoonRecorded', 'OverdueRecorded', 'SupervisionProposed'] as const)
        expect(types).not.toContain(type)
    })
  })

  it('the due time that was first given is kept, however often it is extended', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        let first: string | undefined
        for (const { after, answer } of playOut(story)) {
          const types = isRefusal(answer) ? [] : answer.map((fact) => fact.type)
          if (after?.stage !== 'handling' || after.assignment.extensions === undefined) first = undefined
          // A pause moves the original, too: it stands still like every other clock.
          else if (first === undefined || types.includes('IssueResumed'))
            first = after.assignment.dues.closeOriginal
          else expect(after.assignment.dues.closeOriginal).toBe(first)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a workflow waits between a second and twenty days', () => {
    always(({ after, now }) => {
      if (!after) return
      const seconds = secondsToDeadline(after, now, defaultCalendar)
      expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 20 * 86_400).toBe(true)
    })
  })

  it('nobody but the firm’s own word makes it solved or satisfied', () => {
    always(({ command, before, after }) => {
      if (after?.stage !== 'closed' || before?.stage !== 'confirming') return
      const asked = command.name === 'confirmClosure'
      const ended = {
        recordFailedCall: 'notReached',
        lapseConfirmation: 'notReached',
        ruleOnDispute: 'unsolved',
      }
      const expected = asked ? command.input.result : ended[command.name as keyof typeof ended]
      expect(after.confirmation.result).toBe(expected)
      if (!asked) expect(after.confirmation.satisfaction).toBeUndefined()
    })
  })

  it('is never over while someone has to move', () => {
    always(({ after }) => {
      if (after && after.stage !== 'closed' && standingOf(after) === 'over') {
        expect(['declined', 'withdrawn', 'merged']).toContain(after.stage)
      }
    })
  })
})

it('the stories of these tests reach every stage, and every command succeeds somewhere', () => {
  const stories = [...rareStories, ...fc.sample(happenings, { numRuns: 2500, seed: 11 })]
  const scenes = stories.flatMap(playOut)
  const stages = new Set(scenes.map(({ after }) => after?.stage))
  expect(keysOf(stageWords).filter((stage) => !stages.has(stage))).toEqual([])
  // In these stories no calendar changes, and what banks do has stories of its own.
  const possible = commandNames.filter((name) => name !== 'recomputeDues' && !(name in referralSteps))
  const worked = new Set(
    scenes.filter(({ answer }) => !isRefusal(answer) && answer.length > 0).map(({ command }) => command.name),
  )
  expect(possible.filter((name) => !worked.has(name))).toEqual([])
})
