/** The window's end of the bridge: typed calls and events, and the snapshot as a store for React. */
import { useSyncExternalStore } from 'react';
import type { CallName, EventName, EventPayload, Payload, Result } from '../../shared/ipc.ts';
import type { Bridge, Reply } from '../../shared/bridge.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { reusing } from './reuse-unchanged.ts';

declare global {
  interface Window {
    readonly coopTray: Bridge;
  }
}

/** Main refused a call, or failed. The message is one of `callErrorCodes`. */
export class CallFailed extends Error {}

/** Throws CallFailed. */
export async function call<N extends CallName>(name: N, payload: Payload<N>): Promise<Result<N>> {
  const reply = (await window.coopTray.call(name, payload)) as Reply<Result<N>>;
  if (!reply.ok) throw new CallFailed(reply.code);
  return reply.value;
}

type Listener = (payload: never) => void;
const listenersOf = new Map<string, Set<Listener>>();
let endSubscription: (() => void) | undefined;

/** Each event crosses the bridge once and is parsed once, for all listeners. */
function dispatch(name: string, json: string): void {
  const listeners = listenersOf.get(name);
  if (!listeners) return;
  // Not validated: main is trusted and built from the same schema.
  const payload = JSON.parse(json) as never;
  for (const listener of listeners) listener(payload);
}

/** Returns the function that ends the subscription. */
export function on<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  endSubscription ??= window.coopTray.on(dispatch);
  const listeners = listenersOf.get(name) ?? new Set();
  listenersOf.set(name, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) listenersOf.delete(name);
    if (listenersOf.size > 0) return;
    endSubscription?.();
    endSubscription = undefined;
  };
}

let current: Snapshot | undefined;
const snapshotListeners = new Set<() => void>();

function accept(next: Snapshot): void {
  // An event may arrive before the result of the first call.
  if (current && next.revision < current.revision) return;
  current = reusing(current, next);
  for (const listener of snapshotListeners) listener();
}

/** Must have resolved before the first render. */
export async function loadSnapshot(): Promise<void> {
  on('snapshot', accept);
  accept(await call('snapshot.get', undefined));
}

function subscribe(listener: () => void): () => void {
  snapshotListeners.add(listener);
  return () => snapshotListeners.delete(listener);
}

function read(): Snapshot {
  if (!current) throw new Error('The page was rendered before its first snapshot.');
  return current;
}

export function useSnapshot(): Snapshot {
  return useSyncExternalStore(subscribe, read);
}
