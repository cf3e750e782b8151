/** A stand-in for the service that lists tray items, behaving like real ones and like faulty ones. */
import type { EventEmitter } from 'node:events';
import type { MessageBus } from '@jellybrick/dbus-next';
import { Message, MessageType, Variant, sessionBus } from '@jellybrick/dbus-next';

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

export type WatcherAnswers = Readonly<{
  /** Its `IsStatusNotifierHostRegistered`; an error when undefined. */
  hosted?: boolean | string;
  /** Its list of items; an error when undefined. */
  items?: readonly string[] | 'nonsense';
}>;

export type StandInWatcher = Readonly<{
  answer: (answers: WatcherAnswers | 'silence') => void;
  /** Sends a signal of its own interface. */
  signal: (member: string) => void;
  /** Unique names that registered an item, one for each registration. */
  announced: () => readonly string[];
  stop: () => void;
}>;

/** Owns the name; has no object until its answers are set. */
export async function startWatcher(busAddress: string): Promise<StandInWatcher> {
  const bus = await connect(busAddress);
  let answers: WatcherAnswers | 'silence' = {};
  const announced: string[] = [];
  bus.addMethodHandler((message) => {
    if (message.type !== MessageType.METHOD_CALL || message.path !== path) return false;
    if (answers === 'silence') return true;
    if (message.member === 'RegisterStatusNotifierItem') {
      announced.push(message.sender);
      bus.send(Message.newMethodReturn(message));
      return true;
    }
    if (message.member !== 'Get') return false;
    const value = valueOf(answers, message.body[1]);
    bus.send(
      value
        ? Message.newMethodReturn(message, 'v', [value])
        : Message.newError(message, 'org.freedesktop.DBus.Error.UnknownProperty', 'no such one'),
    );
    return true;
  });
  await bus.requestName(name, 0);
  return {
    answer: (next) => (answers = next),
    signal: (member) => bus.send(Message.newSignal(path, name, member)),
    announced: () => announced,
    stop: () => bus.disconnect(),
  };
}

async function connect(busAddress: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress });
  const failures: EventEmitter = bus;
  failures.on('error', () => undefined);
  await new Promise<void>((resolve) => bus.once('connect', resolve));
  return bus;
}

function valueOf({ hosted, items }: WatcherAnswers, property: unknown): Variant | undefined {
  if (property === 'RegisteredStatusNotifierItems' && items !== undefined) {
    return items === 'nonsense' ? new Variant('i', 7) : new Variant('as', [...items]);
  }
  if (property !== 'IsStatusNotifierHostRegistered' || hosted === undefined) return undefined;
  return new Variant(typeof hosted === 'boolean' ? 'b' : 's', hosted);
}
