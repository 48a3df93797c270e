import type { z } from 'zod'
import type { FirmEvents } from '../../core/api/firms.ts'
import { FirmFact } from '../../core/firm/events.ts'
import type { Container } from '../lib/container.ts'
import { eventRow, NoteRow } from '../store/issue-rows.ts'
import { keys } from '../store/keys.ts'
import { readStream } from '../store/stream.ts'

/** How a firm's record came to be what it is: who changed what. Contacts are in no history. */
export const firmHistory = async (
  container: Container,
  uscc: string,
): Promise<z.input<typeof FirmEvents>> => {
  const { rows, notes } = await readStream(container.table, keys.firmHead(uscc).pk)
  const { user } = await container.reference()
  return {
    items: rows.map((row) => {
      const { seq, at, by, fact } = eventRow(row)
      const { type, ...rest } = FirmFact.parse(fact)
      const noteRow = notes.get(row.sk.slice('EVENT#'.length))
      const note = noteRow && NoteRow.parse(noteRow).note
      const byName = user.find((one) => one.id === by)?.name
      const text = typeof note?.text === 'string' ? note.text : undefined
      return { seq, at, by, ...(byName && { byName }), type, fact: rest, ...(text && { text }) }
    }),
  }
}
