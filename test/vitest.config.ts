import {defineConfig} from 'vitest/config'

const report = process.env['TEST_REPORT']

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    // A machine may have other work: what a page takes is held by counts and ratios.
    testTimeout: 120_000,
    // Vitest leaves one core idle by itself.
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    // They need a wiki: `npm run test:oracle`.
    exclude: ['test/oracle/**'],
    // Continuous integration counts what passed and failed from a file.
    reporters: report ? ['default', ['json', {outputFile: report}]] : ['default']
  }
})
