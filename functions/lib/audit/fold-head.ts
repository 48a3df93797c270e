import type { IssueEvent } from '../../../core/issue/events.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { Issue } from '../../../core/issue/issue.ts'
import { canonical } from '../../store/chain.ts'
import { eventFrom, issueFrom } from '../../store/issue-rows.ts'
import type { Item } from '../../store/table.ts'
import type { Finding } from './findings.ts'
import { finding } from './findings.ts'

/** What no erasure of words touches. */
const bones = ({ id, stage, category, urgency, loggedAt, disputes, steppedUp, firm }: Issue) => ({
  id,
  stage,
  category,
  urgency,
  loggedAt,
  disputes,
  steppedUp,
  uscc: firm.uscc,
})

const folded = (events: readonly Item[], notes: ReadonlyMap<string, Item>): Issue | undefined =>
  replay(events.map((row): IssueEvent => eventFrom(row, notes.get(row.sk.slice('EVENT#'.length)))))

/** Kept since a later version: the state of an issue that did not change since then lacks them. */
const keptLater = new Set(['past'])

type Fields = Readonly<Record<string, unknown>>

const differing = (come: Fields, is: Fields): string[] =>
  [...new Set([...Object.keys(come), ...Object.keys(is)])]
    .filter((key) => !(keptLater.has(key) && is[key] === undefined))
    .filter((key) => canonical(come[key]) !== canonical(is[key]))

/**
 * The head of an issue is what its events come to, and nothing else: whoever changes the present state and leaves the
 * history alone is found as well. Where words were erased only what no words touch is compared.
 */
export const foldFindings = (
  stream: string,
  head: Item,
  events: readonly Item[],
  notes: ReadonlyMap<string, Item>,
  wordsGone: boolean,
): Finding[] => {
  try {
    const from = folded(events, notes)
    if (!from) return []
    const is = issueFrom(head).issue
    const [come, stands] = wordsGone ? [bones(from), bones(is)] : [Issue.parse(from), is]
    const fields = differing(come, stands)
    return fields.length > 0 ? [finding('headDiffers', stream, fields.join(', '))] : []
  } catch {
    return [finding('headDiffers', stream)]
  }
}
