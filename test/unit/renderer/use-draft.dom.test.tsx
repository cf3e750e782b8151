/** Saving a draft: a moment after each change, immediately where it matters, and never lost. */
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDraft } from '../../../renderer/pages/feedback/use-draft.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import { showHook } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const empty: Draft = { kind: 'broken', text: '', withDiagnostics: false };
const id = 'draft-1';
const missing = { missing: 'text' } as const;

let bridge: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bridge = fakeBridge({
    'feedback.saveDraft': () => 'taken',
    'feedback.discard': () => undefined,
    'feedback.preview': () => missing,
  });
});
afterEach(() => vi.useRealTimers());

const open = (first = empty, isKept = false) => showHook(() => useDraft(id, first, isKept));
const saved = () => bridge.calls('feedback.saveDraft').map(({ draft }) => draft.text);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('it is kept a moment after the last key, and not with each', async () => {
  const { result } = open();
  act(() => result.current.change({ text: 'T' }));
  await pass(200);
  act(() => result.current.change({ text: 'The' }));
  await pass(200);
  expect(saved()).toEqual([]);
  await pass(100);
  expect(saved()).toEqual(['The']);
  expect([result.current.look, result.current.isLookedAt()]).toEqual([missing, true]);
});

test('what has changed since is not what was looked at', async () => {
  const { result } = open();
  await pass(300);
  expect(result.current.isLookedAt()).toBe(true);
  act(() => result.current.change({ text: 'More' }));
  expect(result.current.isLookedAt()).toBe(false);
});

test('an answer that comes after another change does not count as its look', async () => {
  let answer = () => undefined as void;
  bridge.answer({
    'feedback.preview': () =>
      new Promise((resolve) => {
        answer = () => resolve(missing);
      }),
  });
  const { result } = open();
  act(() => result.current.change({ text: 'One' }));
  await pass(300);
  act(() => result.current.change({ text: 'Two' }));
  await act(async () => answer());
  expect([result.current.look, result.current.isLookedAt()]).toEqual([undefined, false]);
});

test('an empty one takes no place on the disk, and one that was emptied gives it back', async () => {
  const { result } = open();
  await pass(300);
  expect([saved(), bridge.calls('feedback.discard')]).toEqual([[], []]);
  act(() => result.current.change({ text: 'x' }));
  await pass(300);
  act(() => result.current.change({ text: ' ' }));
  await pass(300);
  expect([saved(), bridge.calls('feedback.discard')]).toEqual([['x'], [{ id }]]);
});

test('one that was kept before is not written again', async () => {
  open({ ...empty, text: 'From before' }, true);
  await pass(300);
  expect(saved()).toEqual([]);
});

test('leaving the page within the moment loses nothing', async () => {
  const { result, unmount } = open();
  act(() => result.current.change({ text: 'Half a sen' }));
  await act(async () => unmount());
  expect(saved()).toEqual(['Half a sen']);
});

test('what was sent is not kept once more when the page is left', async () => {
  const { result, unmount } = open();
  act(() => result.current.change({ text: 'Sent' }));
  await pass(300);
  act(() => result.current.change({ text: 'Sent already' }));
  act(() => result.current.letGo());
  await act(async () => unmount());
  expect(saved()).toEqual(['Sent']);
});

test('keeping does not wait for the moment', async () => {
  const { result } = open();
  await act(async () => void (await result.current.keep({ ...empty, text: 'Now' })));
  expect(saved()).toEqual(['Now']);
  expect(result.current.draft.text).toBe('Now');
});

test.each([
  ['full', () => 'full' as const, 'full'],
  ['not writable', () => 'unwritable' as const, 'unwritable'],
  ['out of order', () => Promise.reject(new Error('main')), 'failed'],
])('an outbox that is %s is told, and what was typed stays', async (_what, answer, trouble) => {
  bridge.answer({ 'feedback.saveDraft': answer });
  const { result } = open();
  act(() => result.current.change({ text: 'Kept here' }));
  await pass(300);
  expect([result.current.trouble, result.current.draft.text]).toEqual([trouble, 'Kept here']);
});

test('the trouble is over with the first change that is kept', async () => {
  bridge.answer({ 'feedback.saveDraft': () => 'full' });
  const { result } = open();
  act(() => result.current.change({ text: 'a' }));
  await pass(300);
  bridge.answer({ 'feedback.saveDraft': () => 'taken' });
  act(() => result.current.change({ text: 'ab' }));
  await pass(300);
  expect(result.current.trouble).toBeUndefined();
});
