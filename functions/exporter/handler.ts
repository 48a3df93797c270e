import * as z from 'zod'
import type { Container } from '../lib/container.ts'
import { writeFigures } from '../lib/exports/figures-file.ts'
import { exportAsked, exportHandedOn, handOnExport, loadExport } from '../lib/exports/job.ts'
import { writeLedger } from '../lib/exports/ledger-file.ts'
import type { BusHandler } from '../lib/publish.ts'

const Detail = z.object({ id: z.string() })

/** A run is ended from outside after fifteen minutes; what is not written by then is for the next one. */
const writesForMs = 10 * 60 * 1000

/**
 * Writes the file that an event asks for, in as many runs as it takes. Told twice, or after a crash, it goes on where
 * the file stands.
 */
export const exporterHandler =
  (container: Container, forMs = writesForMs): BusHandler =>
  async (delivered) => {
    if (![exportAsked, exportHandedOn].includes(delivered['detail-type'])) return
    const began = performance.now()
    const { id } = Detail.parse(delivered.detail)
    const found = await loadExport(container.table, id)
    if (!found) throw new Error(`there is no export ${id}`)
    const { job, progress } = found
    if (progress.ended) return
    const { request } = job
    if (request.kind === 'ledger') {
      const isLate = () => performance.now() - began >= forMs
      if (await writeLedger(container, { ...job, request }, progress, isLate))
        await handOnExport(container, job)
    } else await writeFigures(container, { ...job, request }, progress)
  }
