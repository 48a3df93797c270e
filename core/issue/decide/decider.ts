import type { lifecycle } from '../../lifecycle.ts'
import type { Refusal } from '../../refusal.ts'
import type { Stage } from '../../words.ts'
import type { CommandInput, CommandName } from '../commands.ts'
import type { Context } from '../context.ts'
import type { IssueFact } from '../events.ts'
import type { IssueAt } from '../issue.ts'

type From<C extends CommandName> = (typeof lifecycle)[C]['from']

/** The issue as the lifecycle table guarantees it to a command: at one of the stages that the table names. */
export type Before<C extends CommandName> =
  From<C> extends readonly (infer S extends Stage)[] ? IssueAt<S> : undefined

/** Pure and total: the facts that follow, or why not. No facts at all means that there is nothing to do. */
export type Decider<C extends CommandName> = (
  issue: Before<C>,
  input: CommandInput<C>,
  context: Context,
) => readonly IssueFact[] | Refusal

export const noteOf = (text: string | undefined) => (text === undefined ? {} : { note: { text } })
