/** A client of the desktop's D-Bus session bus: method calls with a time limit, and signals. */
import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DBusError, Message, MessageType, Variant, sessionBus } from '@jellybrick/dbus-next';
import type { BusListener, SessionBus } from './bus.ts';
import { busDaemon } from './bus.ts';
import type { Clock } from './clock.ts';
import { orTooLate } from './time-limit.ts';

export type SessionBusDeps = BusListener &
  Readonly<{
    clock: Clock;
    /** Address of the bus. */
    address?: string | undefined;
    /** Time limit of `call`, in ms. */
    answerMs?: number;
  }>;

/** Rejects if the bus cannot be reached. */
export async function connectSessionBus(deps: SessionBusDeps): Promise<SessionBus> {
  const { clock, address = busAddress(), answerMs = 3000, rules, onSignal, onEnd } = deps;
  if (!address) throw new Error('no address of a session bus');
  const bus = sessionBus({ busAddress: address });
  let isOpen = false;
  let endWaiting: (why: Error) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => (endWaiting = reject));
  ended.catch(() => undefined);
  const end = () => {
    endWaiting(new Error('the connection has ended'));
    if (!isOpen) return;
    isOpen = false;
    onEnd();
  };
  // The typings lack the `error` event.
  const failures: EventEmitter = bus;
  failures.on('error', end);
  // The library emits nothing when the bus closes the connection cleanly, so watch its socket.
  const socket: unknown = Reflect.get(bus, '_connection');
  if (socket instanceof EventEmitter) socket.once('end', end);

  const inTime = <T>(answer: Promise<T>) => orTooLate(clock, answerMs, answer);
  /**
   * The library reads all that has come in one go. But it is acted on in the order in which it came, and what one message
   * sets off at once is done before the next.
   */
  const turns = new WeakMap<Message, Promise<void>>();
  const turnOf = (reply: unknown) => (reply instanceof Message ? turns.get(reply) : undefined);
  const send: SessionBus['call'] = async (to, member, signature = '', body = []) => {
    const message = new Message({
      destination: to.name,
      path: to.path,
      interface: to.iface,
      member,
      signature,
      body: [...body],
    });
    try {
      const reply = await bus.call(message);
      await turnOf(reply);
      return reply?.body ?? [];
    } catch (error) {
      if (error instanceof DBusError) await turnOf(error.reply);
      throw error;
    }
  };
  const call: SessionBus['call'] = (...args) => inTime(send(...args));
  try {
    await inTime(
      new Promise<void>((resolve, reject) => {
        bus.once('connect', resolve);
        failures.once('error', reject);
      }),
    );
    for (const rule of rules) await call(busDaemon, 'AddMatch', 's', [rule]);
  } catch (error) {
    bus.disconnect();
    throw error;
  }
  isOpen = true;
  bus.on('message', (message) => {
    const turn = nextTurn();
    turns.set(message, turn);
    const { type, interface: iface, member, body } = message;
    if (type !== MessageType.SIGNAL) return;
    void turn.then(() => {
      if (isOpen) onSignal({ iface, member, body });
    });
  });
  return {
    call,
    callWithoutTimeout: (...args) => Promise.race([send(...args), ended]),
    variant: (signature, value) => new Variant(signature, value),
    name: bus.name ?? '',
    close: () => {
      isOpen = false;
      bus.disconnect();
    },
  };
}

/** As the D-Bus specification says: from the environment, or the user's session bus. */
function busAddress(): string | undefined {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = process.env;
  if (address) return address;
  return folder ? `unix:path=${folder}/bus` : undefined;
}
