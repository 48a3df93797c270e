import type { ExportView } from '../../core/api/exports.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { askExport, type ExportJob, type ExportProgress, loadExport, notBegun } from '../lib/exports/job.ts'
import { readFileParts } from '../lib/files.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { newFileId } from '../lib/ids.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { answerWrite, keyed } from '../store/answers.ts'

/** A piece goes through Lambda's 6 MB as base64. */
const partsInPiece = 12

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const fileOf = ({ request, askedAt }: ExportJob): { name: string; type: string } => {
  const on = localDate(askedAt).replaceAll('-', '')
  if (request.kind === 'indicators') return { name: `指标-${request.month}-${on}.xlsx`, type: xlsx }
  const name = `诉求台账-${request.from}至${request.to}-${on}.${request.format}`
  return { name, type: request.format === 'xlsx' ? xlsx : 'text/csv; charset=utf-8' }
}

const stateOf = ({ ended, version }: ExportProgress): ExportView['state'] =>
  ended ?? (version === 0 ? 'waiting' : 'working')

const viewOf = (job: ExportJob, progress: ExportProgress): ExportView => {
  const { id, request, askedAt } = job
  const { rows, looked, why, bytes, parts, ended } = progress
  const file = ended === 'done' && { ...fileOf(job), bytes, pieces: Math.ceil(parts / partsInPiece) }
  return {
    id,
    request,
    state: stateOf(progress),
    askedAt,
    rows,
    looked,
    ...(why && { why }),
    ...(file && { file }),
  }
}

/** What somebody took out shows what that person may see: nobody else fetches it. */
const ownExport = async (container: Container, id: string, principal: Principal) => {
  const found = await loadExport(container.table, id)
  return found?.job.asker.id === principal.id ? found : refuse('unknownExport')
}

export const exportOperations = (container: Container): OperationsIn<'exports'> => ({
  askExport: async ({ principal, body, idempotencyKey }) => {
    const once = keyed(principal.id, 'askExport', idempotencyKey, body)
    const before = await answeredBefore(container, once)
    if (before) return isRefusal(before) ? before : { body: before.answer as ExportView }
    const id = newFileId()
    const job = { id, request: body, asker: principal, askedAt: container.now() }
    const answer = viewOf(job, notBegun)
    const also = once ? [answerWrite(once, answer, job.askedAt)] : []
    const written = await askExport(container, id, body, principal, also)
    if (!written.written) {
      const meanwhile = await answeredBefore(container, once)
      if (!meanwhile) return refuse('busy')
      return isRefusal(meanwhile) ? meanwhile : { body: meanwhile.answer as ExportView }
    }
    const more =
      body.kind === 'ledger' ? { from: body.from, to: body.to } : { from: body.month, to: body.month }
    await container.audit.record({ type: 'Exported', what: body.kind, about: id, more })
    return { body: answer, created: `/exports/${id}` }
  },

  getExport: async ({ principal, params }) => {
    const found = await ownExport(container, params.id, principal)
    return isRefusal(found) ? found : { body: viewOf(found.job, found.progress) }
  },

  getExportFile: async ({ principal, params, query }) => {
    const found = await ownExport(container, params.id, principal)
    if (isRefusal(found)) return found
    const { job, progress } = found
    if (progress.ended !== 'done') return refuse('exportNotReady')
    const from = query.piece * partsInPiece
    const file = await readFileParts(
      container.table,
      job.id,
      from,
      Math.min(partsInPiece, progress.parts - from),
    )
    if (file) return { file, ...fileOf(job) }
    return from < progress.parts ? refuse('exportExpired') : refuse('unknownExport')
  },
})
