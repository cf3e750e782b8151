/** `npm run fuzz -- NAME [--runs=N] [--seed=N]`: the same seed repeats the same inputs. */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzzBackups } from './backups.ts';
import { fuzzCalendar } from './calendar.ts';
import { fuzzFeeds } from './feeds.ts';
import { fuzzStartup } from './startup.ts';

const suites = {
  feeds: fuzzFeeds,
  backups: fuzzBackups,
  calendar: fuzzCalendar,
  startup: fuzzStartup,
};
/** A start does more than a parser, and so does a calendar, whose rules are expanded. */
const usualRuns = { feeds: 100_000, backups: 100_000, calendar: 20_000, startup: 10_000 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
});
const names = Object.keys(suites) as (keyof typeof suites)[];
const name = names.find((one) => one === positionals[0]);
const runs = Number(values.runs ?? (name && usualRuns[name]));
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!name || !Number.isInteger(runs) || !Number.isInteger(seed)) {
  console.error(`npm run fuzz -- ${names.join('|')} [--runs=N] [--seed=N]`);
  process.exit(2);
}
// Memory can only be compared after a garbage collection.
setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction;
console.log(`seed: ${seed}`);
process.exit((await suites[name]({ runs, seed, log: console.log })) === 0 ? 0 : 1);
