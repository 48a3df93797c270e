import type { ChildProcess } from 'node:child_process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const children = new Set<ChildProcess>()

/**
 * Ends the child when this process ends, except by SIGKILL. A program that handles the signals itself is left
 * to close in its own order; where nobody else does, the signal's usual effect is kept.
 */
export function endWithParent(child: ChildProcess): void {
  if (children.size === 0) watch()
  children.add(child)
  child.once('exit', () => {
    children.delete(child)
    if (children.size === 0) unwatch()
  })
}

const endAll = () => {
  for (const child of children) child.kill('SIGTERM')
}

function onSignal(signal: NodeJS.Signals) {
  if (process.listenerCount(signal) > 1) return
  endAll()
  unwatch()
  process.kill(process.pid, signal)
}

function watch() {
  process.on('exit', endAll)
  for (const signal of signals) process.on(signal, onSignal)
}

function unwatch() {
  process.off('exit', endAll)
  for (const signal of signals) process.off(signal, onSignal)
}
