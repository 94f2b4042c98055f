import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,electron}/**/*.test.ts', 'tests/*.test.ts', 'tests/faults/**/*.test.ts'],
    testTimeout: 90_000,
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
  },
})
