import type { CommandInput } from '../issue/commands.ts'
import type { ReturnedRow } from './read-return.ts'
import { type LedgerLine, lineNextReply, lineProgress } from './write-row.ts'

/** What an edited row asks for: a command, nothing, or a sentence that says what is missing. */
export type Asked =
  | { command: 'recordReply'; input: CommandInput<'recordReply'> }
  | { command: 'proposeClosure'; input: CommandInput<'proposeClosure'> }
  | { fault: string }
  | undefined

const same = (one: string, other: string | undefined) =>
  one.trim() === (other ?? '').replaceAll('\r\n', '\n').trim()

/**
 * Compares a row with what an export would write of the issue now. Only three cells speak: what was done, when the next
 * reply comes, and whether it is done; whatever else was edited is not for a ledger to change.
 */
export const askedByRow = (row: ReturnedRow, line: LedgerLine): Asked => {
  if (row.fault) return { fault: row.fault }
  const { issue } = line
  const told = !same(row.progress, lineProgress(line))
  const closes = row.closure !== undefined && issue.stage !== 'confirming' && issue.stage !== 'closed'
  if (closes && row.closure) {
    if (row.progress === '') return { fault: '填了办结，却没有办理情况；请写明做了什么。' }
    return { command: 'proposeClosure', input: { closure: row.closure, text: row.progress } }
  }
  const moved = row.nextReply !== undefined && row.nextReply !== lineNextReply(line)
  if (!told && !moved) return undefined
  if (row.progress === '') return { fault: '改了下次答复，却没有办理情况；请写明答复了什么。' }
  return {
    command: 'recordReply',
    input: { text: row.progress, ...(row.nextReply && { nextReplyOn: row.nextReply }) },
  }
}
