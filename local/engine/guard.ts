import { DatabaseSync } from 'node:sqlite'

/**
 * Takes the data folder for this process, or answers undefined where another process holds it.
 *
 * A pid in a file cannot tell a living owner from a reused pid, least of all on macOS and Windows, and two
 * processes that take over the same stale file race. So the lock is SQLite's exclusive lock on an empty file:
 * the operating system drops it in the moment the holder dies, however it dies.
 */
export function takeGuard(file: string): { release(): void } | undefined {
  const guard = new DatabaseSync(file, { timeout: 0 })
  try {
    guard.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    guard.close()
    if (isBusy(error)) return undefined
    throw error
  }
  return { release: () => guard.isOpen && guard.close() }
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === 5
