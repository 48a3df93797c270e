import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { productVersion } from '../../functions/office/version.ts'
import { databaseFile, filesBeside } from './data-files.ts'
import { both } from './keepsafe-error.ts'
import { hashOf, type Manifest, manifestFile } from './manifest.ts'

/** One moment of the database, taken while the office goes on writing. */
const copyDatabase = async (from: string, to: string): Promise<void> => {
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await backup(source, to)
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  try {
    // Whole in one file: a backup that needs its neighbours is easily taken apart.
    copy.exec('PRAGMA journal_mode = DELETE')
    const [answer] = copy.prepare('PRAGMA integrity_check').all()
    if (answer?.integrity_check !== 'ok')
      throw both('备份的数据库未通过完整性检查。', 'The copy of the database is not sound.')
  } finally {
    copy.close()
  }
}

/**
 * Copies a data folder into a new folder below `into`, named by the time; the office may be running. Whole or not at
 * all. Resolves with the folder. The copy holds keys: it is readable by its owner only.
 */
export const backUp = async (dataDir: string, into: string, now: Date): Promise<string> => {
  if (!existsSync(join(dataDir, databaseFile)))
    throw both(`${dataDir} 中没有助企的数据。`, `There is no data of Zhuqi in ${dataDir}.`)
  const folder = join(into, now.toISOString().slice(0, 19).replaceAll(':', '-'))
  if (existsSync(folder)) throw both(`${folder} 已经存在。`, `${folder} is there already.`)
  const draft = `${folder}.unfinished`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  await copyDatabase(join(dataDir, databaseFile), join(draft, databaseFile))
  const beside = filesBeside(dataDir)
  for (const name of beside) copyFileSync(join(dataDir, name), join(draft, name))
  const names = [databaseFile, ...beside]
  for (const name of names) chmodSync(join(draft, name), 0o600)
  const files: Manifest['files'] = []
  for (const name of names) {
    const file = join(draft, name)
    files.push({ name, bytes: statSync(file).size, sha256: await hashOf(file) })
  }
  const manifest: Manifest = { format: 1, version: productVersion, madeAt: now.toISOString(), files }
  writeFileSync(join(draft, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(draft, folder)
  return folder
}
