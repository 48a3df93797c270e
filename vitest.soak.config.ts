import { defineConfig } from 'vitest/config'

/** What takes longer than anyone waits for on a change: `npm run soak`. */
export default defineConfig({
  test: { include: ['test/soak/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000, pool: 'forks' },
})
