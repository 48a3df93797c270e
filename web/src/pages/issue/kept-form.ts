import { lastPerson } from '../../sign-in/last-person.ts'
import { type ButtonCommand, buttonCommands } from './command-fields.ts'
import type { Typed } from './command-input.ts'

/** A form half filled in outlives a new sign-in of the same person and a reload of this tab. */
type Kept = { command: ButtonCommand; typed: Typed; key: string }

const name = (issue: string) => `zhuqi-form:${lastPerson()}:${issue}`

const read = (issue: string): Kept | undefined => {
  const text = sessionStorage.getItem(name(issue))
  if (!text) return undefined
  const kept = JSON.parse(text) as Kept
  return buttonCommands.includes(kept.command) ? kept : undefined
}

export const openForm = (issue: string) => read(issue)?.command

export const keptForm = (issue: string, command: ButtonCommand): Kept | undefined => {
  const kept = read(issue)
  return kept?.command === command ? kept : undefined
}

export const keepForm = (issue: string, kept: Kept) =>
  sessionStorage.setItem(name(issue), JSON.stringify(kept))

export const wipeForm = (issue: string) => sessionStorage.removeItem(name(issue))
