import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { EngineError } from './engine-error.ts'
import { engineIn, processesFromPs, processesFromWindows, type SeenProcess } from './seen-process.ts'

const run = promisify(execFile)

const pollMs = 20
const gracefulMs = 3_000
const forcedMs = 2_000

/**
 * Ends every engine that still serves this database file: its owner was killed, since the caller holds the
 * guard. An engine is known by its command line, program and file both, so that a reused pid is never killed.
 * Throws `leftoverStays` where one cannot be ended.
 */
export async function endLeftovers(dbFile: string): Promise<number[]> {
  const left = await enginesOn(dbFile)
  for (const [signal, patienceMs] of [
    ['SIGTERM', gracefulMs],
    ['SIGKILL', forcedMs],
  ] as const) {
    for (const pid of await enginesOn(dbFile)) send(pid, signal)
    if (await gone(dbFile, patienceMs)) return left
  }
  throw new EngineError(
    'leftoverStays',
    `上次遗留的数据库引擎（进程 ${left.join(', ')}）无法结束，请手动结束后重试。` +
      `A database engine left over from an earlier run (process ${left.join(', ')}) could not be ended. End it and start again.`,
  )
}

/** The pids of the engines that serve this file. A process that has ended but was not reaped has no command line. */
export async function enginesOn(dbFile: string, platform: string = process.platform): Promise<number[]> {
  const seen = platform === 'linux' ? processesOnLinux() : await processesElsewhere(platform)
  return seen.filter(({ command }) => engineIn(command, dbFile)).map(({ pid }) => pid)
}

function processesOnLinux(): SeenProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [
          { pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ') },
        ]
      } catch {
        return [] // it ended while the folder was read, or belongs to someone else
      }
    })
}

async function processesElsewhere(platform: string): Promise<SeenProcess[]> {
  if (platform !== 'win32')
    return processesFromPs((await run('ps', ['-axww', '-o', 'pid=,command='], { maxBuffer: 2 ** 24 })).stdout)
  const query =
    'Get-CimInstance Win32_Process -Filter "Name=\'dynoxide.exe\'" | Select-Object ProcessId,CommandLine | ConvertTo-Json -Compress'
  const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query])
  return processesFromWindows(stdout)
}

async function gone(dbFile: string, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs
  for (;;) {
    if ((await enginesOn(dbFile)).length === 0) return true
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended, or is not ours to end: which of the two is seen by waiting for it.
  }
}
