/**
 * Asks the session bus about the tray: `org.kde.StatusNotifierWatcher` keeps the list of items, and a host shows them.
 * A watcher alone shows nothing (https://github.com/Alexays/Waybar/issues/3468), and its name may have an owner that
 * knows nothing of it.
 */
import * as v from 'valibot';
import type { TrayLook } from '../../shared/tray-host.ts';
import type { BusTarget, ConnectBus, SessionBus } from '../platform/bus.ts';
import { busDaemon } from '../platform/bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcher: BusTarget = {
  name: watcherName,
  path: '/StatusNotifierWatcher',
  face: 'org.freedesktop.DBus.Properties',
};

/** After any of these the answer may be another. Some watchers send none but the first, which is the bus' own. */
export const trayRules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcherName}'`,
  `type='signal',sender='${watcherName}',interface='${watcherName}'`,
  `type='signal',sender='${watcherName}',interface='org.freedesktop.DBus.Properties',path='${watcher.path}'`,
];

/** A list of more items is no panel's; who is behind each of them has to be asked. */
const itemLimit = 100;
const Items = v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(itemLimit));

export type TrayBusParts = Readonly<{
  connect: ConnectBus;
  /** Something about the tray has changed. */
  onSignal: () => void;
}>;

export type TrayBus = Readonly<{
  /** Never rejects: what cannot be asked is not there. */
  look: () => Promise<Omit<TrayLook, 'legacy'>>;
  /** Resolves once the bus has answered anything at all, or there is none. Never rejects. */
  answers: () => Promise<void>;
  dispose: () => void;
}>;

/** Keeps one connection, made at the first look and again where it was lost. */
export function createTrayBus({ connect, onSignal }: TrayBusParts): TrayBus {
  let bus: SessionBus | undefined;
  let over = false;
  const onEnd = () => {
    bus = undefined;
    onSignal();
  };
  const connected = async () => {
    if (bus) return bus;
    const made = await connect({ rules: trayRules, onSignal, onEnd });
    if (over) made.close();
    bus = made;
    return made;
  };
  return {
    look: async () => {
      try {
        const asked = await connected();
        const owner = await ownerOf(asked);
        if (owner === undefined) return { hosted: false };
        if (!(await isHosted(asked))) return { watcher: owner, hosted: false };
        const listed = await isListed(asked);
        return { watcher: owner, hosted: true, ...(listed === undefined ? {} : { listed }) };
      } catch {
        bus?.close();
        bus = undefined;
        return { hosted: false };
      }
    },
    answers: async () => {
      const asked = await connected().catch(() => undefined);
      await asked?.call(busDaemon, 'GetId').catch(() => undefined);
    },
    dispose: () => {
      over = true;
      bus?.close();
    },
  };
}

/** Asked of the bus itself, which answers as long as it lives: a failure means that it is gone. */
async function ownerOf(bus: SessionBus): Promise<string | undefined> {
  const [hasOwner] = await bus.call(busDaemon, 'NameHasOwner', 's', [watcherName]);
  if (hasOwner !== true) return undefined;
  return bus.call(busDaemon, 'GetNameOwner', 's', [watcherName]).then(
    ([owner]) => v.parse(v.string(), owner),
    // It has left in between.
    () => undefined,
  );
}

const isHosted = (bus: SessionBus) =>
  property(bus, 'IsStatusNotifierHostRegistered').then(
    (value) => value === true,
    () => false,
  );

/** Undefined where the list does not tell. */
async function isListed(bus: SessionBus): Promise<boolean | undefined> {
  const list = await property(bus, 'RegisteredStatusNotifierItems').catch(() => undefined);
  const items = v.safeParse(Items, list);
  if (!items.success) return undefined;
  // `:1.20/StatusNotifierItem`, or a name with or without a path; a path alone does not say whose it is.
  const names = new Set(items.output.map((item) => item.split('/', 1)[0] ?? ''));
  const isClear = !names.delete('');
  const ours = await processOf(bus, bus.name);
  const owners = await Promise.all([...names].map((name) => processOf(bus, name)));
  if (ours !== undefined && owners.includes(ours)) return true;
  return ours !== undefined && isClear ? false : undefined;
}

/** Asked of the bus for ourselves too: in a box of its own a process knows itself by another number. */
const processOf = (bus: SessionBus, name: string) =>
  bus.call(busDaemon, 'GetConnectionUnixProcessID', 's', [name]).then(
    ([id]) => (typeof id === 'number' ? id : undefined),
    () => undefined,
  );

async function property(bus: SessionBus, name: string): Promise<unknown> {
  const [answer] = await bus.call(watcher, 'Get', 'ss', [watcherName, name]);
  return v.parse(v.object({ value: v.unknown() }), answer).value;
}
