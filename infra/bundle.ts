import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** Packages that are still CommonJS ask for Node's own modules by `require`, which an ES module does not have. */
const requireForCommonJs =
  "import{createRequire as zhuqiRequire}from'node:module';const require=zhuqiRequire(import.meta.url);"

/** Zod brings its messages in forty languages, a third of a small bundle; a language missing here fails the build. */
const languages = ['en', 'zh-CN']
const fewLanguages: Plugin = {
  name: 'few-languages',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: languages
        .map((language) => `export { default as ${language.replace('-', '')} } from './${language}.js'`)
        .join('\n'),
    }))
  },
}

/**
 * To import `node:http` as an ES module reads everything it exports, the WebSocket among it, for which Node loads a
 * whole HTTP client. `require` takes what is asked for and no more.
 */
const httpByRequire: Plugin = {
  name: 'http-by-require',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path, namespace }) =>
      namespace === 'by-require' ? { path, external: true } : { path, namespace: 'by-require' },
    )
    onLoad({ filter: /.*/, namespace: 'by-require' }, ({ path }) => ({
      contents: `module.exports = require('${path}')`,
    }))
  },
}

/**
 * Bundles each entry, with everything it imports, into `outdir/<name>/index.mjs`. The SDK comes along: its version is
 * then the one that was tested, and it loads faster than the one in the runtime. Throws where an entry does not build, or builds
 * with a warning.
 */
export const bundleEntries = async (
  entries: Readonly<Record<string, string>>,
  outdir: string,
): Promise<void> => {
  rmSync(outdir, { recursive: true, force: true })
  const { warnings } = await build({
    absWorkingDir: projectRoot,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [join(name, 'index'), entry]),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    plugins: [fewLanguages, httpByRequire],
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The SDK's ES modules can be shaken; its CommonJS files, which Node would choose, cannot.
    mainFields: ['module', 'main'],
    banner: { js: requireForCommonJs },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  })
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'))
}
