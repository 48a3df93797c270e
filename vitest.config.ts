import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/soak/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most files wait for the engine, the workflow or the browser: with one worker fewer than cores the machine idles.
    maxWorkers: '100%',
  },
})
