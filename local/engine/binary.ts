import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EngineError } from './engine-error.ts'

const require = createRequire(import.meta.url)

/**
 * The engine's executable. npm installs only the platform package that fits this machine, and skips it
 * silently with `--omit=optional` or when the lock file was made elsewhere: hence the sentence.
 */
export function engineBinary(
  platform: string = process.platform,
  arch: string = process.arch,
  resolve: (id: string) => string = require.resolve,
): string {
  const name = `@dynoxide/${platform}-${arch}`
  try {
    const binary = join(
      dirname(resolve(`${name}/package.json`)),
      `dynoxide${platform === 'win32' ? '.exe' : ''}`,
    )
    if (existsSync(binary)) return binary
  } catch (cause) {
    throw missing(name, cause)
  }
  throw missing(name)
}

const missing = (name: string, cause?: unknown) =>
  new EngineError(
    'engineMissing',
    `缺少数据库引擎 ${name}，请运行 npm install --include=optional。` +
      `The database engine is not installed: the package ${name} is missing. Run npm install --include=optional.`,
    { cause },
  )
