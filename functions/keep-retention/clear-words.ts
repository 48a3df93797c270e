import * as z from 'zod'
import type { Issue } from '../../core/issue/issue.ts'
import { erasedKinds } from '../../core/retention/due.ts'
import { removeFile } from '../lib/files.ts'
import type { IssueStore } from '../store/issue-store.ts'
import { keys } from '../store/keys.ts'
import { readStream } from '../store/stream.ts'
import type { Item, Table, Write } from '../store/table.ts'

const Fact = z.looseObject({ type: z.string(), file: z.looseObject({ id: z.string() }).optional() })

/** Whether the words of an event go with what was erased: who signed, and the forms they signed, may stay longer. */
const goes = (issue: Issue, row: Item): boolean => {
  const fact = Fact.parse(row.fact)
  const { id } = fact.file ?? {}
  const form = id !== undefined && issue.financing?.consents?.some((consent) => consent.file === id)
  return erasedKinds(issue).has(fact.type === 'ConsentGiven' || form ? 'signatories' : 'words')
}

const removedAtOnce = 50

const removeAll = async (table: Table, keysOf: readonly { pk: string; sk: string }[]) => {
  for (let start = 0; start < keysOf.length; start += removedAtOnce) {
    const writes = keysOf.slice(start, start + removedAtOnce).map((remove): Write => ({ remove }))
    await table.transact(writes)
  }
}

const noteOf = ({ pk, sk }: Item) => ({ pk, sk: sk.replace('EVENT#', 'NOTE#') })

type Parts = { table: Table; issues: IssueStore }

/** Takes away the words and files of an issue of which it is on record that they are erased. Can be done again. */
export const clearIssue = async ({ table, issues }: Parts, id: string): Promise<void> => {
  const loaded = await issues.load(id)
  if (!loaded) return
  const { issue } = loaded
  const { rows } = await readStream(table, keys.issueHead(id).pk)
  await removeAll(table, [...rows.filter((row) => goes(issue, row)).map(noteOf), keys.linkCode(id)])
  for (const file of issue.files ?? []) if (file.erased) await removeFile(table, file.id)
}

/** Takes away the contacts and words of a firm's record up to the event that says so. */
export const clearFirm = async (table: Table, pk: string, upTo: number): Promise<void> => {
  const { rows } = await readStream(table, pk)
  await removeAll(table, rows.filter((row) => Number(row.seq) <= upTo).map(noteOf))
}
