import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Problem } from '../../core/api/issues.ts'

export type Reply = { ok: true; body: Record<string, unknown> } | { ok: false; problem: Problem }

type Asked = {
  token?: string
  code?: string
  body?: unknown
  bytes?: Uint8Array
  type?: string
  key?: string
}

/** How long the demonstration waits for an office that is being restarted. */
const usualPatienceMs = 60_000

/** The API as an office's own programs would call it: with a key per request, so that asking again is harmless. */
export const makeApi = (origin: string, patienceMs = usualPatienceMs) => {
  const send = async (method: string, path: string, asked: Asked): Promise<Reply> => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        ...(asked.token && { authorization: `Bearer ${asked.token}` }),
        ...(asked.code && { 'x-track-code': asked.code }),
        ...(method === 'POST' && { 'idempotency-key': asked.key ?? '' }),
        ...(asked.bytes
          ? { 'content-type': asked.type ?? '' }
          : asked.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(asked.bytes
        ? { body: Buffer.from(asked.bytes) }
        : asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    })
    const body = (await response.json()) as Record<string, unknown>
    return response.ok ? { ok: true, body } : { ok: false, problem: body as unknown as Problem }
  }

  return async (method: 'GET' | 'POST', path: string, asked: Asked = {}): Promise<Reply> => {
    const key = asked.key ?? randomUUID()
    const until = performance.now() + patienceMs
    for (;;) {
      const reply = await send(method, path, { ...asked, key }).catch(() => undefined)
      const busy = reply && !reply.ok && (reply.problem.status >= 500 || reply.problem.status === 429)
      if (reply && !busy) return reply
      if (performance.now() > until) throw new Error(`${method} ${path}: 没有得到答复 / no answer`)
      await pause(200)
    }
  }
}
export type Api = ReturnType<typeof makeApi>
