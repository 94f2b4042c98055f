import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 90_000,
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        // Pure functions keep nothing between calls: their files can share a process, which takes a third of the time.
        test: { name: 'rules and page', include: ['src/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'engine and shells',
          include: ['electron/**/*.test.ts', 'tests/*.test.ts', 'tests/faults/**/*.test.ts'],
        },
      },
    ],
  },
})
