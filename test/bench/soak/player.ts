/** Applies a bad day's events to the world and to the app in it. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Beats } from './beats.ts';
import { lastingIds } from './coop.ts';
import type { Event } from './day.ts';
import type { Disk } from './disk.ts';
import type { Life, LifeParts } from './life.ts';
import { begin } from './life.ts';
import type { Member } from './member.ts';
import { openHistory } from './past.ts';
import type { Promises } from './promises.ts';
import type { States } from './states.ts';
import type { World } from './world.ts';

export type Player = Readonly<{
  play: (event: Event) => Promise<void>;
  pass: (ms: number) => Promise<void>;
  /** The member opens the history. */
  look: () => Promise<void>;
  lives: () => number;
}>;

export type PlayerParts = Omit<LifeParts, 'onObserved' | 'onChanges' | 'database'> &
  Readonly<{
    /** Of the history's database. */
    path: string;
    world: World;
    disk: Disk;
    promises: Promises;
    beats: Beats;
    states: States;
    member: Member;
  }>;

const second = 1000;
/** Time from the end of the app to its next start, in ms. */
const pauseMs = 3 * second;
/** Time for a disk, also one that was full until now, to store what was set; in ms. */
const keptWithinMs = 2 * second;
const keptAgainWithinMs = 60 * second;
const reviewEveryMs = 5 * second;
/** Turns of the event loop that loading a document takes, with room to spare. */
const breaths = 8;

export async function createPlayer(parts: PlayerParts): Promise<Player> {
  const { world, disk, promises, beats, states } = parts;
  const { clock } = world;
  let lives = 0;
  /** False after a start that could not read its files: it has no state, but has lost nothing yet. */
  let sees = true;
  let setAtMs = Number.NEGATIVE_INFINITY;
  let fullAtMs = Number.NEGATIVE_INFINITY;
  let reviewedAtMs = Number.NEGATIVE_INFINITY;

  const start = async (): Promise<Life> => {
    const database = await openHistory(parts.path);
    lives += 1;
    sees = disk.isReadable();
    promises.begun(sees);
    return settle(
      begin({
        ...parts,
        database,
        onObserved: beats.observed,
        onChanges: promises.recovered,
      }),
    );
  };
  /** Finishes work that does not depend on the simulated clock, such as a start or parsing a document. */
  const settle = async <T>(work: Promise<T>): Promise<T> => {
    const over = new AbortController();
    const done = work.finally(() => over.abort());
    while (!over.signal.aborted) {
      await clock.pass(10);
      await breathe();
    }
    return done;
  };
  let life = await start();

  const isKept = () => {
    const nowMs = clock.monotonicMs();
    return nowMs - setAtMs > keptWithinMs && nowMs - fullAtMs > keptAgainWithinMs;
  };

  const pass = async (ms: number) => {
    await clock.pass(ms);
    for (let turn = 0; turn < breaths; turn += 1) await breathe();
    if (disk.isFull()) fullAtMs = clock.monotonicMs();
    promises.passed(world.trueUtcMs());
    beats.pass();
    if (isKept()) promises.keepPolicy();
    if (clock.monotonicMs() - reviewedAtMs < reviewEveryMs) return;
    reviewedAtMs = clock.monotonicMs();
    states.review(life);
    // While the clock is wrong, nothing can be judged.
    if (sees && world.isRight() && world.isJumpSeen())
      promises.review(life.policy.state(), life.outbox.items(), named());
  };

  const named = () => new Set(life.monitor.state().services.map(({ service }) => service.id));

  const look = async () => {
    const [serviceId = ''] = lastingIds;
    await settle(life.history.detail(serviceId, 'quarter'));
  };

  const endLife = async ({ how, readable }: Extract<Event, { what: 'end' }>) => {
    if (how === 'kill') life.kill();
    else life.quit();
    beats.ended(how);
    promises.cutOff();
    await clock.pass(pauseMs);
    disk.setReadable(readable);
    life = await start();
    disk.setReadable(true);
  };

  const play = async (event: Event) => {
    switch (event.what) {
      case 'servers':
        return world.take(event.condition, event.hosts);
      case 'line':
        return world.setLine(event.line);
      case 'clock':
        return world.setClock(event.aheadMs);
      case 'disk':
        return disk.setFull(event.full);
      case 'document':
        world.setEdition(event.edition);
        return void life.directory.refresh();
      case 'sleep':
        return life.sleep(event.ms, event.announced);
      case 'end':
        return endLife(event);
      case 'member':
        setAtMs = clock.monotonicMs();
        return void parts.member.act(life);
      case 'look':
        return look();
    }
  };

  return { play, pass, look, lives: () => lives };
}
