/** A connection to the desktop's session bus. */
import type { EventEmitter } from 'node:events';
import * as dbus from '@jellybrick/dbus-next';

export type Bus = Readonly<{
  /** Calls a method; `signature` describes the arguments. Throws the error that the other side replies with. */
  call: (
    to: Target,
    member: string,
    signature?: string,
    body?: readonly unknown[],
  ) => Promise<unknown[]>;
  /** Receives every message that matches `rule`; returns a function that unsubscribes. */
  listen: (rule: string, onMessage: (message: dbus.Message) => void) => Promise<() => void>;
  hasName: (name: string) => Promise<boolean>;
  /** Makes this connection a monitor of all traffic; it can send nothing afterwards. */
  monitor: (rules: readonly string[], onMessage: (message: dbus.Message) => void) => Promise<void>;
  close: () => void;
}>;

export type Target = Readonly<{ name: string; path: string; face: string }>;

const daemon: Target = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  face: 'org.freedesktop.DBus',
};

/** Rejects when nothing listens at the address. */
export async function connectBus(address: string): Promise<Bus> {
  const bus = dbus.sessionBus({ busAddress: address });
  // Missing from the library's typings.
  const failures: EventEmitter = bus;
  failures.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', () => resolve());
    failures.once('error', reject);
  });
  const listeners = new Set<(message: dbus.Message) => void>();
  bus.on('message', (message) => {
    for (const onMessage of listeners) onMessage(message);
  });

  const call: Bus['call'] = async (to, member, signature = '', body = []) => {
    const reply = await bus.call(
      new dbus.Message({
        destination: to.name,
        path: to.path,
        interface: to.face,
        member,
        signature,
        body: [...body],
      }),
    );
    return reply?.body ?? [];
  };

  return {
    call,
    hasName: async (name) => (await call(daemon, 'NameHasOwner', 's', [name]))[0] === true,
    listen: async (rule, onMessage) => {
      listeners.add(onMessage);
      await call(daemon, 'AddMatch', 's', [rule]);
      return () => listeners.delete(onMessage);
    },
    monitor: async (rules, onMessage) => {
      listeners.add(onMessage);
      // The library would reply with an error to calls meant for others, and the bus disconnects a monitor that sends.
      bus.addMethodHandler(() => true);
      await call({ ...daemon, face: 'org.freedesktop.DBus.Monitoring' }, 'BecomeMonitor', 'asu', [
        [...rules],
        0,
      ]);
    },
    close: () => bus.disconnect(),
  };
}

/** Unwraps D-Bus variants recursively. */
export function plain(value: unknown): unknown {
  if (value instanceof dbus.Variant) return plain(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  }
  return value;
}

/** Makes a D-Bus variant. */
export function variant(value: string | boolean): unknown {
  return new dbus.Variant(typeof value === 'string' ? 's' : 'b', value);
}
