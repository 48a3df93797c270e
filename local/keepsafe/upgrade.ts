import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startEngine } from '../engine/engine-process.ts'
import { endLeftovers } from '../engine/leftover.ts'
import { tableName } from '../office/clients.ts'
import { near } from '../office/near.ts'
import { backUp } from './backup.ts'
import { copyTable } from './copy-table.ts'
import { databaseFile } from './data-files.ts'
import { holding } from './held.ts'
import { indexesFit } from './indexes-fit.ts'

const clear = (file: string) => {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true })
}

const withClient = async <T>(
  dataDir: string,
  dbFile: string,
  work: (client: DynamoDBClient) => Promise<T>,
): Promise<T> => {
  const engine = await startEngine({ dbFile, logFile: join(dataDir, 'engine.log') })
  const client = new DynamoDBClient(near(`http://127.0.0.1:${engine.port}`))
  try {
    return await work(client)
  } finally {
    client.destroy()
    await engine.stop()
  }
}

export type Upgraded = { backup: string; copied: number | undefined }

/**
 * Makes a data folder of an earlier version fit for this one: backs it up into `into`, and where the indexes of the
 * table have changed, copies the table into one with today's. The old database takes its place back where that fails.
 */
export const upgrade = async (dataDir: string, into: string, now: Date): Promise<Upgraded> =>
  holding(dataDir, async () => {
    const current = join(dataDir, databaseFile)
    await endLeftovers(current)
    const backup = await backUp(dataDir, into, now)
    const next = join(dataDir, 'next.tmp')
    clear(next)
    const copied = await withClient(dataDir, current, async (from) =>
      (await indexesFit(from, tableName))
        ? undefined
        : withClient(dataDir, next, (to) => copyTable(from, to, tableName)),
    )
    if (copied !== undefined) {
      for (const part of ['-wal', '-shm']) rmSync(`${current}${part}`, { force: true })
      for (const part of ['-wal', '-shm', ''])
        if (existsSync(`${next}${part}`)) renameSync(`${next}${part}`, `${current}${part}`)
    }
    return { backup, copied }
  })
