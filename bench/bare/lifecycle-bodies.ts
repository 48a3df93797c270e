import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import { commandOperations } from '../../functions/commands/operations.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import { memoryEngine } from '../../local/engine/engine.ts'
import { openClient } from '../../local/office/clients.ts'
import { near } from '../../local/office/near.ts'
import { loadSampleOffice } from '../../local/office/sample-office.ts'
import type { Tokens } from '../load/job.ts'
import { issueOf, steps } from '../load/lifecycle.ts'

const people: Record<keyof Tokens, Principal> = {
  official: { id: 'official-1', name: '', role: 'official', team: 'team-1' },
  dispatcher: { id: 'dispatcher', name: '', role: 'dispatcher', department: 'service-centre' },
  handler: { id: 'parks-1', name: '', role: 'handler', department: 'parks' },
}

/** Keeps the body of every transaction as the SDK puts it on the wire. */
const recordTransactions = (client: DynamoDBClient): string[] => {
  const bodies: string[] = []
  client.middlewareStack.add(
    (next, context) => (args) => {
      const { body } = args.request as { body: Uint8Array }
      if (context.commandName === 'TransactWriteItemsCommand') bodies.push(new TextDecoder().decode(body))
      return next(args)
    },
    { step: 'finalizeRequest', name: 'recordTransactions' },
  )
  return bodies
}

const accepted = <T>(answer: T | Refusal): T => {
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
    await openClient(engine.endpoint, table)
    const client = new DynamoDBClient(near(engine.endpoint))
    const bodies = recordTransactions(client)
    const container = makeContainer({ table: makeDynamoTable(client, table) })
    await loadSampleOffice(container)
    bodies.length = 0
    const { logIssue, giveCommand } = commandOperations(container, { portalOrigin: '' })
    const call = { query: undefined, bytes: new Uint8Array() }
    const body = {
      ...issueOf('91511099MA6100017L', 'dispatcher', '0'),
      urgency: 'ordinary' as const,
      source: { kind: 'visit' as const },
    }
    const logged = accepted(
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
      const given = { ...call, params: { id, command }, principal: people[who], body: input }
      accepted(await giveCommand({ ...given, idempotencyKey: keyed ? randomUUID() : undefined }))
    }
    return { bodies, marks: marksOf(id, bodies) }
  } finally {
    await engine.stop()
  }
}
