/** `npm run fuzz -- NAME [--runs=N] [--seed=N]`: the same seed gives the same inputs again. */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzzBackups } from './backups.ts';
import { fuzzFeeds } from './feeds.ts';

const suites = { feeds: fuzzFeeds, backups: fuzzBackups };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const suite = Object.entries(suites).find(([one]) => one === positionals[0])?.[1];
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!suite || !Number.isInteger(runs) || !Number.isInteger(seed)) {
  console.error(`npm run fuzz -- ${Object.keys(suites).join('|')} [--runs=N] [--seed=N]`);
  process.exit(2);
}
// What is left in memory can only be told after a collection.
setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction;
console.log(`seed: ${seed}`);
process.exit(suite({ runs, seed, log: console.log }) === 0 ? 0 : 1);
