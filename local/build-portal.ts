import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

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

const isFresh = () => existsSync(built) && statSync(built).mtimeMs >= newestSource()

if (!isFresh()) {
  console.log('正在构建门户…… / building the portal…')
  const { build } = await import('vite')
  await build({ configFile: `${root}web/vite.config.ts`, logLevel: 'error' })
}
