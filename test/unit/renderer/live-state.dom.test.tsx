/** A state from main: fetched once, then updated by events, as long as a component shows it. */
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { liveState } from '../../../renderer/app/live-state.ts';
import { showHook } from './dom.tsx';

type State = Readonly<{ value: string }>;

/** A source whose answers and events the test controls. */
function source() {
  const asked: Readonly<{ resolve: (state: State) => void; reject: () => void }>[] = [];
  const listeners = new Set<(next: State) => void>();
  const useState = liveState<State>({
    load: () =>
      new Promise((resolve, reject) => asked.push({ resolve, reject: () => reject(new Error()) })),
    listen: (set) => {
      listeners.add(set);
      return [() => void listeners.delete(set)];
    },
  });
  return {
    useState,
    listeners,
    // Strict mode mounts twice: the last request belongs to the component that stays.
    answer: (value: string) => act(async () => asked.at(-1)?.resolve({ value })),
    fail: () => act(async () => asked.at(-1)?.reject()),
    tell: (value: string) => act(async () => listeners.forEach((set) => set({ value }))),
  };
}

test('is unknown until the answer, and then follows what is heard', async () => {
  const { useState, answer, tell } = source();
  const { result } = showHook(useState);
  expect(result.current).toBeUndefined();
  await answer('first');
  expect(result.current).toEqual({ value: 'first' });
  await tell('second');
  expect(result.current).toEqual({ value: 'second' });
});

test('an event that overtakes the answer stays', async () => {
  const { useState, answer, tell } = source();
  const { result } = showHook(useState);
  await tell('newer');
  await answer('older');
  expect(result.current).toEqual({ value: 'newer' });
});

test('a call that fails is said, unless an event has come', async () => {
  const failing = source();
  const { result } = showHook(failing.useState);
  await failing.fail();
  expect(result.current).toBe('failed');
  await failing.tell('there again');
  expect(result.current).toEqual({ value: 'there again' });

  const overtaken = source();
  const other = showHook(overtaken.useState);
  await overtaken.tell('there');
  await overtaken.fail();
  expect(other.result.current).toEqual({ value: 'there' });
});

test('listens once, and no longer than the component is there', () => {
  const { useState, listeners } = source();
  const { unmount } = showHook(useState);
  expect(listeners.size).toBe(1);
  unmount();
  expect(listeners.size).toBe(0);
});
