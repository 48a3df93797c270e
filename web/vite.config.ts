import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { componentStylesPlugin } from './component-styles.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Answered by the server and never by the kept page: the API, sign-in, documentation the firm's link and a bank's. */
const notThePortal = [/^\/api\//, /^\/oidc/, /^\/docs/, /^\/[tb](\/|$)/, /^\/portal-config\.json/]

/** Words, times and the browser's own parts of forms, which nearly every page has; no schema among them. */
const words =
  /\/core\/(zone-time|([\w-]+\/)?[\w-]*words)\.ts|\/web\/src\/(words|parts\/(choice|field|native-select|save-file|signal-tag|use-kept))/
/** What may be done with an issue, and why not. */
const steps =
  /\/core\/(lifecycle[./]|refusals?[./]|permission|referral\/referrals|issue\/(in-hand|decide\/can-give))/

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    componentStylesPlugin(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'autoUpdate',
      injectRegister: null,
      filename: 'sw.js',
      manifest: {
        name: '助企',
        short_name: '助企',
        description: '从走访听到诉求，到企业说解决了',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0b4ea2',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
        // Charts are fetched by whoever opens them, not by every phone that logs visits.
        globIgnores: ['t/**', 'b/**', '**/draw-chart-*'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: notThePortal,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    target: ['chrome87', 'safari14', 'firefox88'],
    modulePreload: { polyfill: false },
    // Pages behind a link, for older engines: vite.links.config.ts.
    rolldownOptions: {
      input: { portal: here('./index.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            // Small files that most pages share: asking for each by itself costs a phone more than their bytes.
            { name: 'words', test: words, minShareCount: 2, priority: 1 },
            { name: 'steps', test: steps, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/oidc', '/portal-config.json', '/docs'].map((path) => [path, 'http://127.0.0.1:3000']),
    ),
  },
})
