import { defineConfig } from 'vitest/config'

// These rooms keep nothing between two calls: their files share what they import, which was a quarter of their time.
const pure = 'packages/{codegen,core,documents,procedure,workbooks}'

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page will show in a moment takes longer on a machine that has other things to do. Nothing waits longer
    // than it must, and nothing is tried again: what fails now and then has a cause.
    expect: { poll: { timeout: 30_000 } },
    // Two cores: more workers would only make the browser and the database wait for each other.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: [`${pure}/**/*.test.ts`], isolate: false } },
      { extends: true, test: { name: 'served', include: ['{apps,packages/forms,e2e}/**/*.test.{ts,tsx}'] } },
    ],
  },
})
