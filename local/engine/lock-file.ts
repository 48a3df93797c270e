import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'

/** What the lock file tells people, and the process that finds the folder taken. Times are UTC. */
const EngineLock = z.object({
  owner: z.object({ pid: z.int().positive() }),
  engine: z.object({ pid: z.int().positive(), port: z.int().min(1).max(65_535) }).optional(),
  startedAt: z.iso.datetime(),
})
export type EngineLock = z.infer<typeof EngineLock>

/** Whole or not at all: a reader never sees half a lock. Only the holder of the guard writes it. */
export function writeLock(file: string, lock: EngineLock): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(lock)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/** The lock as written, or undefined where there is none or none that can be read. */
export function readLock(file: string): EngineLock | undefined {
  try {
    return EngineLock.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

export const removeLock = (file: string): void => rmSync(file, { force: true })
