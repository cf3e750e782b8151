/** Fills a history with months of checks, by the app's own code. */
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { openDatabase } from '../../../main/platform/sqlite.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Beat } from '../../../shared/history/watch.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { createHistoryHere } from '../../history-here.ts';

export type Seed = Readonly<{
  path: string;
  coop: string;
  serviceIds: readonly string[];
  days: number;
  nowUtcMs: number;
  /** Whether the app runs at that hour; always by default. */
  watches?: (hourUtcMs: number) => boolean;
}>;

const minuteMs = 60_000;
/** Rows of hours and days are the same whether they sum up 12 checks an hour or 60. */
const coarseMs = 5 * minuteMs;

/** Interval of writes to the database. */
const writeMs = 6 * hourMs;

export async function seedHistory(seed: Seed): Promise<void> {
  const { nowUtcMs, serviceIds, watches = () => true } = seed;
  let atUtcMs = nowUtcMs - seed.days * dayMs;
  const history = createHistoryHere({
    clock: {
      nowUtcMs: () => atUtcMs,
      monotonicMs: () => atUtcMs,
      after: () => () => undefined,
    },
    openDatabase: (how) => openDatabase({ path: seed.path, ...how }),
    journalFile: createAppendFile(seed.path.replace('.db', '.journal')),
    isClockProven: () => true,
  });
  history.setCoop(seed.coop, seed.coop);
  const lives = serviceIds.map((id, index) => createLife(id, index));
  for (let part = 0; atUtcMs < nowUtcMs;) {
    const intervalMs = atUtcMs < nowUtcMs - dayMs - hourMs ? coarseMs : minuteMs;
    if (watches(atUtcMs)) for (const next of lives) history.observe(next(atUtcMs, intervalMs));
    else history.pause();
    atUtcMs += intervalMs;
    if (Math.floor(atUtcMs / writeMs) === part) continue;
    part = Math.floor(atUtcMs / writeMs);
    await history.detail('', 'day');
  }
  await history.detail('', 'day');
  history.dispose();
}

/** The checks of one service: mostly up, sometimes not, slower at noon; the same in every run. */
function createLife(
  serviceId: string,
  index: number,
): (atUtcMs: number, intervalMs: number) => Beat {
  const random = createRandom(index + 1);
  let state: Trouble = { verdict: 'up' };
  let sinceUtcMs = 0;
  let untilUtcMs = 0;
  return (atUtcMs, intervalMs) => {
    if (atUtcMs >= untilUtcMs) {
      const next = state.verdict === 'up' ? trouble(random()) : { verdict: 'up' as const };
      if (next.verdict !== state.verdict) sinceUtcMs = atUtcMs;
      state = next;
      const hours = state.verdict === 'up' ? 48 * random() : 2 * random();
      untilUtcMs = atUtcMs + hours * hourMs;
    }
    const seen = { ...state, timings: state.verdict === 'down' ? {} : timings(atUtcMs, random) };
    return { serviceId, atUtcMs, seen, record: { ...state, sinceUtcMs }, intervalMs };
  };
}

type Trouble = Readonly<{ verdict: Observation['verdict']; reason?: Reason }>;

function trouble(dice: number): Trouble {
  if (dice < 0.6) return { verdict: 'up' };
  if (dice < 0.75) return { verdict: 'down', reason: reason('status', { got: 502 }) };
  if (dice < 0.9) {
    return { verdict: 'degraded', reason: reason('slow', { ms: 1900, limitMs: 1000 }) };
  }
  return { verdict: 'maintenance', reason: reason('says-maintenance') };
}

function timings(atUtcMs: number, random: () => number) {
  const busy = 1 + Math.max(0, Math.sin(((atUtcMs % dayMs) / dayMs) * 2 * Math.PI));
  const tenths = (ms: number) => Math.round(ms * busy * (0.7 + 0.6 * random()) * 10) / 10;
  const parts = { dns: tenths(4), connect: tenths(18), tls: tenths(22), firstByte: tenths(60) };
  const body = tenths(6);
  const total = Object.values(parts).reduce((sum, ms) => sum + ms, body);
  return { ...parts, body, total: Math.round(total * 10) / 10 };
}

/** Mulberry32: the same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
