/** The window's end of the bridge: typed calls, and the snapshot as a store that React reads. */
import { useSyncExternalStore } from 'react';
import type { CallName, EventName, EventPayload, Payload, Result } from '../../shared/ipc.ts';
import type { Bridge, Reply } from '../../shared/bridge.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { sharing } from './reuse-unchanged.ts';

declare global {
  interface Window {
    readonly coopTray: Bridge;
  }
}

/** A call that main refused or failed; the code is one of `callErrorCodes`. */
export class CallFailed extends Error {}

/** Throws CallFailed. */
export async function call<N extends CallName>(name: N, payload: Payload<N>): Promise<Result<N>> {
  const reply = (await window.coopTray.call(name, payload)) as Reply<Result<N>>;
  if (!reply.ok) throw new CallFailed(reply.code);
  return reply.value;
}

/** Returns the function that ends the subscription. */
export function on<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.coopTray.on((heard, json) => {
    if (heard === name) listener(JSON.parse(json) as EventPayload<N>);
  });
}

let current: Snapshot | undefined;
const listeners = new Set<() => void>();

function take(next: Snapshot): void {
  // An event may overtake the answer to the first call.
  if (current && next.revision < current.revision) return;
  current = current ? sharing(current, next) : next;
  for (const listener of listeners) listener();
}

/** Must be done before the first render. */
export async function loadSnapshot(): Promise<void> {
  on('snapshot', take);
  take(await call('snapshot.get', undefined));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Snapshot {
  if (!current) throw new Error('The page was rendered before its first snapshot.');
  return current;
}

export function useSnapshot(): Snapshot {
  return useSyncExternalStore(subscribe, read);
}
