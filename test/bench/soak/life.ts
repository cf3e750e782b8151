/** One run of the app's core, from its start until it quits or is killed. */
import type { Directory } from '../../../main/core/directory/index.ts';
import type { Destination } from '../../../main/features/feedback/deliver.ts';
import type { Outbox } from '../../../main/features/feedback/outbox.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import { createCore } from '../../../main/core/index.ts';
import type { History } from '../../../main/core/history/index.ts';
import type { NotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Database } from '../../../main/platform/sqlite.ts';
import { createEmitter } from '../../../main/platform/emitter.ts';
import { listenTo } from '../../../main/platform/listening-net.ts';
import { createAskPlace, createAskTime, createAskWitness } from '../../../main/platform/witness.ts';
import type { Observed } from '../../../main/core/status/status-event.ts';
import { createProbe } from '../../../main/core/status/probes/index.ts';
import type { Monitor } from '../../../main/core/status/monitor.ts';
import type { Connectivity } from '../../../shared/net/connectivity.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { source } from './coop.ts';
import type { Dice } from './dice.ts';
import type { Disk } from './disk.ts';
import { holdDisk } from './disk.ts';
import { createNetTo } from './net.ts';
import { createPast, timeZone } from './past.ts';
import type { World } from './world.ts';

export type Life = Readonly<{
  directory: Directory;
  monitor: Monitor;
  policy: NotificationPolicy;
  history: History;
  outbox: Outbox;
  connectivity: () => Connectivity;
  /** The snapshot rendered last. */
  drawn: () => Snapshot | undefined;
  /** The machine sleeps for `ms`, with or without a suspend event. */
  sleep: (ms: number, announced: boolean) => void;
  quit: () => void;
  kill: () => void;
}>;

export type LifeParts = Readonly<{
  world: World;
  disk: Disk;
  /** Of the history; closed when the run ends. */
  database: Database;
  dice: Dice;
  newId: () => string;
  /** Where feedback goes. */
  server: Destination;
  onObserved: (observed: Observed) => void;
  onChanges: (changes: readonly Change[]) => void;
  onTold: (title: string) => void;
}>;

/** Resolves once the app has started, in the same order as `compose`. */
export async function begin(parts: LifeParts): Promise<Life> {
  const { world, disk, dice } = parts;
  const mortal = createMortalClock(world.clock);
  const { clock } = mortal;
  const hold = holdDisk(disk, clock, dice);
  const way = createNetTo(world, clock, dice);
  const jumps = createEmitter<void>();
  const connectivity = createConnectivity({
    clock,
    ask: createAskWitness({ net: way }),
    askPlace: createAskPlace({ net: way }),
    askTime: createAskTime({ net: way }),
    onJump: jumps.emit,
  });
  const net = listenTo(way, connectivity.hear);
  const { database } = parts;
  const past = createPast({
    clock,
    disk,
    database,
    isClockProven: connectivity.isClockProven,
    journalFile: hold.appendFile('journal'),
  });
  const { history } = past;
  const outbox = createOutbox({
    clock,
    store: hold.store,
    isClockProven: connectivity.isClockProven,
    destinations: () => parts.server,
    newId: parts.newId,
    random: dice.roll,
  });
  const core = createCore({
    appVersion: '0',
    locale: 'en',
    language: 'en',
    t: createTranslate('en'),
    times: createTimes('en', timeZone),
    clock,
    random: dice.roll,
    timeZone: () => timeZone,
    net,
    pages: net,
    probe: createProbe({ net, hear: connectivity.hear }),
    connectivity,
    onJump: jumps.on,
    files: { file: hold.file, troubles: () => [], onChange: () => () => undefined },
    history,
  });
  core.attach({
    noteChanges: parts.onChanges,
    setDocument: () => world.disturb(),
    resume: outbox.wake,
  });
  core.onNotification(({ text }) => parts.onTold(text.title));
  const { directory, monitor, policy, state } = core;
  monitor.onObserved(parts.onObserved);
  let drawn: Snapshot | undefined;
  state.onChange((snapshot) => (drawn = snapshot));
  world.disturb();
  await core.restore();
  await outbox.restore();
  if (directory.current()) void directory.refresh();
  else void directory.join(source);

  return {
    directory,
    monitor,
    policy,
    history,
    outbox,
    connectivity: connectivity.current,
    drawn: () => drawn,
    sleep: (ms, announced) => {
      if (announced) core.suspend();
      world.sleep(ms);
      if (announced) core.wake();
    },
    quit: () => {
      for (const part of [core, history, connectivity, outbox]) part.dispose();
      // A process exits once its pending writes are done.
      mortal.endSoon();
      past.letGo();
    },
    kill: () => {
      hold.cutOff();
      mortal.end();
      past.letGo();
    },
  };
}

/** How long a write takes at most, in ms. */
const lastWritesMs = 100;

/** A clock whose timers end with the run that set them. */
function createMortalClock(world: Clock) {
  const running = new Set<() => void>();
  let over = false;
  const clock: Clock = {
    nowUtcMs: world.nowUtcMs,
    monotonicMs: world.monotonicMs,
    after: (ms, task) => {
      if (over) return () => undefined;
      // Like Node's timers: whole milliseconds, at least one.
      const cancel = world.after(Math.max(1, Math.trunc(ms)), () => {
        running.delete(stop);
        task();
      });
      const stop = () => {
        cancel();
        running.delete(stop);
      };
      running.add(stop);
      return stop;
    },
  };
  const end = () => {
    over = true;
    for (const stop of running) stop();
  };
  return { clock, end, endSoon: () => void world.after(lastWritesMs, end) };
}
