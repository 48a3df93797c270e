import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandAnswer } from '../../../core/api/issues.ts'
import type { Principal } from '../../../core/principal.ts'
import { isRefusal } from '../../../core/refusal.ts'
import { makeContainer } from '../../../functions/lib/container.ts'
import { giveCommand } from '../../../functions/lib/give-command.ts'
import { addReference } from '../../../functions/lib/reference.ts'
import { makeDynamoTable } from '../../../functions/store/dynamo-table.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import type { Table, WriteResult } from '../../../functions/store/table.ts'
import { sampleReference } from '../../../local/office/sample-office.ts'

const client = new DynamoDBClient({ region: 'us-east-1', maxAttempts: 1 })
const service = mockClient(client)
const table = makeDynamoTable(client, 'zhuqi')
const write = [{ put: { pk: 'A', sk: '1' } }, { put: { pk: 'A', sk: '2' } }]

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

beforeEach(() => service.reset())

describe('what the service answers under load', () => {
  it.each([
    ['a conflict with another writer', cancelled('None', 'TransactionConflict'), 'conflict', [1]],
    ['a throttled row', cancelled('ThrottlingError', 'None'), 'conflict', [0]],
    [
      'a failed condition beside a conflict',
      cancelled('ConditionalCheckFailed', 'TransactionConflict'),
      'condition',
      [0],
    ],
    [
      'the same transaction still under way',
      new TransactionInProgressException({ $metadata: {}, message: '' }),
      'conflict',
      [],
    ],
  ])('%s is told apart', async (_, error, why, failed) => {
    service.on(TransactWriteItemsCommand).rejects(error)
    expect(await table.transact(write)).toEqual({ written: false, why, failed })
  })

  it.each([
    ['a transaction that was refused for its content', cancelled('ValidationError', 'None')],
    ['a service that cannot be reached', new Error('getaddrinfo ENOTFOUND')],
  ])('%s is a fault, not an answer', async (_, error) => {
    service.on(TransactWriteItemsCommand).rejects(error)
    await expect(table.transact(write)).rejects.toBe(error)
  })

  it('a read that times out is a fault', async () => {
    service.on(GetItemCommand).rejects(new Error('socket hang up'))
    await expect(table.get({ pk: 'A', sk: '1' })).rejects.toThrow('socket hang up')
  })
})

const official: Principal = { id: 'official-1', name: '', role: 'official', team: 'team-1' }
const issue = {
  firm: { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司' },
  category: 'other',
  content: '厂区门口道路破损',
}

/** A table whose next writes fail as told, before or after they were made. */
const troubled = (inner: Table) => {
  const troubles: ((write: () => Promise<WriteResult>) => Promise<WriteResult>)[] = []
  const transact: Table['transact'] = (writes) => {
    const trouble = troubles.shift()
    return trouble ? trouble(() => inner.transact(writes)) : inner.transact(writes)
  }
  return { table: { ...inner, transact }, troubles }
}

const office = async () => {
  const memory = makeMemoryTable()
  await addReference(memory, sampleReference())
  const { table: shaky, troubles } = troubled(memory)
  return { memory, troubles, container: makeContainer({ table: shaky }) }
}

const log = (container: ReturnType<typeof makeContainer>, key: string) =>
  giveCommand(container, {
    command: 'logIssue',
    input: issue,
    principal: official,
    keyed: { principal: official.id, key, requestHash: 'same' },
  })

describe('a command in bad weather', () => {
  it('is decided again after a conflict, and has one effect', async () => {
    const { memory, troubles, container } = await office()
    const conflict = async (): Promise<WriteResult> => ({ written: false, why: 'conflict', failed: [0] })
    troubles.push(conflict, conflict)
    const result = await log(container, 'a')
    expect(isRefusal(result)).toBe(false)
    expect(memory.rows().filter((row) => row.sk.startsWith('EVENT#'))).toHaveLength(1)
  })

  it('whose answer was lost on the way is answered the same when it is asked again, and has one effect', async () => {
    const { memory, troubles, container } = await office()
    troubles.push(async (writeIt) => {
      await writeIt()
      throw new Error('socket hang up')
    })
    await expect(log(container, 'b')).rejects.toThrow('socket hang up')
    const again = (await log(container, 'b')) as { answer: CommandAnswer }
    const rows = memory.rows()
    expect(
      rows.filter((row) => row.sk === 'HEAD' && row.pk.startsWith('ISSUE#')).map((row) => row.id),
    ).toEqual([again.answer.id])
    expect(rows.filter((row) => row.sk.startsWith('EVENT#'))).toHaveLength(1)
  })
})
