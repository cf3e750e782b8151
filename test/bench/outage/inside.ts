/** One size of the bench, inside its own network namespace: `inside.ts COUNT`. The last line of its output is JSON. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pause, round } from '../measure.ts';
import { startCore } from './core.ts';
import { allRanges, cut, layNetwork, restore } from './network.ts';
import type { Kind, Pace } from './services.ts';
import { documentOf, expectedS, kindOf, kinds } from './services.ts';
import type { Asked, Order } from './world.ts';

const count = Number(process.argv[2]);
/** Shorter than the defaults, so that the bench takes minutes; a very large co-op must not check faster than this. */
const pace: Pace = { intervalS: count > 500 ? 30 : 15, timeoutS: 3, confirmS: 2 };
const intervalMs = pace.intervalS * 1000;
const timeoutMs = 4 * intervalMs + 30_000;
/** Longest gap between two checks of a healthy service, in intervals; at two a check was missed. */
const starvedFrom = 1.5;

layNetwork();
const world = fork(new URL('world.ts', import.meta.url));
await once(world, 'message');
const order = async (what: Order): Promise<unknown> => {
  world.send(what);
  const [answer] = await once(world, 'message');
  return answer;
};

const indexes = Array.from({ length: count }, (_, index) => index);
const idsOf = (kind: Kind) => indexes.filter((one) => kindOf(one) === kind).map((one) => `s${one}`);
const core = startCore(documentOf(count, pace));
const all = (ids: readonly string[], verdict: 'up' | 'down') => () =>
  core.are(verdict, ids).length === ids.length;
const everything = indexes.map((one) => `s${one}`);
const log = (line: string) => process.stderr.write(`${count}: ${line}\n`);

const startUtcMs = Date.now();
const since = (fromUtcMs: number, atUtcMs: number | undefined) =>
  atUtcMs === undefined ? undefined : round((atUtcMs - fromUtcMs) / 1000, 1);

const firstUp = await core.when(all(everything, 'up'), timeoutMs);
log(`all up after ${since(startUtcMs, firstUp)} s`);
await pause(intervalMs);
const part = await loseSome();
await core.when(all(everything, 'up'), timeoutMs);
await pause(intervalMs);
const whole = await loseAll();
console.log(JSON.stringify({ first_up_s: since(startUtcMs, firstUp), ...part, ...whole }));
process.exit(0);

/** Some vanish, some refuse, some lose their DNS: how soon that is known, and whether others suffer. */
async function loseSome() {
  const fromUtcMs = Date.now();
  cut('silent');
  await order('fail');
  const failing = kinds.filter((kind) => kind !== 'well');
  const truths = await Promise.all(
    failing.map(async (kind) => {
      const atUtcMs = await core.when(all(idsOf(kind), 'down'), timeoutMs);
      const tookS = since(fromUtcMs, atUtcMs);
      const ratio = tookS === undefined ? undefined : round(tookS / expectedS(kind, pace), 2);
      log(`${kind}: down after ${tookS} s, ${ratio} of what the document asks for`);
      return [kind, { took_s: tookS, ratio }] as const;
    }),
  );
  await pause(Math.max(0, 3 * intervalMs - (Date.now() - fromUtcMs)));
  const gaps = longestGaps((await order('asked')) as Asked, fromUtcMs);
  restore('silent');
  await order('heal');
  const took = truths.map(([, one]) => one.took_s);
  const ratios = truths.map(([, one]) => one.ratio);
  return {
    truth_s: largest(took),
    truth_ratio: largest(ratios),
    truths: Object.fromEntries(truths),
    longest_gap_s: round(Math.max(...gaps) / 1000, 1),
    starved: gaps.filter((one) => one > starvedFrom * intervalMs).length,
  };
}

/** Undefined if one is missing. */
function largest(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((most, one) =>
    most === undefined || one === undefined ? undefined : Math.max(most, one),
  );
}

/** For each healthy service, the longest time without a check, in ms. */
function longestGaps(asked: Asked, fromUtcMs: number): readonly number[] {
  const times = new Map(idsOf('well').map((id) => [id, [fromUtcMs]]));
  for (const [id, atUtcMs] of asked) if (atUtcMs >= fromUtcMs) times.get(id)?.push(atUtcMs);
  return [...times.values()].map((all) => {
    const last = [...all, Date.now()];
    return Math.max(...last.map((atUtcMs, index) => atUtcMs - (last[index - 1] ?? atUtcMs)));
  });
}

/** Everything vanishes, including the witness and the name server, and returns a minute later. */
async function loseAll() {
  const fromUtcMs = Date.now();
  cut(...allRanges);
  const offline = await core.when(() => core.state() === 'offline', timeoutMs);
  const met = core.begunUtcMs().find((atUtcMs) => atUtcMs >= fromUtcMs) ?? fromUtcMs;
  log(
    `offline ${since(met, offline)} s after the first check, ${since(fromUtcMs, offline)} s in all`,
  );
  await pause(2 * intervalMs);
  const blamed = count - core.are('up', everything).length;
  const backUtcMs = Date.now();
  restore(...allRanges);
  const online = await core.when(() => core.state() === 'online', timeoutMs);
  await pause(pace.timeoutS * 1000);
  const begun = core.begunUtcMs().filter((atUtcMs) => atUtcMs >= (online ?? backUtcMs));
  return {
    offline_s: since(met, offline),
    offline_since_loss_s: since(fromUtcMs, offline),
    blamed,
    back_s: since(backUtcMs, online),
    new_per_s: mostWithinSecond(begun),
  };
}

function mostWithinSecond(times: readonly number[]): number {
  return times.reduce(
    (most, from, index) =>
      Math.max(most, times.slice(index).filter((atUtcMs) => atUtcMs < from + 1000).length),
    0,
  );
}
