import { readdirSync } from 'node:fs'

export const databaseFile = 'zhuqi.db'

/** The engine's own: of this run, or part of the database while it is open. */
const passing = /^(engine\..*|zhuqi\.db-(wal|shm|journal)|.*\.tmp)$/

/** What a data folder holds besides the database and what passes: keys, accounts, whatever later versions put there. */
export const filesBeside = (dataDir: string): string[] =>
  readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== databaseFile && !passing.test(entry.name))
    .map(({ name }) => name)
    .sort()
