import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { noLimits } from '../functions/lib/limits/limits.ts'
import { silentLog } from '../functions/lib/log.ts'
import { freePort } from '../local/engine/free-port.ts'
import { startOffice } from '../local/office/office.ts'
import type { OfficeOptions } from '../local/office/options.ts'
import type { Tokens } from './load/job.ts'

const Firms = z.array(z.object({ uscc: z.string() }))
const firmsFile = new URL('../samples/firms.json', import.meta.url)
export const sampleFirms = (): string[] =>
  Firms.parse(JSON.parse(readFileSync(firmsFile, 'utf8'))).map((firm) => firm.uscc)

/** An office with all its parts on a data folder of its own, as `npm start` opens it; the folder goes with it. */
export const openOffice = async (options: Pick<OfficeOptions, 'onConsumed'> = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhuqi-bench-'))
  const office = await startOffice({
    ...options,
    log: silentLog,
    limits: noLimits,
    dataDir,
    port: await freePort(),
  })
  const tokens: Tokens = {
    official: await office.token('official-1'),
    dispatcher: await office.token('dispatcher'),
    handler: await office.token('parks-1'),
  }
  return {
    office,
    tokens,
    close: async () => {
      await office.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type OpenOffice = Awaited<ReturnType<typeof openOffice>>

/** Seconds until every event has been taken in and no function of a workflow is at work any more. */
export const secondsUntilIdle = async ({ office }: OpenOffice): Promise<number> => {
  const started = performance.now()
  for (let quiet = 0; quiet < 3; ) {
    await office.feed.idle()
    quiet = office.steps.runningCount() === 0 && office.feed.waiting() === 0 ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return (performance.now() - started) / 1000
}
