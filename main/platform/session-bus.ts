/** The desktop's session bus (D-Bus), as plain questions with an answer in time, and signals. */
import type { EventEmitter } from 'node:events';
import { Message, MessageType, sessionBus } from '@jellybrick/dbus-next';
import type { SessionBus } from './bus.ts';
import { busDaemon } from './bus.ts';
import type { Clock } from './clock.ts';

export type SessionBusParts = Readonly<{
  clock: Clock;
  /** Where the bus listens. */
  address?: string | undefined;
  /** How long an answer may take, in ms. */
  answerMs?: number;
  /** What is passed on to `onSignal`, as match rules. */
  rules: readonly string[];
  onSignal: () => void;
  /** The connection is gone; nothing is heard of it any more. */
  onEnd: () => void;
}>;

/** Rejects where nobody listens. */
export async function connectSessionBus(parts: SessionBusParts): Promise<SessionBus> {
  const { clock, address = busAddress(), answerMs = 3000, rules, onSignal, onEnd } = parts;
  if (!address) throw new Error('no address of a session bus');
  const bus = sessionBus({ busAddress: address });
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    onEnd();
  };
  // Missing from the library's typings.
  const failures: EventEmitter = bus;
  failures.on('error', end);
  const inTime = <T>(answer: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(answerMs, () => reject(new Error('no answer in time')));
      answer.then(resolve, reject).finally(cancel);
    });
  const call: SessionBus['call'] = async (to, member, signature = '', body = []) => {
    const question = new Message({
      destination: to.name,
      path: to.path,
      interface: to.face,
      member,
      signature,
      body: [...body],
    });
    const reply = await inTime(bus.call(question));
    return reply?.body ?? [];
  };
  try {
    await inTime(
      new Promise<void>((resolve, reject) => {
        bus.once('connect', resolve);
        failures.once('error', reject);
      }),
    );
    for (const rule of rules) await call(busDaemon, 'AddMatch', 's', [rule]);
  } catch (error) {
    over = true;
    bus.disconnect();
    throw error;
  }
  bus.on('message', ({ type }) => {
    if (type === MessageType.SIGNAL) onSignal();
  });
  return { call, name: bus.name ?? '', close: () => bus.disconnect() };
}

/** As the specification has it: the environment's, or the bus of the user's session. */
function busAddress(): string | undefined {
  const { DBUS_SESSION_BUS_ADDRESS: given, XDG_RUNTIME_DIR: folder } = process.env;
  if (given) return given;
  return folder ? `unix:path=${folder}/bus` : undefined;
}
