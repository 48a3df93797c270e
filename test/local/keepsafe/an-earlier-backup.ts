import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const fixture = new URL('../../fixtures/backup-of-november/', import.meta.url)

/** A backup whose data an earlier version wrote: an issue at each of four stages, and the moment it was made. */
export const anEarlierBackup = {
  madeAt: new Date('2026-11-23T03:00:00Z'),
  stages: {
    '20261123-NC7RP': 'assigned',
    '20261123-Z8RZ5': 'handling',
    '20261123-WS3JX': 'confirming',
    '20261123-ZMFB4': 'closed',
  },
  link: '20261123-WS3JX.PAs5ovFpsz7emF-swy3MsA',
} as const

/** Unpacks it into a folder; it is kept compressed. */
export const unpackBackup = (folder: string): string => {
  mkdirSync(folder, { recursive: true })
  copyFileSync(new URL('backup.json', fixture), join(folder, 'backup.json'))
  writeFileSync(join(folder, 'zhuqi.db'), gunzipSync(readFileSync(new URL('zhuqi.db.gz', fixture))))
  return folder
}
