import { keepForm, keptFormOf } from '../../parts/use-kept.ts'
import { type ButtonCommand, buttonCommands } from './command-fields.ts'

/** Opens the form of a command with what is known already, at a field of it. */
export type OpenForm = (command: ButtonCommand, typed: Record<string, string>, field?: string) => void

/** The name under which the forms of an issue's steps are kept: the one typed into last. */
export const stepsOf = (issue: string) => `steps:${issue}`

export const openForm = (issue: string): ButtonCommand | undefined => {
  const of = keptFormOf(stepsOf(issue))
  return buttonCommands.find((command) => command === of)
}

export const fillIn = (issue: string, command: ButtonCommand, typed: Record<string, string>) =>
  keepForm(stepsOf(issue), typed, command)
