import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,electron}/**/*.test.ts', 'tests/*.test.ts', 'tests/faults/**/*.test.ts'],
    testTimeout: 90_000,
  },
})
