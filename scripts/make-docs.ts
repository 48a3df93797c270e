import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from './pages/pages.ts'

/** Writes the pages that follow from the code; with `--check` writes nothing, names those that differ and exits 1. */
const root = join(import.meta.dirname, '..')

const written = (path: string) => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

const differing = Object.entries(pages)
  .map(([path, make]) => ({ path, text: make() }))
  .filter(({ path, text }) => written(path) !== text)

if (process.argv.includes('--check')) {
  for (const { path } of differing)
    console.error(`${path} is not what the code says; run: node scripts/make-docs.ts`)
  process.exitCode = differing.length > 0 ? 1 : 0
} else {
  for (const { path, text } of differing) {
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}
