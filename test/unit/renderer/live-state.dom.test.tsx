/** A state that main tells of: asked for once, then heard, for as long as a component shows it. */
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { liveState } from '../../../renderer/app/live-state.ts';
import { showHook } from './dom.tsx';

/** A source that is asked and listened to by hand. */
function source() {
  const asked: Readonly<{ resolve: (value: string) => void; reject: () => void }>[] = [];
  const listeners = new Set<(next: string) => void>();
  const useState = liveState<string>(
    () =>
      new Promise((resolve, reject) => asked.push({ resolve, reject: () => reject(new Error()) })),
    (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  );
  return {
    useState,
    listeners,
    // Strict mode mounts twice: the last question is that of the component that stays.
    answer: (value: string) => act(async () => asked.at(-1)?.resolve(value)),
    fail: () => act(async () => asked.at(-1)?.reject()),
    tell: (next: string) => act(async () => listeners.forEach((hear) => hear(next))),
  };
}

test('is unknown until the answer, and then follows what is heard', async () => {
  const { useState, answer, tell } = source();
  const { result } = showHook(useState);
  expect(result.current).toBeUndefined();
  await answer('first');
  expect(result.current).toBe('first');
  await tell('second');
  expect(result.current).toBe('second');
});

test('an event that overtakes the answer stays', async () => {
  const { useState, answer, tell } = source();
  const { result } = showHook(useState);
  await tell('newer');
  await answer('older');
  expect(result.current).toBe('newer');
});

test('a call that fails is said, unless an event has come', async () => {
  const failing = source();
  const { result } = showHook(failing.useState);
  await failing.fail();
  expect(result.current).toBe('failed');
  await failing.tell('there again');
  expect(result.current).toBe('there again');

  const overtaken = source();
  const other = showHook(overtaken.useState);
  await overtaken.tell('there');
  await overtaken.fail();
  expect(other.result.current).toBe('there');
});

test('listens once, and no longer than the component is there', () => {
  const { useState, listeners } = source();
  const { unmount } = showHook(useState);
  expect(listeners.size).toBe(1);
  unmount();
  expect(listeners.size).toBe(0);
});
