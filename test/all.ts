/**
 * Runs everything: types, lint, unit, integration, the gallery, the packages, e2e; with `--matrix` the account on a real
 * Synapse too. The last line counts tests and worlds.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { shareOf, timesOf } from './part-times.ts';
import type { Lane, Part } from './parts.ts';
import { alone, lanes, partsFolder } from './parts.ts';
import type { Ended } from './run-part.ts';
import { runPart } from './run-part.ts';
import { clockCanBeSet, worlds } from './worlds.ts';

async function runLane({ parts, niceness }: Lane): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const part of parts) ended.push(await runShown(part, niceness));
  return ended;
}

/** Whole, when it has ended; until then it can be followed in its file. */
async function runShown(part: Part, niceness: number): Promise<Ended> {
  console.log(`\n… ${part.title}, printed into ${part.log}`);
  const ended = await runPart(part, niceness);
  console.log(`\n> ${part.title}: ${ended.tookS.toFixed(0)} s\n${readFileSync(part.log, 'utf8')}`);
  return ended;
}

/** Lanes beside one another. */
async function runStage(what: string, stage: readonly Lane[]) {
  const begunMs = performance.now();
  const ended = (await Promise.all(stage.map(runLane))).flat();
  const share = shareOf(ended, (performance.now() - begunMs) / 1000);
  return { ended, times: [...timesOf(ended), `${what}: ${share}`] };
}

rmSync(partsFolder, { recursive: true, force: true });
mkdirSync(partsFolder, { recursive: true });
const stages = [
  await runStage('beside one another', lanes(process.argv.includes('--matrix'))),
  await runStage('one by one', [alone]),
];
const outcomes = stages.flatMap(({ ended }) => ended.map(({ outcome }) => outcome));
type Count = 'passed' | 'failed' | 'skipped';
const sum = (key: Count) => outcomes.reduce((total, one) => total + one[key], 0);
// At the end, where they are found in a log of ten thousand lines.
console.log(`\n${outcomes.flatMap(({ notPassed }) => notPassed).join('\n')}`);
console.log(`\n${stages.flatMap(({ times }) => times).join('\n')}`);
const told = clockCanBeSet ? '' : ', but all of them today: there is no faketime';
console.log(
  `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped; in ${worlds.length} worlds${told}`,
);
process.exit(sum('failed') === 0 ? 0 : 1);
