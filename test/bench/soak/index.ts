/**
 * How the app copes with a bad day: eight hours in minutes, with every fault that a machine, a network and a co-op can
 * have, at random moments. COOP_TRAY_SEED repeats a day; two runs with one seed produce the same events, whose hash is
 * `tale`. What is measured in real time (memory, seconds) differs a little from run to run.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { round } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { liveThrough } from './core.ts';
import { createDice } from './dice.ts';
import { bearOutside } from './outside.ts';

const hours = 8;
const bytesPerMb = 1024 * 1024;
/** Allowed growth of memory after warm-up. */
const growthLimitMb = 10;

export async function soak(stage: Stage, log: (line: string) => void) {
  const seed = Number(process.env['COOP_TRAY_SEED'] ?? Date.now() % 2 ** 24);
  const startMs = performance.now();
  // Memory can only be compared after a garbage collection.
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction;
  const faults: string[] = [];
  process.on('unhandledRejection', (error) => faults.push(String(error)));

  const { lost, owed, lives, judged, tale, ...core } = await liveThrough({ seed, hours, log });
  const outside = await bearOutside(stage, createDice(seed), log);
  for (const fault of faults) log(`not caught: ${fault}`);
  const figures = {
    seed,
    hours,
    lives,
    lost: Object.values(lost).reduce((all, one) => all + one, 0),
    lost_of: lost,
    owed_feedback: owed.feedback,
    owed_history: owed.history,
    wrong_states: core.wrongStates + outside.wrong,
    judged_states: judged,
    uncaught: faults.length,
    core_growth_mb: round(core.growthBytes / bytesPerMb, 1),
    rounds: outside.rounds,
    rss_growth_mb: round(outside.growthMb, 1),
    tale,
    seconds: round((performance.now() - startMs) / 1000, 0),
  };
  if (!isSound(figures)) process.exitCode = 1;
  return figures;
}

type Figures = Readonly<
  Record<'lost' | 'wrong_states' | 'uncaught' | 'rss_growth_mb' | 'core_growth_mb', number>
>;

function isSound({
  lost,
  wrong_states,
  uncaught,
  rss_growth_mb,
  core_growth_mb,
}: Figures): boolean {
  const isSteady = Math.max(rss_growth_mb, core_growth_mb) <= growthLimitMb;
  return lost + wrong_states + uncaught === 0 && isSteady;
}
