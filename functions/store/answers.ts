import * as z from 'zod'
import type { Operation } from '../../core/api/routes.ts'
import type { CommandName } from '../../core/issue/commands.ts'
import { keys } from './keys.ts'
import { canonicalHash } from './request-hash.ts'
import type { Table, Write } from './table.ts'

/** How long an answer is kept for a repeat of its request. */
const keptMs = 24 * 3600 * 1000

/** A request that carries a key: asked again with the same body, it gets the same answer and has no second effect. */
export type Keyed = { principal: string; key: string; requestHash: string }

/** What was asked is part of the request: the same body sent elsewhere under the same key is another request. */
export const keyed = (
  principal: string,
  asked: Operation | CommandName,
  key: string | undefined,
  body: unknown,
): Keyed | undefined =>
  key === undefined ? undefined : { principal, key, requestHash: canonicalHash({ asked, body }) }

const Answered = z.object({ requestHash: z.string(), answer: z.unknown(), expiresAt: z.string() })

export const answerWrite = (keyed: Keyed, answer: unknown, now: string): Write => {
  const expiresAt = new Date(Date.parse(now) + keptMs).toISOString()
  return {
    put: {
      ...keys.answered(keyed.principal, keyed.key),
      requestHash: keyed.requestHash,
      answer,
      expiresAt,
      // DynamoDB removes the row some time after this; whether it still counts is checked on reading.
      ttl: Math.ceil(Date.parse(expiresAt) / 1000),
    },
    when: { absentOrExpiredBy: now },
  }
}

/** The answer given before under this key: the same request, another one, or none that still counts. */
export const earlierAnswer = async (
  table: Table,
  keyed: Keyed,
  now: string,
): Promise<{ found: 'same'; answer: unknown } | { found: 'other' } | { found: 'none' }> => {
  const row = await table.get(keys.answered(keyed.principal, keyed.key))
  if (!row) return { found: 'none' }
  const { requestHash, answer, expiresAt } = Answered.parse(row)
  if (expiresAt < now) return { found: 'none' }
  return requestHash === keyed.requestHash ? { found: 'same', answer } : { found: 'other' }
}
