import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a page will show in a moment takes longer on a machine that has other things to do.
    expect: { poll: { timeout: 10_000 } },
    // A browser that shares two cores with a database now and then misses a turn.
    retry: 2,
    // Two cores: more workers would only make the browser and the database wait for each other.
    maxWorkers: 2,
  },
})
