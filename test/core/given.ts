import { expect } from 'vitest'
import type { Command } from '../../core/issue/commands.ts'
import type { Context } from '../../core/issue/context.ts'
import { decide } from '../../core/issue/decide/decide.ts'
import type { EventType, Fact, IssueEvent, IssueFact } from '../../core/issue/events.ts'
import { replay } from '../../core/issue/evolve.ts'
import { isRefusal, type RefusalCode } from '../../core/refusal.ts'
import { at, contextFor, type Person, people } from './office.ts'
import { usual } from './usual.ts'

type How = Partial<Context> & { by?: Person }

/** The facts in a stream's places, one version each. */
export const numbered = (
  events: readonly IssueEvent[],
  facts: readonly IssueFact[],
  when: string,
  by: string,
): IssueEvent[] => facts.map((fact, index) => ({ ...fact, seq: events.length + index + 1, at: when, by }))

/** The moment of the last event, when no clock has run out yet. */
const soon = (events: readonly IssueEvent[]) => events.at(-1)?.at ?? at('2026-11-23', '09:30')

/**
 * `given(anAssignedIssue()).when(command('acceptAssignment')).makes(…)`. A command is given by whoever usually gives
 * it, at the moment of the last event, in the sample office, unless said otherwise.
 */
export const given = (events: readonly IssueEvent[]) => ({
  when: (command: Command, { by, ...more }: How = {}) => {
    const principal = people[by ?? usual[command.name].by]
    const context = contextFor(principal, more.now ?? soon(events), more)
    const before = replay(events)
    const answer = decide(command, before, context)
    const facts = isRefusal(answer) ? [] : answer
    const stream = [...events, ...numbered(events, facts, context.now, principal.id)]
    return {
      answer,
      events: stream,
      get issue() {
        const issue = replay(stream)
        if (!issue) throw new Error('there is no issue')
        return issue
      },
      /** The one fact that was made, of this type. */
      fact: <T extends EventType>(type: T): Fact<T> => {
        expect(isRefusal(answer) ? answer : facts.map((fact) => fact.type)).toEqual([type])
        return facts[0] as Fact<T>
      },
      makes: (...expected: Partial<IssueFact>[]) => {
        expect(answer).toEqual(expected.map((fact) => expect.objectContaining(fact)))
      },
      refuses: (code: RefusalCode, field?: string) => {
        expect(answer).toMatchObject({ refused: code, ...(field && { fields: [{ pointer: field }] }) })
      },
      staysQuiet: () => expect(answer).toEqual([]),
      /** The same again, on what the first time left behind. */
      again: () => given(stream).when(command, { ...(by && { by }), ...more, now: context.now }),
    }
  },
})
