import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { both } from './keepsafe-error.ts'

export const manifestFile = 'backup.json'

/** What lies in a backup: a file that is missing, cut or changed is found before anything is restored from it. */
const Manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime(),
  files: z
    .array(
      z.object({
        // A name and never a path: a backup writes nowhere but into the data folder.
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
        bytes: z.int().min(0),
        sha256: z.string().length(64),
      }),
    )
    .min(1),
})
export type Manifest = z.infer<typeof Manifest>

export const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Reads the manifest of a backup and checks every file against it. Throws a KeepsafeError that names what differs. */
export const checkBackup = async (folder: string): Promise<Manifest> => {
  let manifest: Manifest
  try {
    manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')))
  } catch {
    throw both(`${folder} 不是助企的备份。`, `${folder} is not a backup of Zhuqi.`)
  }
  for (const { name, sha256 } of manifest.files) {
    const found = await hashOf(join(folder, name)).catch(() => undefined)
    if (found === undefined)
      throw both(`备份缺少文件 ${name}。`, `The file ${name} is missing from the backup.`)
    if (found !== sha256)
      throw both(
        `备份中的 ${name} 与备份时不一致，已损坏或被改动。`,
        `${name} is not what was backed up: damaged or changed.`,
      )
  }
  return manifest
}
