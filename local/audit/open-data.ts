import { join } from 'node:path'
import type { Table } from '../../functions/store/table.ts'
import { openEngine } from '../engine/engine.ts'
import { EngineError } from '../engine/engine-error.ts'
import { readLock } from '../engine/lock-file.ts'
import { openTable } from '../office/clients.ts'

/** The table of a data folder: through the engine of the office that runs on it, or through one opened for this. */
export const openData = async (dataDir: string): Promise<{ table: Table; close: () => Promise<void> }> => {
  try {
    const engine = await openEngine({ dataDir })
    return { table: await openTable(engine.endpoint), close: () => engine.stop() }
  } catch (error) {
    const running = readLock(join(dataDir, 'engine.lock'))?.engine
    if (!(error instanceof EngineError) || error.code !== 'officeRunning' || !running) throw error
    return { table: await openTable(`http://127.0.0.1:${running.port}`), close: async () => {} }
  }
}
