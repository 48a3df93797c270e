import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Principal } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { commandOperations } from '../../functions/commands/operations.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import { memoryEngine } from '../../local/engine/engine.ts'
import { openClient } from '../../local/office/clients.ts'
import { loadSampleOffice } from '../../local/office/sample-office.ts'
import { issueOf, steps } from '../load/lifecycle.ts'

const people: Record<'official' | 'dispatcher' | 'handler', Principal> = {
  official: { id: 'official-1', name: '', role: 'official', team: 'team-1' },
  dispatcher: { id: 'dispatcher', name: '', role: 'dispatcher', department: 'service-centre' },
  handler: { id: 'parks-1', name: '', role: 'handler', department: 'parks' },
}

/** Keeps the body of every transaction as the SDK puts it on the wire. */
const recordTransactions = (client: DynamoDBClient): string[] => {
  const bodies: string[] = []
  client.middlewareStack.add(
    (next, context) => (args) => {
      const { body } = args.request as { body?: unknown }
      if (context.commandName === 'TransactWriteItemsCommand')
        bodies.push(new TextDecoder().decode(body as Uint8Array))
      return next(args)
    },
    { step: 'finalizeRequest', name: 'recordTransactions' },
  )
  return bodies
}

const answered = <T>(answer: T): T => {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** Ids, hashed keys and request tokens: what two lifecycles may not have in common. */
const marksOf = (id: string, bodies: readonly string[]): string[] => {
  const text = bodies.join()
  const hashes = text.matchAll(/"(?:NATURAL|IDEM#[^"#]+)#([\w-]{43})"/g)
  const tokens = text.matchAll(/"ClientRequestToken":"([^"]+)"/g)
  return [...new Set([id, ...[...hashes, ...tokens].map((match) => match[1] ?? '')])]
}

/** The five transactions of a lifecycle, as the request path writes them, and what in them must be unique. */
export const lifecycleBodies = async (table: string): Promise<{ bodies: string[]; marks: string[] }> => {
  const engine = await memoryEngine()
  try {
    const client = await openClient(engine.endpoint, table)
    const container = makeContainer({ table: makeDynamoTable(client, table) })
    await loadSampleOffice(container)
    const bodies = recordTransactions(client)
    const { logIssue, giveCommand } = commandOperations(container, { portalOrigin: '' })
    const call = { query: undefined, bytes: new Uint8Array() }
    const body = {
      ...issueOf('91511099MA6100017L', 'dispatcher', '0'),
      urgency: 'ordinary' as const,
      source: { kind: 'visit' as const },
    }
    const logged = answered(
      await logIssue({
        ...call,
        params: undefined,
        principal: people.official,
        body,
        idempotencyKey: randomUUID(),
      }),
    ) as { body: { id: string } }
    const { id } = logged.body
    for (const { command, who, input, keyed } of steps) {
      const key = keyed ? randomUUID() : undefined
      answered(
        await giveCommand({
          ...call,
          params: { id, command },
          principal: people[who],
          body: input,
          idempotencyKey: key,
        }),
      )
    }
    return { bodies, marks: marksOf(id, bodies) }
  } finally {
    await engine.stop()
  }
}
