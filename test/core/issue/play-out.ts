import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import type { Command } from '../../../core/issue/commands.ts'
import { canGive } from '../../../core/issue/decide/can-give.ts'
import { decide } from '../../../core/issue/decide/decide.ts'
import type { IssueEvent, IssueFact } from '../../../core/issue/events.ts'
import { evolve } from '../../../core/issue/evolve.ts'
import type { Issue } from '../../../core/issue/issue.ts'
import { wakesAt } from '../../../core/issue/pending.ts'
import { dueCommand } from '../../../core/issue/standing.ts'
import { stepOf } from '../../../core/lifecycle.ts'
import { type Principal, theSystem } from '../../../core/principal.ts'
import { isRefusal, type Refusal } from '../../../core/refusal.ts'
import { endStages, type Stage } from '../../../core/words.ts'
import { epochSeconds, instantOf } from '../../../core/zone-time.ts'
import { numbered } from '../given.ts'
import { contextFor, people } from '../office.ts'
import { everyone, goingOn, type Happening, start } from './arbitraries.ts'

/** One command in the story: the issue before and after it, and what was answered. */
export type Scene = {
  command: Command
  principal: Principal
  now: string
  before: Issue | undefined
  answer: readonly IssueFact[] | Refusal
  after: Issue | undefined
  events: readonly IssueEvent[]
}

const whoeverMay = (command: Command, issue: Issue | undefined) =>
  everyone.find((person) => canGive(command.name, issue, person) === true) ?? people.manager

export const stageIsOver = ({ stage }: Issue) => (endStages as readonly Stage[]).includes(stage)

const oneOfThosePossible = (pick: number, issue: Issue | undefined) => {
  const possible = goingOn.filter(({ name }) => {
    const { from, only } = stepOf(name)
    return issue && from.includes(issue.stage) && (only === undefined || only === issue.category)
  })
  return possible[pick % possible.length]
}

/** Plays a story out on one issue. */
export const playOut = (story: readonly Happening[]): Scene[] => {
  const scenes: Scene[] = []
  const events: IssueEvent[] = []
  let now = start
  let issue: Issue | undefined
  const play = (command: Command, principal: Principal) => {
    const before = issue
    const answer = decide(command, issue, contextFor(principal, now))
    const made = isRefusal(answer) ? [] : numbered(events, answer, now, principal.id)
    for (const event of made) issue = evolve(issue, event)
    events.push(...made)
    scenes.push({ command, principal, now, before, answer, after: issue, events: [...events] })
  }
  for (const happening of story) {
    if (happening.kind === 'possible') {
      now = instantOf(epochSeconds(now) + happening.wait)
      const command = oneOfThosePossible(happening.pick, issue)
      if (command) play(command, whoeverMay(command, issue))
    } else if (happening.kind === 'command') {
      const { command, by, wait } = happening
      now = instantOf(epochSeconds(now) + wait)
      play(command, by === 'whoever may' ? whoeverMay(command, issue) : people[by])
    } else if (issue) {
      const next = wakesAt(issue, defaultCalendar)
      if (next !== undefined && next > now) now = next
      const due = dueCommand(issue, now, defaultCalendar)
      if (due) play({ name: due, input: {} }, theSystem)
    }
  }
  return scenes
}
