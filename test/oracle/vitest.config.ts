import {defineConfig} from 'vitest/config'

const report = process.env['TEST_REPORT']

/** The tests that need a real MediaWiki: `npm run test:oracle`. */
export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    include: ['test/oracle/**/*.test.ts'],
    globalSetup: ['test/oracle/setup.ts'],
    testTimeout: 60_000,
    reporters: report ? ['default', ['json', {outputFile: report}]] : ['default']
  }
})
