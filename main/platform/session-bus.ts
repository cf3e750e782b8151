/** The desktop's session bus (D-Bus), as plain questions with an answer in time, and signals. */
import { EventEmitter } from 'node:events';
import { Message, MessageType, Variant, sessionBus } from '@jellybrick/dbus-next';
import type { BusListener, SessionBus } from './bus.ts';
import { busDaemon } from './bus.ts';
import type { Clock } from './clock.ts';

export type SessionBusDeps = BusListener &
  Readonly<{
    clock: Clock;
    /** Where the bus listens. */
    address?: string | undefined;
    /** How long an answer may take, in ms. */
    answerMs?: number;
  }>;

/** Rejects where nobody listens. */
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
  // Missing from the library's typings.
  const failures: EventEmitter = bus;
  failures.on('error', end);
  // A bus that ends in peace is no error, and the library tells nobody of it.
  const line: unknown = Reflect.get(bus, '_connection');
  if (line instanceof EventEmitter) line.once('end', end);

  const inTime = <T>(answer: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(answerMs, () => reject(new Error('no answer in time')));
      answer.then(resolve, reject).finally(cancel);
    });
  const ask: SessionBus['call'] = async (to, member, signature = '', body = []) => {
    const question = new Message({
      destination: to.name,
      path: to.path,
      interface: to.face,
      member,
      signature,
      body: [...body],
    });
    return (await bus.call(question))?.body ?? [];
  };
  const call: SessionBus['call'] = (...question) => inTime(ask(...question));
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
  bus.on('message', ({ type, interface: face, member, body }) => {
    if (type === MessageType.SIGNAL) onSignal({ face, member, body });
  });
  return {
    call,
    callPatiently: (...question) => Promise.race([ask(...question), ended]),
    variant: (signature, value) => new Variant(signature, value),
    name: bus.name ?? '',
    close: () => {
      isOpen = false;
      bus.disconnect();
    },
  };
}

/** As the specification has it: the environment's, or the bus of the user's session. */
function busAddress(): string | undefined {
  const { DBUS_SESSION_BUS_ADDRESS: given, XDG_RUNTIME_DIR: folder } = process.env;
  if (given) return given;
  return folder ? `unix:path=${folder}/bus` : undefined;
}
