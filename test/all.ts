/**
 * Runs everything: types, lint, unit, integration, the gallery, the packages, e2e; with `--matrix` the account on a real
 * Synapse too. The last line counts tests and worlds.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { shareOf, timesOf } from './part-times.ts';
import type { Lane, Part, Stage } from './parts.ts';
import { partsFolder, stages } from './parts.ts';
import type { Ended } from './run-part.ts';
import { runPart } from './run-part.ts';
import { clockCanBeSet, worlds } from './worlds.ts';

async function runLane(lane: Lane): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const part of lane) ended.push(await runShown(part));
  return ended;
}

/** Whole, when it has ended; until then it can be followed in its file. */
async function runShown(part: Part): Promise<Ended> {
  console.log(`\n… ${part.title}, printed into ${part.log}`);
  const ended = await runPart(part);
  console.log(`\n> ${part.title}: ${ended.tookS.toFixed(0)} s\n${readFileSync(part.log, 'utf8')}`);
  return ended;
}

async function runStage({ title, lanes }: Stage) {
  const begunMs = performance.now();
  const ended = (await Promise.all(lanes.map(runLane))).flat();
  const share = shareOf(ended, (performance.now() - begunMs) / 1000);
  return { ended, times: [...timesOf(ended), `${title}: ${share}`] };
}

rmSync(partsFolder, { recursive: true, force: true });
mkdirSync(partsFolder, { recursive: true });
const done: Awaited<ReturnType<typeof runStage>>[] = [];
for (const stage of stages(process.argv.includes('--matrix'))) done.push(await runStage(stage));
const outcomes = done.flatMap(({ ended }) => ended.map(({ outcome }) => outcome));
type Count = 'passed' | 'failed' | 'skipped';
const sum = (key: Count) => outcomes.reduce((total, one) => total + one[key], 0);
// At the end, where they are found in a log of ten thousand lines.
console.log(`\n${outcomes.flatMap(({ notPassed }) => notPassed).join('\n')}`);
console.log(`\n${done.flatMap(({ times }) => times).join('\n')}`);
const told = clockCanBeSet ? '' : ', but all of them today: there is no faketime';
console.log(
  `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped; in ${worlds.length} worlds${told}`,
);
process.exit(sum('failed') === 0 ? 0 : 1);
