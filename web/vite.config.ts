import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Answered by the server and never by the kept page: the API, sign-in, documentation the firm's link and a bank's. */
const notThePortal = [/^\/api\//, /^\/oidc/, /^\/docs/, /^\/[tb](\/|$)/, /^\/portal-config\.json/]

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
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
    rolldownOptions: { input: { portal: here('./index.html') } },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/oidc', '/portal-config.json', '/docs'].map((path) => [path, 'http://127.0.0.1:3000']),
    ),
  },
})
