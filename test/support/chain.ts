import { expect } from 'vitest'
import { verifyAudit } from '../../functions/lib/audit/verify.ts'
import { chainStart, linkHash, noteDigest } from '../../functions/store/chain.ts'
import { eventRow, NoteRow } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import { readStream } from '../../functions/store/stream.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Office } from '../../local/office/office.ts'

/** Checks that a stream's events are numbered without a gap, each with the hash of the one before; answers them. */
export const wholeStream = async (table: Table, pk: string) => {
  const { rows, notes } = await readStream(table, pk)
  const head = await table.get({ pk, sk: 'HEAD' })
  // Words may be gone where a fact of the stream says that they are; nowhere else.
  const erased = rows.some((row) => eventRow(row).fact.type === 'PersonalDataErased')
  let prev = chainStart(pk)
  const events = rows.map((row, index) => {
    const event = eventRow(row)
    expect([event.seq, event.prev], `${pk}, event ${index + 1}`).toEqual([index + 1, prev])
    const words = notes.get(row.sk.slice('EVENT#'.length))
    const { salt, note } = words ? NoteRow.parse(words) : { salt: '', note: undefined }
    if (words || !erased) expect(event.noteDigest).toBe(note && noteDigest(salt, note))
    prev = linkHash(event)
    return event
  })
  expect(head, pk).toMatchObject({ version: events.length, hash: prev })
  return events
}

export const wholeChain = (table: Table, id: string) => wholeStream(table, keys.issueHead(id).pk)

/** What the verifier finds in all chains of an office. Seals are left to tests that hold the office's key. */
export const brokenChains = async ({ container, plainTable }: Pick<Office, 'container' | 'plainTable'>) => {
  await container.audit.settled()
  const report = await verifyAudit({ table: plainTable, now: container.now(), keys: new Map() })
  const findings = report.findings.filter(({ code }) => code !== 'keyUnknown')
  return { findings, streams: report.streams }
}
