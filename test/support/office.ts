import { noLimits } from '../../functions/lib/limits/limits.ts'
import { silentLog } from '../../functions/lib/log.ts'
import { freePort } from '../../local/engine/free-port.ts'
import { type Office, startOffice } from '../../local/office/office.ts'
import type { OfficeOptions } from '../../local/office/options.ts'
import { scratchFolder } from './table.ts'

export type Reply = { status: number; headers: Headers; body: Record<string, unknown> }

/** An office with real parts, on a port of its own, forgotten when it closes; and its people by name. */
export const openTestOffice = async (
  options: Pick<
    OfficeOptions,
    | 'clock'
    | 'dataDir'
    | 'port'
    | 'onConsumed'
    | 'messenger'
    | 'mailer'
    | 'sms'
    | 'tokens'
    | 'limits'
    | 'log'
    | 'webhookTimeoutMs'
    | 'signIn'
    | 'directory'
    | 'address'
    | 'idleMinutes'
  > = {},
) => {
  const keys = scratchFolder()
  const office = await startOffice({
    log: options.log ?? silentLog,
    limits: options.limits ?? noLimits,
    keyDir: keys.folder,
    port: options.port ?? (await freePort()),
    ...(options.clock && { clock: options.clock }),
    ...(options.dataDir && { dataDir: options.dataDir }),
    ...(options.onConsumed && { onConsumed: options.onConsumed }),
    ...(options.messenger && { messenger: options.messenger }),
    ...(options.mailer && { mailer: options.mailer }),
    ...(options.sms && { sms: options.sms }),
    ...(options.tokens && { tokens: options.tokens }),
    signIn: options.signIn,
    directory: options.directory,
    address: options.address,
    idleMinutes: options.idleMinutes,
    ...(options.webhookTimeoutMs && { webhookTimeoutMs: options.webhookTimeoutMs }),
  })
  const people = asPeople(office)
  return {
    office,
    ...people,
    close: async () => {
      await office.close()
      keys.remove()
    },
  }
}

export type Ask = (
  user: string | undefined,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>

/** Requests as a signed-in person, over HTTP. */
export const asPeople = (office: Pick<Office, 'origin' | 'token'>) => {
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (user: string) => {
    const known = tokens.get(user) ?? office.token(user)
    tokens.set(user, known)
    return known
  }
  const ask: Ask = async (user, method, path, body, headers = {}) => {
    const response = await fetch(`${office.origin}/api/v1${path}`, {
      method,
      headers: {
        ...(user && { authorization: `Bearer ${await tokenOf(user)}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = text !== '' && /[/+]json\b/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : {} }
  }
  const command = (user: string, id: string, name: string, input: unknown = {}, headers = {}) =>
    ask(user, 'POST', `/issues/${id}/commands/${name}`, input, headers)
  return { ask, command }
}

/** Waits until something holds, looking again and again; the limit is for a fault, not a measure of speed. */
export const until = async <T>(
  look: () => Promise<T | undefined | false>,
  what: string,
  limitMs = 10_000,
): Promise<T> => {
  const started = performance.now()
  while (performance.now() - started < limitMs) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  throw new Error(`never came: ${what}`)
}
