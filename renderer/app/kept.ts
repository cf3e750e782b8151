/** State that outlives the window: main keeps it until the member comes back, and forgets it after half an hour. */
import { useEffect, useState } from 'react';
import { call } from './bridge.ts';

/** JSON by name, as main has it. */
const kept = new Map<string, string>();

/** Must have resolved before the first render. */
export async function loadKept(): Promise<void> {
  const before = await call('window.kept', undefined);
  kept.clear();
  for (const [name, json] of Object.entries(before)) kept.set(name, json);
}

/** Undefined if nothing was kept. What `useKeeping` has written under the same name, so it is not validated. */
export function keptValue(name: string): unknown {
  const json = kept.get(name);
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

function keep(name: string, value: unknown): void {
  const json: string | undefined = JSON.stringify(value);
  if (kept.get(name) === json) return;
  if (json === undefined) kept.delete(name);
  else kept.set(name, json);
  // Without it, the next window only opens where it would have opened anyway.
  void call('window.keep', { name, json }).catch(() => undefined);
}

/**
 * Keeps a value for as long as the component is shown, or the window gone: at once, so that not even what was typed a
 * moment before hiding is lost. `name` is unique within the window; a value of undefined is not kept.
 */
export function useKeeping(name: string, value: unknown): void {
  useEffect(() => keep(name, value), [name, value]);
  useEffect(() => () => keep(name, undefined), [name]);
}

/** As `useState`, for a value that JSON can hold; `initial` is not kept. */
export function useKept<T>(name: string, initial: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => (keptValue(name) as T | undefined) ?? initial);
  useKeeping(name, value === initial ? undefined : value);
  return [value, setValue];
}
