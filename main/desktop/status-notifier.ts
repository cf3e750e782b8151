/**
 * Asks the session bus whether the tray works: `org.kde.StatusNotifierWatcher` keeps the list of items, and a host
 * shows them. A watcher alone shows nothing (https://github.com/Alexays/Waybar/issues/3468), and the owner of the name
 * may not implement it.
 */
import * as v from 'valibot';
import type { TrayLook } from '../../shared/tray-host.ts';
import type { BusTarget, ConnectBus, SessionBus } from '../platform/bus.ts';
import { busDaemon } from '../platform/bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcher: BusTarget = {
  name: watcherName,
  path: '/StatusNotifierWatcher',
  iface: 'org.freedesktop.DBus.Properties',
};

/** Signals after which the answer may change. Some watchers send none but the first, which comes from the bus. */
const trayRules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcherName}'`,
  `type='signal',sender='${watcherName}',interface='${watcherName}'`,
  `type='signal',sender='${watcherName}',interface='org.freedesktop.DBus.Properties',path='${watcher.path}'`,
];

/** Longer lists are not credible, and each item costs a request for its owner. */
const itemLimit = 100;
const Items = v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(itemLimit));

export type TrayBusDeps = Readonly<{
  connect: ConnectBus;
  /** The tray may have changed. */
  onSignal: () => void;
}>;

export type TrayBus = Readonly<{
  /** Never rejects: a watcher that does not answer has no host. */
  look: () => Promise<Omit<TrayLook, 'legacy'>>;
  /** Resolves once the bus answers anything, or if there is none. Never rejects. */
  answers: () => Promise<void>;
  dispose: () => void;
}>;

/** Keeps one connection, opened at the first look and reopened if lost. */
export function createTrayBus({ connect, onSignal }: TrayBusDeps): TrayBus {
  let bus: SessionBus | undefined;
  let isDisposed = false;
  const onEnd = () => {
    bus = undefined;
    onSignal();
  };
  const connected = async () => {
    if (bus) return bus;
    const made = await connect({ rules: trayRules, onSignal, onEnd });
    if (isDisposed) made.close();
    bus = made;
    return made;
  };
  return {
    look: async () => {
      try {
        const session = await connected();
        const owner = await ownerOf(session);
        if (owner === undefined) return { hosted: false };
        if (!(await isHosted(session))) return { watcher: owner, hosted: false };
        const listed = await isListed(session);
        return { watcher: owner, hosted: true, ...(listed === undefined ? {} : { listed }) };
      } catch {
        bus?.close();
        bus = undefined;
        return { hosted: false, unanswered: true };
      }
    },
    answers: async () => {
      const session = await connected().catch(() => undefined);
      await session?.call(busDaemon, 'GetId').catch(() => undefined);
    },
    dispose: () => {
      isDisposed = true;
      bus?.close();
    },
  };
}

/** Asks the bus daemon, so a failure means that the bus is gone. */
async function ownerOf(bus: SessionBus): Promise<string | undefined> {
  const [hasOwner] = await bus.call(busDaemon, 'NameHasOwner', 's', [watcherName]);
  if (hasOwner !== true) return undefined;
  return bus.call(busDaemon, 'GetNameOwner', 's', [watcherName]).then(
    ([owner]) => v.parse(v.string(), owner),
    // It quit in between.
    () => undefined,
  );
}

const isHosted = (bus: SessionBus) =>
  property(bus, 'IsStatusNotifierHostRegistered').then(
    (value) => value === true,
    () => false,
  );

/**
 * The name of a bus connection: `:1.20/StatusNotifierItem`, `:1.20@/StatusNotifierItem` with GNOME's extension, or
 * without a path. A bare path, and what nobody has written yet, does not identify its owner.
 */
const nameAtStart = /^:?[\w-]+(?:\.[\w-]+)+(?=[/@]|$)/;

/** Undefined if the list is inconclusive. */
async function isListed(bus: SessionBus): Promise<boolean | undefined> {
  const list = await property(bus, 'RegisteredStatusNotifierItems').catch(() => undefined);
  const items = v.safeParse(Items, list);
  if (!items.success) return undefined;
  const found = items.output.map((item) => nameAtStart.exec(item)?.[0]);
  const names = new Set(found.filter((name) => name !== undefined));
  const isClear = !found.includes(undefined);
  const ours = await processOf(bus, bus.name);
  const owners = await Promise.all([...names].map((name) => processOf(bus, name)));
  if (ours !== undefined && owners.includes(ours)) return true;
  return ours !== undefined && isClear ? false : undefined;
}

/** Asked for our own process too, since inside a sandbox its PID differs. */
const processOf = (bus: SessionBus, name: string) =>
  bus.call(busDaemon, 'GetConnectionUnixProcessID', 's', [name]).then(
    ([id]) => (typeof id === 'number' ? id : undefined),
    () => undefined,
  );

async function property(bus: SessionBus, name: string): Promise<unknown> {
  const [answer] = await bus.call(watcher, 'Get', 'ss', [watcherName, name]);
  return v.parse(v.object({ value: v.unknown() }), answer).value;
}
