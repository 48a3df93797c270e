import * as z from 'zod'
import { type ExportRequest, ExportRequest as RequestSchema } from '../../../core/api/exports.ts'
import { Principal } from '../../../core/principal.ts'
import { keys } from '../../store/keys.ts'
import { commitTo } from '../../store/stream.ts'
import type { Table, Write } from '../../store/table.ts'
import type { Container } from '../container.ts'

/** The facts by which a job is begun and taken up again, wherever the office runs. */
export const exportAsked = 'ExportAsked'
export const exportHandedOn = 'ExportHandedOn'

const Head = z.object({ id: z.string(), request: RequestSchema, asker: Principal, askedAt: z.string() })
export type ExportJob = z.infer<typeof Head>

const Entry = z.object({ name: z.string(), at: z.int(), crc: z.number(), size: z.int(), packed: z.int() })
/** How far a file has come: kept with each of its parts in one transaction, so that a crash leaves no half of a step. */
const Progress = z.object({
  version: z.int(),
  rows: z.int(),
  looked: z.int(),
  parts: z.int(),
  bytes: z.int(),
  month: z.string().optional(),
  after: z.string().optional(),
  zip: z.object({ at: z.int(), done: z.array(Entry), open: Entry.optional() }).optional(),
  ended: z.enum(['done', 'failed']).optional(),
  why: z.string().optional(),
})
export type ExportProgress = z.infer<typeof Progress>

export const notBegun: ExportProgress = { version: 0, rows: 0, looked: 0, parts: 0, bytes: 0 }

/** Writes down what was asked; the job begins when the event arrives. */
export const askExport = async (
  container: Container,
  id: string,
  request: ExportRequest,
  asker: Principal,
  also: readonly Write[],
) => {
  const askedAt = container.now()
  return commitTo(container.table, {
    pk: keys.exportHead(id).pk,
    id,
    version: 0,
    facts: [{ type: exportAsked, request }],
    at: askedAt,
    by: asker.id,
    head: { id, request, asker, askedAt },
    also: [{ put: { ...keys.passing('export', askedAt, id), export: id } }, ...also],
  })
}

const Chained = z.object({ version: z.int(), hash: z.string() })

/**
 * Leaves the rest of a file to the next run: the event of it begins one. Where another has handed on meanwhile,
 * that is enough. Throws where nothing could be written, so that this event is delivered again.
 */
export const handOnExport = async ({ table, now }: Container, job: ExportJob): Promise<void> => {
  const key = keys.exportHead(job.id)
  const { version, hash } = Chained.parse(await table.get(key))
  const result = await commitTo(table, {
    pk: key.pk,
    id: job.id,
    version,
    hash,
    facts: [{ type: exportHandedOn }],
    at: now(),
    by: 'system',
    head: job,
  })
  if (!result.written && result.why === 'conflict')
    throw new Error(`the export ${job.id} could not be handed on`)
}

export const loadExport = async (
  table: Table,
  id: string,
): Promise<{ job: ExportJob; progress: ExportProgress } | undefined> => {
  const [head, progress] = await Promise.all([
    table.get(keys.exportHead(id)),
    table.get(keys.exportProgress(id)),
  ])
  return head && { job: Head.parse(head), progress: progress ? Progress.parse(progress) : notBegun }
}

/** One step further: the new parts of the file and the note of how far it is, all or nothing. */
export const saveProgress = async (
  table: Table,
  id: string,
  before: ExportProgress,
  after: Omit<ExportProgress, 'version'>,
  bytes: Uint8Array = new Uint8Array(),
): Promise<ExportProgress | undefined> => {
  const parts: Write[] = []
  for (let start = 0; start < bytes.length; start += partBytes) {
    const slice = bytes.subarray(start, start + partBytes)
    parts.push({ put: { ...keys.file(id, before.parts + parts.length), bytes: slice } })
  }
  const next: ExportProgress = {
    ...after,
    parts: before.parts + parts.length,
    bytes: before.bytes + bytes.length,
    version: before.version + 1,
  }
  const put = { ...keys.exportProgress(id), ...next }
  const when = before.version === 0 ? ('absent' as const) : { version: before.version }
  const result = await table.transact([{ put, when }, ...parts])
  return result.written ? next : undefined
}

/** Well below what a row holds, so that a step of several parts stays within a transaction. */
export const partBytes = 300_000
