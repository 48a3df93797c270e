import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Route } from '../../../core/api/routes.ts'
import { isRefusal, type Refusal, refuse } from '../../../core/refusal.ts'
import { parseInput } from '../input.ts'

/** JSON bodies are small; only a ledger and a file may be larger, and Lambda takes 6 MB at most. */
export const largestJson = 256 * 1024
export const largestUpload = 4.5 * 1024 * 1024
export const largestLedger = 4 * 1024 * 1024

const bytesOf = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')

const halfCharacter = /\\u[dD][89a-fA-F]/

/** Half of a character, escaped, is JSON but no text: no store keeps it (RFC 8259, 8.2). */
const isWholeText = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, one]) => name.isWellFormed() && isWholeText(one))
}

const jsonOf = (event: APIGatewayProxyEventV2, limit: number): { value: unknown } | Refusal => {
  const bytes = bytesOf(event)
  if (bytes.length > limit) return refuse('tooLarge', { detail: `最多 ${Math.floor(limit / 1024)} KB` })
  const type = event.headers['content-type'] ?? ''
  if (bytes.length > 0 && !/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    return refuse('wrongMediaType', { detail: '请求体须为 application/json' })
  }
  if (bytes.length === 0) return { value: {} }
  const text = bytes.toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    return halfCharacter.test(text) && !isWholeText(value) ? refuse('brokenJson') : { value }
  } catch {
    return refuse('brokenJson')
  }
}

const entityTag = /^(?:W\/)?"?(\d{1,9})"?$/

const ifMatchOf = (header: string | undefined): { value: number | undefined } | Refusal => {
  if (header === undefined || header.trim() === '*') return { value: undefined }
  const version = entityTag.exec(header.trim())?.[1]
  if (version) return { value: Number(version) }
  return refuse('badInput', { fields: [{ pointer: '', message: 'If-Match 须为上次读到的 ETag，例如 "3"' }] })
}

const idempotencyKeyOf = (header: string | undefined): { value: string | undefined } | Refusal => {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return { value: header }
  return refuse('badInput', { fields: [{ pointer: '', message: 'Idempotency-Key 须为1至200个可见字符' }] })
}

const optional = (schema: Route['params'], input: unknown) =>
  schema ? parseInput(schema, input) : { value: undefined }

export type Parsed = {
  params: unknown
  query: unknown
  body: unknown
  bytes: Uint8Array
  ifMatch: number | undefined
  idempotencyKey: string | undefined
}

/** The parts of a request as its route wants them, or what is wrong with it. */
export const parseRequest = (route: Route, event: APIGatewayProxyEventV2): Parsed | Refusal => {
  const params = optional(route.params, event.pathParameters ?? {})
  if (isRefusal(params)) return params
  const query = optional(route.query, event.queryStringParameters ?? {})
  if (isRefusal(query)) return query
  const ifMatch = ifMatchOf(event.headers['if-match'])
  if (isRefusal(ifMatch)) return ifMatch
  const key = idempotencyKeyOf(event.headers['idempotency-key'])
  if (isRefusal(key)) return key
  const rest = { params: params.value, query: query.value, ifMatch: ifMatch.value, idempotencyKey: key.value }
  if (route.takesFile) {
    const bytes = bytesOf(event)
    if (bytes.length > largestLedger) return refuse('tooLarge', { detail: '台账文件最大 4 MB' })
    return { ...rest, body: undefined, bytes }
  }
  if (!route.body) return { ...rest, body: undefined, bytes: new Uint8Array() }
  const json = jsonOf(event, route.path.endsWith('/files') ? largestUpload : largestJson)
  if (isRefusal(json)) return json
  const body = parseInput(route.body, json.value)
  return isRefusal(body) ? body : { ...rest, body: body.value, bytes: new Uint8Array() }
}
