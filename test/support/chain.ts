import { expect } from 'vitest'
import { chainStart, linkHash, noteDigest } from '../../functions/store/chain.ts'
import { eventRow, NoteRow } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import { readStream } from '../../functions/store/stream.ts'
import type { Table } from '../../functions/store/table.ts'

/** Checks that an issue's events are numbered without a gap, each with the hash of the one before; answers them. */
export const wholeChain = async (table: Table, id: string) => {
  const { pk } = keys.issueHead(id)
  const { rows, notes } = await readStream(table, pk)
  const head = await table.get(keys.issueHead(id))
  let prev = chainStart(pk)
  const events = rows.map((row, index) => {
    const event = eventRow(row)
    expect([event.seq, event.prev], `${id}, event ${index + 1}`).toEqual([index + 1, prev])
    const words = notes.get(row.sk.slice('EVENT#'.length))
    const { salt, note } = words ? NoteRow.parse(words) : { salt: '', note: undefined }
    expect(event.noteDigest).toBe(note && noteDigest(salt, note))
    prev = linkHash(event)
    return event
  })
  expect(head, id).toMatchObject({ version: events.length, hash: prev })
  return events
}
