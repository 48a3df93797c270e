import { keys } from '../store/keys.ts'
import type { Table, Write } from '../store/table.ts'
import type { Container } from './container.ts'

/** A row holds 400 KB at most; parts well below that keep a transaction small. */
const partBytes = 300_000

/** Writes the parts of a file. They count for nothing until an issue names the file. */
export const storeFile = async (table: Table, id: string, bytes: Uint8Array): Promise<void> => {
  for (let part = 0; part * partBytes < bytes.length; part++) {
    const slice = bytes.subarray(part * partBytes, (part + 1) * partBytes)
    await table.transact([{ put: { ...keys.file(id, part), bytes: slice } }])
  }
}

/**
 * Writes the parts of a file that an issue is to name. Before the first part it is written down that they come: whoever
 * clears up finds what an upload that was cut off has left.
 */
export const storeUpload = async (
  { table, now }: Pick<Container, 'table' | 'now'>,
  issue: string,
  id: string,
  bytes: Uint8Array,
): Promise<void> => {
  await table.transact([{ put: { ...keys.passing('upload', now(), id), issue, file: id } }])
  await storeFile(table, id, bytes)
}

/** Parts in one transaction: a removal counts by its key, not by what it holds. */
const removedAtOnce = 25

/** Takes the parts of a file away; one that is gone already is no fault. */
export const removeFile = async (table: Table, id: string): Promise<void> => {
  const { pk } = keys.file(id, 0)
  for (;;) {
    const page = await table.query({ pk, limit: removedAtOnce, consistent: true })
    if (page.items.length === 0) return
    const writes = page.items.map(({ sk }): Write => ({ remove: { pk, sk } }))
    await table.transact(writes)
  }
}

/** The bytes of a file, or undefined where there is none. */
export const readFile = async (table: Table, id: string): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = []
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await table.query({ pk: keys.file(id, 0).pk, ...(after && { after }) })
    for (const item of page.items) if (item.bytes instanceof Uint8Array) parts.push(item.bytes)
    after = page.next
  } while (after)
  return parts.length > 0 ? Buffer.concat(parts) : undefined
}

/** Some of the parts of a file, joined; undefined where one of them is missing. */
export const readFileParts = async (
  table: Table,
  id: string,
  from: number,
  count: number,
): Promise<Uint8Array | undefined> => {
  if (count < 1) return undefined
  const wanted = Array.from({ length: count }, (_, index) => keys.file(id, from + index))
  const found = new Map((await table.getMany(wanted)).map((item) => [item.sk, item.bytes]))
  const parts = wanted.flatMap(({ sk }) => {
    const bytes = found.get(sk)
    return bytes instanceof Uint8Array ? [bytes] : []
  })
  return parts.length === count ? Buffer.concat(parts) : undefined
}
