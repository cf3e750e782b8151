/** One life of the app, from its start until it is quit or killed: its core, joined as `main/compose.ts` joins it. */
import { createDirectory } from '../../../main/core/directory/index.ts';
import type { Directory } from '../../../main/core/directory/index.ts';
import type { Destination } from '../../../main/features/feedback/deliver.ts';
import type { Outbox } from '../../../main/features/feedback/outbox.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import type { History } from '../../../main/core/history/index.ts';
import type { NotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import { createNotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Database } from '../../../main/platform/sqlite.ts';
import { listenTo } from '../../../main/platform/listening-net.ts';
import { createAskPlace, createAskTime, createAskWitness } from '../../../main/platform/witness.ts';
import { createState } from '../../../main/core/state.ts';
import type { Observed } from '../../../main/core/status/records.ts';
import { createNotifier } from '../../../main/core/notifications/notifier.ts';
import { createProbe } from '../../../main/core/status/probes/index.ts';
import type { Monitor } from '../../../main/core/status/monitor.ts';
import { createMonitor } from '../../../main/core/status/monitor.ts';
import { isSightBack } from '../../../shared/net/connectivity.ts';
import type { Connectivity } from '../../../shared/net/connectivity.ts';
import { placesOf, witnessesOf } from '../../../shared/coop/witnesses.ts';
import { proposedBy } from '../../../shared/notification-policy/quiet-hours.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { source } from './coop.ts';
import { coopKey } from '../../../shared/coop/source.ts';
import { policyForm } from '../../../main/core/notification-policy/settings.ts';
import { domainsForm } from '../../../main/core/status/domains.ts';
import { copyForm } from '../../../main/core/directory/copy.ts';
import type { Dice } from './dice.ts';
import type { Disk } from './disk.ts';
import { holdDisk } from './disk.ts';
import { createNetTo } from './net.ts';
import { createPast, timeZone } from './past.ts';
import type { World } from './world.ts';

export type Life = Readonly<{
  directory: Directory;
  watch: Monitor;
  policy: NotificationPolicy;
  history: History;
  outbox: Outbox;
  connectivity: () => Connectivity;
  /** What was drawn last. */
  drawn: () => Snapshot | undefined;
  /** The lid is closed for so long, announced or not. */
  sleep: (ms: number, announced: boolean) => void;
  quit: () => void;
  kill: () => void;
}>;

export type LifeParts = Readonly<{
  world: World;
  disk: Disk;
  /** Of the history; the life closes it at its end. */
  database: Database;
  dice: Dice;
  newId: () => string;
  /** Where feedback goes. */
  server: Destination;
  onObserved: (observed: Observed) => void;
  onChanges: (changes: readonly Change[]) => void;
  onTold: (title: string) => void;
}>;

/** Resolves once the app has begun as `compose` begins. */
export async function begin(parts: LifeParts): Promise<Life> {
  const { world, disk, dice } = parts;
  const mortal = createMortalClock(world.clock);
  const { clock } = mortal;
  const hold = holdDisk(disk, clock, dice);
  const way = createNetTo(world, clock, dice);
  const connectivity = createConnectivity({
    clock,
    ask: createAskWitness({ net: way }),
    askPlace: createAskPlace({ net: way }),
    askTime: createAskTime({ net: way }),
  });
  const net = listenTo(way, connectivity.hear);
  const directory = createDirectory({ net, clock, store: hold.file(copyForm) });
  const { database } = parts;
  const past = createPast({
    clock,
    disk,
    database,
    isClockProven: connectivity.isClockProven,
    journalFile: hold.appendFile('journal'),
  });
  const { history } = past;
  const watch = createMonitor({
    clock,
    net,
    connectivity,
    probe: createProbe({ net, hear: connectivity.hear }),
    random: dice.roll,
    domains: hold.file(domainsForm),
    onNews: ({ changes, visible }) => {
      parts.onChanges(changes);
      notifier.update(changes, watch.state().confirming);
      if (visible) state.touch();
    },
    onObserved: (observed) => {
      parts.onObserved(observed);
      history.observe(observed);
    },
    onJump: () => wake(),
  });
  const policy = createNotificationPolicy({
    clock,
    timeZone: () => timeZone,
    isClockProven: connectivity.isClockProven,
    share: () => Promise.resolve('nowhere'),
    store: hold.file(policyForm),
    views: () => state.views(),
    show: ({ changes }) => parts.onTold(`summary of ${changes.length}`),
  });
  const state = createState({
    appVersion: '0',
    locale: 'en',
    clock,
    coop: directory.current,
    connectivity: connectivity.current,
    watch,
    policy,
    awaited: directory.awaited,
    fileTroubles: () => [],
    historyProblem: history.problem,
    backups: () => undefined,
    reported: () => new Map(),
    seenBy: () => [],
    unreadNotes: () => undefined,
    unread: () => ({ answers: 0, news: 0 }),
  });
  const notifier = createNotifier({
    clock,
    policy: policy,
    show: ({ changes }) => parts.onTold(changes.map(({ name, to }) => `${name} ${to}`).join(', ')),
  });
  const outbox = createOutbox({
    clock,
    shelf: hold.shelf,
    isClockProven: connectivity.isClockProven,
    destinations: () => parts.server,
    newId: parts.newId,
    random: dice.roll,
  });
  let drawn: Snapshot | undefined;

  const sleep = () => {
    watch.suspend();
    connectivity.suspend();
  };
  const wake = () => {
    watch.wake();
    connectivity.resume();
    policy.wake();
    outbox.wake();
  };
  connectivity.onChange((now, before) => {
    if (isSightBack(now, before)) {
      watch.resume();
      outbox.wake();
    }
    if (now.state !== 'online' && now.state !== 'unknown') history.pause();
    state.touch();
  });
  directory.onChange(({ document }, isNew) => {
    if (isNew) {
      world.disturb();
      const { services, workingHours } = document;
      history.setCoop(coopKey(source), document.name);
      connectivity.setWitnesses(witnessesOf(document), placesOf(document));
      const ids = new Set(services.map((one) => one.service.id));
      policy.setCoop(workingHours && proposedBy(workingHours), {
        coop: coopKey(source),
        serviceIds: ids,
      });
      watch.setDocument(document);
    }
    state.touch();
  });
  policy.onChange(state.touch);
  history.onChange(state.touch);
  state.onChange((snapshot) => (drawn = snapshot));
  world.disturb();
  await policy.restore();
  await directory.restore();
  await outbox.restore();
  if (directory.current()) void directory.refresh();
  else void directory.join(source);

  return {
    directory,
    watch,
    policy,
    history,
    outbox,
    connectivity: connectivity.current,
    drawn: () => drawn,
    sleep: (ms, announced) => {
      if (announced) sleep();
      world.sleep(ms);
      if (announced) wake();
    },
    quit: () => {
      const features = [notifier, policy, watch, history, directory, connectivity, state, outbox];
      for (const part of features) part.dispose();
      // A process ends once the writes that it has begun are done.
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

/** A clock whose timers end with the life that has set them. */
function createMortalClock(world: Clock) {
  const running = new Set<() => void>();
  let over = false;
  const clock: Clock = {
    nowUtcMs: world.nowUtcMs,
    monotonicMs: world.monotonicMs,
    after: (ms, task) => {
      if (over) return () => undefined;
      // As the timers of Node: whole milliseconds, and never none.
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
