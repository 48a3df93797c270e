import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import { bundleEntries, projectRoot } from '../../infra/bundle.ts'
import { median } from '../percentiles.ts'

export type Bundle = { name: string; bytes: number; importMs: number }
export type Bundles = { bareSdk: Bundle; functions: Bundle[] }

const importsEach = 7

/** Functions read their variables as they are imported; what stands in them does not matter, and some may be absent. */
const mayBeAbsent = /^ZHUQI_/
const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'us-east-1',
  ...Object.fromEntries(
    functionNames
      .flatMap((name) => entryOf(name).environment)
      .filter((variable) => !mayBeAbsent.test(variable))
      .map((variable) => [variable, 'https://example.org/x']),
  ),
}

const timed = (url: string) =>
  `const t=performance.now();await import(${JSON.stringify(url)});console.log(performance.now()-t);process.exit()`

/** Milliseconds that a fresh process takes to import a bundle. */
const importOnce = (file: string): number => {
  const args = ['--input-type=module', '-e', timed(pathToFileURL(file).href)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: environment })
  if (status === 0) return Number(stdout)
  // A bundle is one long line; only what is said of the error helps.
  throw new Error(`${file} cannot be imported: ${/^\w*Error.*$/m.exec(stderr)?.[0] ?? status}`)
}

/** The SDK's clients alone, as esbuild bundles them of itself: none of the care that `infra/bundle.ts` takes. */
const bundleBareSdk = (outfile: string) =>
  build({
    absWorkingDir: projectRoot,
    entryPoints: ['bench/bare/sdk.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'silent',
  })

/** Every function as it is deployed, and a bundle that holds the SDK's clients alone. */
export const measureBundles = async (): Promise<Bundles> => {
  mkdirSync(join(projectRoot, 'dist'), { recursive: true })
  const folder = mkdtempSync(join(projectRoot, 'dist', 'bench-'))
  try {
    const entries = Object.fromEntries(functionNames.map((name) => [name, entryOf(name).entry]))
    const bareSdk = 'bare SDK'
    const out = join(folder, 'out')
    await bundleEntries(entries, out)
    const names = [bareSdk, ...functionNames]
    const fileOf = (name: string) => join(out, name, 'index.mjs')
    await bundleBareSdk(fileOf(bareSdk))
    const times = new Map(names.map((name) => [name, [] as number[]]))
    // In turns, so that a busy moment of the machine falls on all alike.
    for (let turn = 0; turn < importsEach; turn++) {
      for (const name of names) times.get(name)?.push(importOnce(fileOf(name)))
    }
    const bundleOf = (name: string): Bundle => ({
      name,
      bytes: statSync(fileOf(name)).size,
      importMs: median(times.get(name) ?? []),
    })
    return { bareSdk: bundleOf(bareSdk), functions: functionNames.map(bundleOf) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
