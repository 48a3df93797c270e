import * as z from 'zod'
import type { Container } from '../lib/container.ts'
import { writeFigures } from '../lib/exports/figures-file.ts'
import { exportAsked, loadExport } from '../lib/exports/job.ts'
import { writeLedger } from '../lib/exports/ledger-file.ts'
import type { BusHandler } from '../lib/publish.ts'

const Detail = z.object({ id: z.string() })

/** Writes the file that an event asks for. Told twice, or after a crash, it goes on where the file stands. */
export const exporterHandler =
  (container: Container): BusHandler =>
  async (delivered) => {
    if (delivered['detail-type'] !== exportAsked) return
    const { id } = Detail.parse(delivered.detail)
    const found = await loadExport(container.table, id)
    if (!found) throw new Error(`there is no export ${id}`)
    const { job, progress } = found
    if (progress.ended) return
    const { request } = job
    if (request.kind === 'ledger') await writeLedger(container, { ...job, request }, progress)
    else await writeFigures(container, { ...job, request }, progress)
  }
