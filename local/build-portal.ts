import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Builds the portal where it has not been built, or its sources have changed since. */
const root = fileURLToPath(new URL('..', import.meta.url))
const built = `${root}web/dist/index.html`

const newestSource = (): number => {
  const files = globSync(['web/**/*', 'core/**/*.ts', 'package-lock.json'], {
    cwd: root,
    exclude: (path) => path.startsWith('web/dist'),
  })
  const stats = files.map((file) => statSync(root + file)).filter((stat) => stat.isFile())
  return Math.max(...stats.map((stat) => stat.mtimeMs))
}

/** Beside every text its compressed copies, so that no request has to wait for them. */
const compress = () => {
  for (const file of globSync('web/dist/**/*.{js,css,html,svg,webmanifest,json}', { cwd: root })) {
    const bytes = readFileSync(root + file)
    writeFileSync(`${root}${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${root}${file}.br`, brotliCompressSync(bytes))
  }
}

const isFresh = () => existsSync(built) && statSync(built).mtimeMs >= newestSource()

if (!isFresh()) {
  console.log('正在构建门户…… / building the portal…')
  const { build } = await import('vite')
  await build({ configFile: `${root}web/vite.config.ts`, logLevel: 'error' })
  for (const mode of ['t', 'b'])
    await build({ configFile: `${root}web/vite.links.config.ts`, mode, logLevel: 'error' })
  compress()
}
