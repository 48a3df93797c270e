import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  BatchGetItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { onTestFinished } from 'vitest'
import { enginesOn } from '../../../local/engine/leftover.ts'

export function aDataFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhuqi-data-')))
  onTestFinished(async () => {
    for (const pid of await enginesOn(join(folder, 'zhuqi.db'))) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export const engineOf = (folder: string) => enginesOn(join(folder, 'zhuqi.db'))

export const lockOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'engine.lock'), 'utf8'))

/** An office in a process of its own; `said` resolves with the first line that starts so. */
export function anOwner(folder: string, mode: 'write' | 'wait' | 'throw' | 'end') {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'owner.ts'), folder, mode], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const said = (start: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.find((each) => each.startsWith(start))
        if (line) resolve(line.slice(start.length).trim())
      }
      look()
      reader.on('line', look)
      child.once('exit', (code) => reject(new Error(`the owner ended (${code}) before it said "${start}"`)))
    })
  return { child, lines, said, ended: ended(child) }
}

const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  )

export async function waitUntil(isSo: () => Promise<boolean> | boolean, patienceMs = 5_000): Promise<void> {
  const until = Date.now() + patienceMs
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export function records(endpoint: string) {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const TableName = 'answers'
  return {
    create: () =>
      client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        }),
      ),
    put: (pk: string) => client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } })),
    has: async (pk: string) =>
      (await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } } }))).Item !== undefined,
    missingOf: async (pks: string[]) => {
      const missing = new Set(pks)
      for (let at = 0; at < pks.length; at += 100) {
        const Keys = pks.slice(at, at + 100).map((pk) => ({ pk: { S: pk } }))
        const { Responses } = await client.send(
          new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }),
        )
        for (const item of Responses?.[TableName] ?? []) missing.delete(item.pk?.S ?? '')
      }
      return [...missing]
    },
  }
}
