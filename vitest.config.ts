import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most files wait for the engine, the workflow or the browser: with one worker for each core the machine idles.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: { name: 'office', include: ['test/**/*.test.ts'], exclude: ['test/soak/**', 'test/web/**'] },
      },
      {
        extends: true,
        // A browser on a busy machine may stand still for longer than a person would wait; what fails twice is broken.
        test: { name: 'web', include: ['test/web/**/*.test.ts'], retry: 1 },
      },
    ],
  },
})
