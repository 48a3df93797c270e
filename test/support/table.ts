import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryEngine } from '../../local/engine/engine.ts'
import { openTable } from '../../local/office/clients.ts'

/** A fresh table at a fresh engine. */
export const engineTable = async () => {
  const engine = await memoryEngine()
  return { table: await openTable(engine.endpoint), close: () => engine.stop() }
}

/** A folder of its own, gone when the test is. */
export const scratchFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), `zhuqi-${randomUUID().slice(0, 8)}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
