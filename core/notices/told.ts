import type { EventType, IssueEvent } from '../issue/events.ts'
import { assistingOf, departmentOf } from '../issue/in-hand.ts'
import type { Issue } from '../issue/issue.ts'
import { localDate, localTime } from '../zone-time.ts'
import type { Box } from './boxes.ts'

type EventOf<T extends EventType> = Extract<IssueEvent, { type: T }>

/** A fact, and the issue just after and just before it: not as it is by now, so that a late delivery tells the same. */
export type Told<T extends EventType = EventType> = {
  readonly event: EventOf<T>
  readonly issue: Issue
  readonly before: Issue | undefined
  readonly nameOf: (department: string) => string
}

export type Sentence = { readonly zh: string; readonly en: string }

/** One line of the table: whom a fact concerns, and what it says to them. */
export type Line<T extends EventType = EventType> = {
  /** What the notice is about, in a word; stable, as rows are named by it. */
  readonly kind: string
  readonly to: (told: Told<T>) => readonly Box[]
  readonly says: (told: Told<T>) => Sentence
  /** Whether the group's robot says it too: what cannot wait until somebody looks into the inbox. */
  readonly aloud?: (told: Told<T>) => boolean
}

export type Lines<T extends EventType> = { readonly [K in T]: readonly Line<K>[] }

type Who = (told: Pick<Told, 'issue' | 'before'>) => readonly Box[]

const departmentBox = (issue: Issue | undefined): Box[] => {
  const department = issue && departmentOf(issue)
  return department ? [`department:${department}`] : []
}

export const department: Who = ({ issue }) => departmentBox(issue)
/** Where it was before the fact: what is transferred, withdrawn or merged leaves it. */
export const departmentBefore: Who = ({ before }) => departmentBox(before)
export const assisting: Who = ({ issue }) => assistingOf(issue).map((id): Box => `department:${id}`)
/** Those of them whose part is not done. */
export const stillToAssist: Who = (told) => {
  const { issue } = told
  const done = ('assignment' in issue && issue.assignment?.assisted) || []
  return assisting(told).filter((box) => !done.some((id) => box === `department:${id}`))
}
/** Whoever stands with the firm: the team that logged it, or the person where that was no team. */
export const team: Who = ({ issue }) =>
  issue.source.team ? [`team:${issue.source.team}`] : [`user:${issue.loggedBy}`]
export const dispatcher: Who = () => ['dispatcher']
export const manager: Who = () => ['manager']
/** A first return is the dispatcher's to rule on, a second one the manager's. */
export const whoRoutes: Who = ({ issue }) => [(issue.returns?.length ?? 0) > 1 ? 'manager' : 'dispatcher']
/** From the second time that the firm was not content, the manager hears of it. */
export const managerFromTheSecond: Who = ({ issue }) => ((issue.steppedUp ?? 0) > 1 ? ['manager'] : [])

export const all =
  (...whos: readonly Who[]): Who =>
  (told) =>
    whos.flatMap((who) => who(told))

/** The department that has it after the fact, by name. */
export const holder = ({ issue, nameOf }: Pick<Told, 'issue' | 'nameOf'>) => {
  const id = departmentOf(issue)
  return id ? nameOf(id) : ''
}

export const always = () => true
export const ifUrgent = ({ issue }: Pick<Told, 'issue'>) => issue.urgency === 'urgent'

/** As people in the Zone read a time: `11月24日 17:00`, `2026-11-24 17:00`. */
export const timeZh = (at: string) => {
  const [, month, day] = localDate(at).split('-')
  return `${Number(month)}月${Number(day)}日 ${localTime(at)}`
}
export const timeEn = (at: string) => `${localDate(at)} ${localTime(at)}`
