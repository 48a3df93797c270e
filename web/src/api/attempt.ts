import { apiBase } from './base.ts'
import type { Failure, Outcome } from './failure.ts'

export type Request = {
  method?: 'GET' | 'POST'
  path: string
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  /** A file is sent as it is, under its own content type. */
  file?: Blob
  /** Idempotency-Key: the same one for every attempt at the same thing. */
  key?: string
  /** The version that the sender has seen. */
  version?: number
  headers?: Record<string, string>
  /** The answer is a file, not JSON. */
  wantsFile?: true
  timeoutMs?: number
}

/** Where tokens come from; `fresh` asks for another one after a refusal. */
export type TokenSource = (fresh: boolean) => Promise<string | undefined | 'unreachable'>

const address = ({ path, query }: Request) => {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `${apiBase}${path}${search && `?${search}`}`
}

const headersOf = (request: Request, token: string | undefined) => ({
  accept: request.wantsFile ? '*/*' : 'application/json',
  ...(token && { authorization: `Bearer ${token}` }),
  ...(request.body !== undefined && { 'content-type': 'application/json' }),
  ...(request.file && { 'content-type': request.file.type || 'application/octet-stream' }),
  ...(request.key && { 'idempotency-key': request.key }),
  ...(request.version !== undefined && { 'if-match': `"${request.version}"` }),
  ...request.headers,
})

const failureFrom = async (response: Response): Promise<Failure> => {
  const problem = await response.json().catch(() => undefined)
  const stated = typeof problem?.code === 'string' && typeof problem?.title === 'string'
  // A failing server may still speak well-formed; what it says then is no reason to give up.
  if (stated && response.status < 500) return { kind: 'refused', status: response.status, problem }
  return { kind: 'broken', status: response.status }
}

const once = async <T>(request: Request, token: string | undefined): Promise<Outcome<T> | 'unauthorized'> => {
  const signal = AbortSignal.timeout(request.timeoutMs ?? 20_000)
  try {
    const response = await fetch(address(request), {
      method: request.method ?? 'GET',
      headers: headersOf(request, token),
      body: request.file ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
      cache: 'no-store',
      signal,
    })
    if (response.status === 401 && token) return 'unauthorized'
    if (!response.ok) return { ok: false, failure: await failureFrom(response) }
    return { ok: true, value: (request.wantsFile ? await response.blob() : await response.json()) as T }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, failure: { kind: 'broken', status: 200 } }
    return { ok: false, failure: { kind: signal.aborted ? 'tooSlow' : 'unreachable' } }
  }
}

/** One request, and one more with a fresh token where the first is refused. Never throws. */
export const attemptWith =
  (tokens: TokenSource) =>
  async <T>(request: Request): Promise<Outcome<T>> => {
    for (const fresh of [false, true]) {
      const token = await tokens(fresh)
      if (token === 'unreachable') return { ok: false, failure: { kind: 'unreachable' } }
      if (!token) return { ok: false, failure: { kind: 'signedOut' } }
      const outcome = await once<T>(request, token)
      if (outcome !== 'unauthorized') return outcome
    }
    return { ok: false, failure: { kind: 'signedOut' } }
  }

/** For the firm's link, which has no token. */
export const attemptOpenly = async <T>(request: Request): Promise<Outcome<T>> => {
  const outcome = await once<T>(request, undefined)
  return outcome === 'unauthorized' ? { ok: false, failure: { kind: 'signedOut' } } : outcome
}
