import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { engineBinary } from './binary.ts'
import { endWithParent } from './end-with-parent.ts'
import { EngineError } from './engine-error.ts'
import { freePort } from './free-port.ts'

export type EngineExit = { code: number | null; signal: NodeJS.Signals | null }
export type EngineProcess = { pid: number; port: number; exited: Promise<EngineExit>; stop(): Promise<void> }
type Options = { logFile: string; dbFile?: string; onSpawn?: (pid: number, port: number) => void }

const readyMs = 5_000
const pollMs = 5
const gracefulMs = 5_000
const attempts = 3

/** Starts an engine and waits until it answers, at most 5 s. Without `dbFile` it keeps everything in memory. */
export async function startEngine(options: Options): Promise<EngineProcess> {
  for (let attempt = 1; ; attempt++) {
    const engine = launch(options, await freePort())
    const state = await settled(engine, options.logFile)
    if (state === 'ready') return engine
    await engine.stop()
    // A port that was free a moment ago can be taken by the time the engine binds it.
    if (state === 'silent' || attempt === attempts) throw failed(options.logFile)
  }
}

function launch({ logFile, dbFile, onSpawn }: Options, port: number): EngineProcess {
  const storage = dbFile ? ['--db-path', dbFile] : []
  const binary = engineBinary()
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), ...storage]
  // A file and not a pipe: an engine that outlives its owner panics on the broken pipe instead of closing cleanly.
  const log = openSync(logFile, 'w', 0o600)
  // In a process group of its own, so that Ctrl-C ends the office first and the engine after it.
  const child = spawn(binary, args, {
    stdio: ['ignore', 'ignore', log],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  closeSync(log)
  const exited = new Promise<EngineExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })
  endWithParent(child)
  // A program that has nothing else to do may end; the engine then ends with it.
  child.unref()
  const pid = child.pid ?? 0
  if (pid) onSpawn?.(pid, port)
  return { pid, port, exited, stop: () => end(child, exited) }
}

async function end(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.ref()
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), gracefulMs)
  await exited
  clearTimeout(force)
}

async function settled(
  { port, exited }: EngineProcess,
  logFile: string,
): Promise<'ready' | 'ended' | 'silent'> {
  let over = false
  void exited.then(() => {
    over = true
  })
  const until = Date.now() + readyMs
  while (!over && Date.now() < until) {
    // Its own word first: another engine could be answering on this port.
    if (
      readFileSync(logFile, 'utf8').includes(`listening on http://127.0.0.1:${port}`) &&
      (await answers(port))
    )
      return over ? 'ended' : 'ready'
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  return over ? 'ended' : 'silent'
}

/** The engine's health page answers before any table exists. */
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const request = get({ host: '127.0.0.1', port, agent: false, timeout: 1_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200 && 'x-dynoxide-version' in response.headers)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })

const failed = (logFile: string) =>
  new EngineError(
    'engineFailed',
    `数据库引擎未能启动。The database engine did not start: ${readFileSync(logFile, 'utf8').trim() || 'it said nothing within 5 s'}`,
  )
