import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { functionNames } from '../../functions/catalogue.ts'
import { projectRoot } from '../../infra/bundle.ts'

const cdk = z
  .object({ app: z.string(), context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8')))

/** Nothing of this machine but Node itself: no credentials, no region, no Docker on the path. */
const bare = { PATH: '/nowhere', HOME: '/nowhere' }
const particular: Record<string, string> = {
  TOKEN_ISSUER: 'https://id.example.cn',
  ZHUQI_ROBOT_KIND: 'wecom',
  ZHUQI_ROBOT_URL: '',
  ZHUQI_ROBOT_SECRET: '',
  ZHUQI_MAIL_URL: '',
  ZHUQI_MAIL_FROM: '',
  ZHUQI_SMS_URL: '',
  ZHUQI_SMS_SECRET: '',
  ZHUQI_AUDIT_DAYS: '',
}
const someValue = (name: string) => particular[name] ?? 'a-value'

const Functions = z.object({
  Properties: z.object({
    Description: z.string(),
    Code: z.object({ S3Key: z.string() }),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
})

/** Where each function's bundle lies, and the variables it will find set. */
const bundlesIn = (out: string) => {
  const template = JSON.parse(readFileSync(join(out, 'Zhuqi.template.json'), 'utf8'))
  return Object.values<{ Type: string }>(template.Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map((resource) => Functions.parse(resource).Properties)
    .map(({ Description, Code, Environment }) => ({
      does: Description,
      url: pathToFileURL(join(out, `asset.${Code.S3Key.replace('.zip', '')}`, 'index.mjs')).href,
      env: Object.fromEntries(Object.keys(Environment.Variables).map((name) => [name, someValue(name)])),
    }))
}

const loadAll = `
const given = { ...process.env }
const loaded = []
for (const { does, url, env } of JSON.parse(process.argv[1])) {
  process.env = { ...given, ...env }
  loaded.push({ does, handler: typeof (await import(url)).handler })
}
console.log(JSON.stringify(loaded))`

describe('the app of cdk.json', () => {
  let out = ''
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'zhuqi-synth-'))
    const [, ...args] = cdk.app.split(' ')
    const env = { ...bare, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(cdk.context) }
    execFileSync(process.execPath, args, { cwd: projectRoot, env, stdio: 'pipe' })
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('synthesizes with nothing but Node, and nothing to explain is left', () => {
    const report = JSON.parse(readFileSync(join(out, 'validation-report.json'), 'utf8'))
    expect(report.pluginReports).toEqual([])
  })

  it('bundles every function into a module that starts with what the stack tells it, and has a handler', () => {
    const bundles = bundlesIn(out)
    expect(bundles).toHaveLength(functionNames.length)
    const args = ['--input-type=module', '-e', loadAll, JSON.stringify(bundles)]
    const env = { ...bare, AWS_REGION: 'cn-northwest-1' }
    const loaded = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }))
    expect(loaded).toEqual(bundles.map(({ does }) => ({ does, handler: 'function' })))
  })
})
