import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page will show in a moment takes longer on a machine that has other things to do. Nothing waits longer
    // than it must, and nothing is tried again: what fails now and then has a cause.
    expect: { poll: { timeout: 30_000 } },
    // Two cores: more workers would only make the browser and the database wait for each other.
    maxWorkers: 2,
  },
})
