/**
 * A watcher and host as strict as GNOME's: it takes a path, or a valid name of a bus connection, reads the item under
 * that connection's unique name at once, and drops for good what it cannot read. Electron 43.3 to 44.0 showed no icon
 * there (https://github.com/electron/electron/issues/52674, https://github.com/electron/electron/issues/53138).
 */
import type { EventEmitter } from 'node:events';
import type { MessageBus } from '@jellybrick/dbus-next';
import { Message, MessageType, Variant, sessionBus } from '@jellybrick/dbus-next';

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
const itemFace = 'org.kde.StatusNotifierItem';
const daemon = 'org.freedesktop.DBus';

export type StrictWatcher = Readonly<{
  /** Why registrations were refused, or items dropped. */
  refusals: () => readonly string[];
  stop: () => void;
}>;

type Item = Readonly<{ owner: string; path: string }>;

export async function startStrictWatcher(busAddress: string): Promise<StrictWatcher> {
  const bus = await connect(busAddress);
  const refusals: string[] = [];
  let items: readonly Item[] = [];
  const signal = (member: string, item: Item) =>
    bus.send(Message.newSignal(path, name, member, 's', [idOf(item)]));

  const register = async (sender: string, argument: unknown) => {
    const place = placeOf(sender, argument);
    if (!place) throw new Error(`neither a path nor a name: ${String(argument)}`);
    const item = { owner: await ownerOf(bus, place.name), path: place.path };
    const found = await propertiesOf(bus, item);
    if (!found.includes('Id')) throw new Error('the item has no Id');
    items = [...items.filter((one) => idOf(one) !== idOf(item)), item];
    signal('StatusNotifierItemRegistered', item);
  };
  bus.addMethodHandler((message) => {
    if (message.type !== MessageType.METHOD_CALL || message.path !== path) return false;
    if (message.member === 'RegisterStatusNotifierItem') {
      // Answers first, as GNOME's does: the item is read afterwards.
      bus.send(Message.newMethodReturn(message));
      void register(message.sender, message.body[0]).catch((error: Error) =>
        refusals.push(error.message),
      );
      return true;
    }
    if (message.member !== 'Get') return false;
    const value = valueOf(items, message.body[1]);
    bus.send(
      value
        ? Message.newMethodReturn(message, 'v', [value])
        : Message.newError(message, 'org.freedesktop.DBus.Error.UnknownProperty', 'no such one'),
    );
    return true;
  });
  bus.on('message', ({ member, body }) => {
    if (member !== 'NameOwnerChanged') return;
    const [gone, , owner] = body as [string, string, string];
    if (owner !== '') return;
    for (const item of items.filter((one) => one.owner === gone)) {
      items = items.filter((one) => one !== item);
      signal('StatusNotifierItemUnregistered', item);
    }
  });
  const departures = `type='signal',sender='${daemon}',member='NameOwnerChanged'`;
  await call(bus, daemon, '/org/freedesktop/DBus', daemon, ['AddMatch', 's', [departures]]);
  await bus.requestName(name, 0);
  return { refusals: () => refusals, stop: () => bus.disconnect() };
}

const idOf = ({ owner, path: place }: Item) => `${owner}@${place}`;

function placeOf(sender: string, argument: unknown) {
  if (typeof argument !== 'string') return undefined;
  if (argument.startsWith('/')) return { name: sender, path: argument };
  const isName = /^(:[\w-]+(\.[\w-]+)+|[A-Za-z_-][\w-]*(\.[A-Za-z_-][\w-]*)+)$/.test(argument);
  return isName && argument.length <= 255
    ? { name: argument, path: '/StatusNotifierItem' }
    : undefined;
}

async function ownerOf(bus: MessageBus, wanted: string): Promise<string> {
  const question = ['GetNameOwner', 's', [wanted]] as const;
  const [owner] = await call(bus, daemon, '/org/freedesktop/DBus', daemon, question);
  return String(owner);
}

/** Names of all properties. */
async function propertiesOf(
  bus: MessageBus,
  { owner, path: place }: Item,
): Promise<readonly string[]> {
  const [all] = await call(bus, owner, place, `${daemon}.Properties`, ['GetAll', 's', [itemFace]]);
  return Object.keys(all as object);
}

async function call(
  bus: MessageBus,
  destination: string,
  at: string,
  face: string,
  [member, signature, body]: readonly [string, string, readonly unknown[]],
): Promise<unknown[]> {
  const reply = await bus.call(
    new Message({ destination, path: at, interface: face, member, signature, body: [...body] }),
  );
  return reply?.body ?? [];
}

function valueOf(items: readonly Item[], property: unknown): Variant | undefined {
  if (property === 'RegisteredStatusNotifierItems') return new Variant('as', items.map(idOf));
  if (property === 'IsStatusNotifierHostRegistered') return new Variant('b', true);
  return property === 'ProtocolVersion' ? new Variant('i', 0) : undefined;
}

async function connect(busAddress: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress });
  const failures: EventEmitter = bus;
  failures.on('error', () => undefined);
  await new Promise<void>((resolve) => bus.once('connect', resolve));
  return bus;
}
