/**
 * Property tests draw the same pages each time, so that a run says something of the change and not of its
 * luck; `SEED=random npm test`, or a number, draws others.
 */
import fc from 'fast-check'

const seed = process.env['SEED'] ?? '20310701'
if (seed !== 'random') fc.configureGlobal({seed: Number(seed)})
