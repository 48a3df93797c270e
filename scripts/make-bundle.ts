import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import about from '../package.json' with { type: 'json' }

/**
 * `npm run bundle`: everything that an office needs in one archive, for a machine without network of the same system
 * and processor: the committed sources, their packages, Node itself, the engine, and the portal as built. Needs git,
 * tar, and the network for `npm ci`.
 */
const root = join(import.meta.dirname, '..')
const name = `zhuqi-${about.version}-${process.platform}-${process.arch}`
const work = mkdtempSync(join(tmpdir(), 'zhuqi-bundle-'))
const folder = join(work, 'zhuqi')
const run = (command: string, args: string[], cwd = folder) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })

try {
  mkdirSync(folder)
  run('git', ['archive', '--format=tar', '-o', join(work, 'sources.tar'), 'HEAD'], root)
  run('tar', ['-xf', join(work, 'sources.tar'), '-C', folder])
  console.log('npm ci …')
  run('npm', ['ci', '--no-audit', '--no-fund'])
  run('npm', ['run', '--silent', 'build:web'])
  const out = join(root, 'dist', `${name}.tar.gz`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  run('tar', ['-czf', out, '-C', work, 'zhuqi'])
  const hash = createHash('sha256').update(readFileSync(out)).digest('hex')
  writeFileSync(`${out}.sha256`, `${hash}  ${name}.tar.gz\n`)
  console.log(`${out}\nsha256 ${hash}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
