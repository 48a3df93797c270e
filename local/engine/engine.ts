import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EngineError } from './engine-error.ts'
import { type EngineExit, type EngineProcess, startEngine } from './engine-process.ts'
import { takeGuard } from './guard.ts'
import { endLeftovers } from './leftover.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'

export type Engine = { endpoint: string; port: number; pid: number; stop(): Promise<void> }
type Options = {
  dataDir: string
  /** Told once when the engine ends although nobody stopped it. */
  onExit?: (exit: EngineExit) => void
}

/** Readable by its owner alone, in whatever folder it lies; what the engine writes beside it follows it (SQLite). */
const ownersAlone = (file: string) => {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/**
 * Opens the database of a data folder: `zhuqi.db`, with `engine.lock` beside it saying who runs it, and
 * `engine.guard`, which the operating system locks. Throws an EngineError (`officeRunning`, `engineMissing`,
 * `engineFailed`, `leftoverStays`, `lockUnusable`) whose message is a sentence for people.
 */
export async function openEngine({ dataDir, onExit }: Options): Promise<Engine> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = realpathSync(dataDir)
  const lockFile = join(folder, 'engine.lock')
  const guard = takeFolder(folder, lockFile)
  try {
    const owner = { pid: process.pid }
    const startedAt = new Date().toISOString()
    const hadOwner = readLock(lockFile) !== undefined
    writeLock(lockFile, { owner, startedAt })
    const dbFile = join(folder, 'zhuqi.db')
    ownersAlone(dbFile)
    // Asking Windows for its processes takes most of a second: there only after an owner that did not close.
    if (hadOwner || process.platform !== 'win32') await endLeftovers(dbFile)
    const engine = await startEngine({
      dbFile,
      logFile: join(folder, 'engine.log'),
      onSpawn: (pid, port) => writeLock(lockFile, { owner, engine: { pid, port }, startedAt }),
    })
    return opened(engine, onExit, () => {
      removeLock(lockFile)
      guard.release()
    })
  } catch (error) {
    guard.release()
    throw error
  }
}

/** An engine for tests that forgets everything when it stops. */
export async function memoryEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-engine-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  try {
    return opened(await startEngine({ logFile: join(folder, 'engine.log') }), undefined, clear)
  } catch (error) {
    clear()
    throw error
  }
}

function opened(engine: EngineProcess, onExit: Options['onExit'], close: () => void): Engine {
  let stopping: Promise<void> | undefined
  void engine.exited.then((exit) => {
    if (!stopping) onExit?.(exit)
  })
  const { pid, port } = engine
  const stop = () => {
    stopping ??= engine.stop().then(close)
    return stopping
  }
  return { endpoint: `http://127.0.0.1:${port}`, port, pid, stop }
}

function takeFolder(folder: string, lockFile: string) {
  let guard: ReturnType<typeof takeGuard>
  try {
    guard = takeGuard(join(folder, 'engine.guard'))
  } catch (cause) {
    throw new EngineError(
      'lockUnusable',
      `无法锁定数据文件夹 ${folder}。The data folder ${folder} cannot be locked; it must be on a local disk that can be written to.`,
      { cause },
    )
  }
  if (guard) return guard
  const pid = readLock(lockFile)?.owner.pid
  throw new EngineError(
    'officeRunning',
    `另一个助企正在使用这个数据文件夹${pid ? `（进程 ${pid}）` : ''}：${folder}。` +
      `Another Zhuqi is running on this data folder${pid ? ` (process ${pid})` : ''}.`,
  )
}
