import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The engines that a link sent to a firm is opened in: the in-app browser of a phone of about 2018, which nobody has
 * updated since. docs/adr/0070 says which; what is older is shown the words for a page without scripts.
 */
export const linkTargets = ['chrome69', 'safari12', 'firefox67']

/** Pages for people without an account: the firm's link and a bank's. Each is a build of its own, named by the mode. */
export const linkPages = ['t', 'b'] as const

export default defineConfig(({ mode }) => ({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('./dist'),
    emptyOutDir: false,
    target: linkTargets,
    cssTarget: linkTargets,
    modulePreload: false,
    rolldownOptions: { input: { [mode === 't' ? 'track' : 'bank']: here(`./${mode}/index.html`) } },
  },
}))
