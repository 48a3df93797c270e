import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { endLeftovers } from '../engine/leftover.ts'
import { databaseFile, filesBeside } from './data-files.ts'
import { takeOverErasures } from './erasures.ts'
import { holding } from './held.ts'
import { checkBackup, type Manifest } from './manifest.ts'

const parts = [databaseFile, `${databaseFile}-wal`, `${databaseFile}-shm`]

/** What was there is never deleted: it is moved into a folder beside, from where it can be moved back. */
const setAside = (dataDir: string, now: Date): string | undefined => {
  const names = [...parts, ...filesBeside(dataDir)].filter((name) => existsSync(join(dataDir, name)))
  if (names.length === 0) return undefined
  const aside = `${dataDir}.before-restore-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`
  mkdirSync(aside, { mode: 0o700 })
  for (const name of names) renameSync(join(dataDir, name), join(aside, name))
  return aside
}

export type Restored = { manifest: Manifest; aside: string | undefined }

/**
 * Puts a checked backup in the place of what a data folder holds; no office may be running on it. Everything is copied
 * next to it first, so that a full disk leaves the folder as it was.
 */
export const restore = async (backup: string, dataDir: string, now: Date): Promise<Restored> => {
  const manifest = await checkBackup(backup)
  return holding(dataDir, async () => {
    await endLeftovers(join(dataDir, databaseFile))
    const incoming = `${dataDir}.incoming`
    rmSync(incoming, { recursive: true, force: true })
    mkdirSync(incoming, { mode: 0o700 })
    for (const { name } of manifest.files) copyFileSync(join(backup, name), join(incoming, name))
    // What a firm had deleted since the backup was made must not come back with it.
    takeOverErasures(dataDir, incoming)
    const aside = setAside(dataDir, now)
    for (const name of readdirSync(incoming)) renameSync(join(incoming, name), join(dataDir, name))
    rmSync(incoming, { recursive: true })
    return { manifest, aside }
  })
}
