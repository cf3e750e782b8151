/** Runs a bad day with the app's own core, on a simulated clock. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeClock } from '../../unit/clock.ts';
import { createBeats } from './beats.ts';
import type { Moment } from './day.ts';
import { drawDay } from './day.ts';
import { createDice } from './dice.ts';
import { createDisk } from './disk.ts';
import { createMember, createServer } from './member.ts';
import { storedChecks } from './past.ts';
import { createPlayer } from './player.ts';
import type { Promises } from './promises.ts';
import { createPromises } from './promises.ts';
import { createStates } from './states.ts';
import { createWorld } from './world.ts';

const second = 1000;
const hour = 3600 * second;
/** Simulated time between two inspections; anything shorter goes unseen. */
const stepMs = second;
/** When memory is first measured: by then all code has run. */
const warmMs = hour;

/** Longer than the longest backoff. */
const lastMs = 1.25 * hour;

export type DayOptions = Readonly<{ seed: number; hours: number; log: (line: string) => void }>;

export async function liveThrough({ seed, hours, log }: DayOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-soak-'));
  const path = join(folder, 'history.db');
  const clock = fakeClock(Date.parse('2026-11-24T08:00:00-05:00'));
  const tale = createHash('sha256');
  const tell = (line: string) => {
    const at = new Date(clock.monotonicMs()).toISOString().slice(11, 19);
    tale.update(`${at} ${line}\n`);
    log(`${at} ${line}`);
  };
  // Each has its own generator, so that none takes numbers from another.
  const dice = (whose: number) => createDice(seed * 8 + whose);
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const world = createWorld(clock);
  const disk = createDisk();
  const promises = createPromises(tell);
  const beats = createBeats(world, disk);
  const states = createStates(world, tell);
  const server = createServer(world, dice(1));
  const member = createMember({ dice: dice(2), promises, newId, log: tell });
  const player = await createPlayer({
    world,
    disk,
    path,
    promises,
    beats,
    states,
    member,
    newId,
    server: server.destination,
    dice: dice(3),
    onTold: (title) => tell(`told: ${title}`),
  });

  let warmBytes = 0;
  const day = [...drawDay(dice(4), hours * hour)];
  for (let atMs = 0; atMs < hours * hour; atMs += stepMs) {
    for (let next = takeDue(day, atMs); next; next = takeDue(day, atMs)) {
      if (next.event.what !== 'member') tell(JSON.stringify(next.event));
      await player.play(next.event);
    }
    await player.pass(stepMs);
    if (atMs === warmMs) warmBytes = heapBytes();
  }
  // A last start finds all that was stored, and sends what is still queued.
  await player.play({ what: 'end', how: 'quit', readable: true });
  for (let ms = 0; ms < lastMs; ms += stepMs) await player.pass(stepMs);
  await player.look();
  const growthBytes = heapBytes() - warmBytes;
  await player.play({ what: 'end', how: 'quit', readable: true });
  countArrived(promises, server.arrived());
  const kept = await storedChecks(path);
  for (const key of beats.owed()) if (!kept.has(key)) promises.miss('history', key);
  rmSync(folder, { recursive: true, force: true });
  return {
    lost: promises.lost(),
    owed: { feedback: promises.entered().length, history: beats.owed().length },
    wrongStates: states.wrong(),
    judged: states.judged(),
    lives: player.lives(),
    growthBytes,
    tale: tale.digest('hex').slice(0, 16),
  };
}

function takeDue(day: Moment[], atMs: number): Moment | undefined {
  const [first] = day;
  return first && first.atMs <= atMs ? day.shift() : undefined;
}

/** Everything taken arrives exactly once. */
function countArrived(promises: Promises, arrived: readonly string[]): void {
  for (const id of promises.entered()) {
    const times = arrived.filter((one) => one === id).length;
    if (times !== 1) promises.miss('feedback', `${id} arrived ${times} times`);
  }
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
