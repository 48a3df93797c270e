import type { Command } from '../../core/issue/commands.ts'
import type { Context } from '../../core/issue/context.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { standingOf } from '../../core/issue/standing.ts'
import { keys } from '../store/keys.ts'
import type { Write } from '../store/table.ts'
import type { Container } from './container.ts'

/** The other issue that a command names, where it must be as it is seen for the command to hold. */
const otherIn = (command: Command): string | undefined => {
  if (command.name === 'mergeIssue') return command.input.into
  return command.name === 'joinCommon' ? command.input.parent : undefined
}

/** Of two that join each other's way only the faster one does: a case takes no cases, a common issue joins none. */
const levelGuards = (child: string, parent: string): Write[] => [
  { put: keys.issueCase(child) },
  { put: keys.issueCommon(parent) },
  { check: keys.issueCommon(child), when: 'absent' },
  { check: keys.issueCase(parent), when: 'absent' },
]

type Seen = {
  context: Pick<Context, 'mergeTargetOpen' | 'mergeTargetIsCase' | 'isCommon'>
  /** What must still hold when the command's facts are written, or it is decided afresh. */
  guards: Write[]
}

/** What there is to know of the other issue that a command names; two commands that cross cannot both hold. */
export const seenOther = async (
  container: Container,
  command: Command,
  id: string | undefined,
): Promise<Seen> => {
  const other = otherIn(command)
  if (other === undefined || id === undefined || other === id) return { context: {}, guards: [] }
  const target = await container.issues.load(other)
  const joins = command.name === 'joinCommon'
  const isCommon = joins && (await container.table.get(keys.issueCommon(id))) !== undefined
  const context = {
    mergeTargetOpen: target !== undefined && standingOf(target.issue) !== 'over',
    mergeTargetIsCase: target?.issue.parent !== undefined,
    isCommon,
  }
  if (joins) return { context, guards: levelGuards(id, other) }
  return {
    context,
    guards: target ? [{ check: keys.issueHead(other), when: { version: target.version } }] : [],
  }
}

/** An issue that leaves its common one may have cases itself; a common one that has none left may be a case. */
export const levelsLeft = (before: Issue | undefined, after: Issue): Write[] => [
  ...(before?.parent && !after.parent ? [{ remove: keys.issueCase(after.id) }] : []),
  ...(before?.children && !after.children ? [{ remove: keys.issueCommon(after.id) }] : []),
]
