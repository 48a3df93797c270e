import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleEntries, projectRoot } from '../../infra/bundle.ts'

const source = `
import { zhCN } from 'zod/locales'
import * as z from 'zod'
import { hostname } from './old.cjs'
import { Agent } from 'node:http'
export const handler = () => ({
  old: typeof hostname,
  agent: typeof Agent,
  words: z.string().safeParse(1, { error: zhCN().localeError }).error.issues[0].message,
})`

describe('a bundle', () => {
  let folder = ''
  let bundled = ''
  beforeAll(async () => {
    mkdirSync(join(projectRoot, 'dist'), { recursive: true })
    folder = mkdtempSync(join(projectRoot, 'dist', 'test-'))
    writeFileSync(join(folder, 'entry.ts'), source)
    writeFileSync(join(folder, 'old.cjs'), "exports.hostname = require('os').hostname")
    await bundleEntries({ one: join(folder, 'entry.ts') }, join(folder, 'out'))
    bundled = join(folder, 'out', 'one', 'index.mjs')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is one module that Node runs, with what is left of CommonJS and with Chinese words', () => {
    const script = `import(${JSON.stringify(pathToFileURL(bundled).href)}).then((m) => console.log(JSON.stringify(m.handler())))`
    const answer = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
    expect(answer).toEqual({
      old: 'function',
      agent: 'function',
      words: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
  })

  it('carries none of the languages that nobody here reads', () => {
    expect(readFileSync(bundled, 'utf8')).not.toContain('Ungültige Eingabe')
  })

  it('does not make Node load its WebSocket by importing the whole of node:http', () => {
    const script = `import(${JSON.stringify(pathToFileURL(bundled).href)}).then(() => console.log(process.moduleLoadList.some((name) => name.includes('undici'))))`
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('false')
  })

  it('is not made where an entry cannot be built', async () => {
    writeFileSync(join(folder, 'broken.ts'), "import './missing.ts'")
    const entries = { broken: join(folder, 'broken.ts') }
    await expect(bundleEntries(entries, join(folder, 'none'))).rejects.toThrow('missing.ts')
  })
})
