import * as z from 'zod'
import type { Container } from '../lib/container.ts'
import { removeFile } from '../lib/files.ts'
import { eraseOnRequest, FirmDeletion, issuesOfFirm } from '../lib/firm-deletion.ts'
import { keys } from '../store/keys.ts'
import type { Item } from '../store/table.ts'
import { clearFirm, clearIssue } from './clear-words.ts'

const Upload = z.object({ pk: z.string(), sk: z.string(), issue: z.string(), file: z.string() })
const Export = z.object({ pk: z.string(), sk: z.string(), export: z.string() })
const Erasure = z.object({ pk: z.string(), sk: z.string(), stream: z.string(), upTo: z.int().optional() })

const Deletion = FirmDeletion.extend({ pk: z.string(), sk: z.string() })

/** Told of each request that was carried out, before it is forgotten that it was to be. */
export type OnDeletion = (deletion: FirmDeletion) => void

/** What stood in the list up to a time, so many at most; the rest is left for the next run. */
const passed = async (
  { table }: Container,
  kind: Parameters<typeof keys.passing>[0],
  to: string,
  most: number,
): Promise<Item[]> => {
  const { pk } = keys.passing(kind, '', '')
  return (await table.query({ pk, sk: { to: `${to}~` }, limit: most })).items
}

const done = ({ table }: Container, { pk, sk }: Item) => table.transact([{ remove: { pk, sk } }])

/** Words and files of what was erased; done before anything new is erased, so that nothing stays half gone. */
export const clearErased = async (container: Container, most: number): Promise<number> => {
  const rows = await passed(container, 'erasure', container.now(), most)
  const issue = keys.issueHead('').pk
  for (const row of rows) {
    const { stream, upTo } = Erasure.parse(row)
    if (stream.startsWith(issue)) await clearIssue(container, stream.slice(issue.length))
    else await clearFirm(container.table, stream, upTo ?? 0)
    await done(container, row)
  }
  return rows.length
}

/** All issues of firms that asked for deletion, also where the request itself was cut off or could not go through all. */
export const followDeletions = async (
  container: Container,
  most: number,
  onDeletion: OnDeletion = () => {},
): Promise<number> => {
  const rows = await passed(container, 'deletion', container.now(), most)
  for (const row of rows) {
    const { uscc, request, identified } = Deletion.parse(row)
    let after: Readonly<Record<string, string>> | undefined
    do {
      const page = await issuesOfFirm(container, uscc, 100, after)
      await eraseOnRequest(container, page.ids, request)
      after = page.next
    } while (after)
    onDeletion({ uscc, request, identified })
    await done(container, row)
  }
  return rows.length
}

/** A day is longer than any upload takes: what no issue names by then was cut off. */
const uploadMs = 24 * 3600 * 1000

export const clearUploads = async (container: Container, most: number): Promise<number> => {
  const to = new Date(Date.parse(container.now()) - uploadMs).toISOString().slice(0, 19)
  let cleared = 0
  for (const row of await passed(container, 'upload', to, most)) {
    const { issue, file } = Upload.parse(row)
    const loaded = await container.issues.load(issue)
    const named = loaded?.issue.files?.some((one) => one.id === file && !one.erased)
    if (!named) {
      await removeFile(container.table, file)
      cleared++
    }
    await done(container, row)
  }
  return cleared
}

export const clearExports = async (container: Container, days: number, most: number): Promise<number> => {
  const to = new Date(Date.parse(container.now()) - days * 86_400_000).toISOString().slice(0, 19)
  const rows = await passed(container, 'export', to, most)
  for (const row of rows) {
    await removeFile(container.table, Export.parse(row).export)
    await done(container, row)
  }
  return rows.length
}
