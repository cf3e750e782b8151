/** The window's end of the bridge: the result of a call, and which snapshot counts. */
import { act } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type * as BridgeModule from '../../../renderer/app/bridge.ts';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { serviceView, snapshotOf } from '../../fixtures/views.ts';
import { showHook } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

let bridge: FakeBridge;
let window: typeof BridgeModule;

/** A new window for each test: the module keeps the snapshot as long as the page lives. */
beforeEach(async () => {
  bridge = fakeBridge();
  vi.resetModules();
  window = await import('../../../renderer/app/bridge.ts');
});

const services = [serviceView('pads'), serviceView('chat')];
/** A window that has loaded this snapshot, as a component sees it. */
async function loaded(first: Snapshot) {
  bridge.answer({ 'snapshot.get': () => first });
  await window.loadSnapshot();
  return showHook(window.useSnapshot).result;
}

test('a call resolves with what main answers', async () => {
  bridge.answer({ 'announcements.join': ({ room }) => (room === '#news:a' ? 'joined' : 'failed') });
  await expect(window.call('announcements.join', { room: '#news:a' })).resolves.toBe('joined');
});

test('a call that main refuses or fails throws, with the code alone', async () => {
  bridge.answer({
    'announcements.markRead': () => {
      throw new Error('/home/ana/secret');
    },
  });
  const failed = await window
    .call('announcements.markRead', undefined)
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(window.CallFailed);
  expect(failed).toMatchObject({ message: 'internal' });
});

test('a listener hears its own event, until it ends the subscription', async () => {
  const heard: Route[] = [];
  const end = window.on('show', (route) => heard.push(route));
  await bridge.send('show', { page: 'backups' });
  await bridge.send('snapshot', snapshotOf());
  end();
  await bridge.send('show', { page: 'emergency' });
  expect(heard).toEqual([{ page: 'backups' }]);
});

test('nothing can be drawn before the first snapshot', () => {
  expect(() => showHook(window.useSnapshot)).toThrow('before its first snapshot');
});

test('a snapshot that comes as an event is drawn; of services only those that changed are new', async () => {
  const page = await loaded(snapshotOf({ services }));
  const before = page.current;
  const next = [serviceView('pads'), serviceView('chat', { verdict: 'down' })];
  await bridge.send('snapshot', snapshotOf({ revision: 2, services: next }));
  expect(page.current).toEqual(snapshotOf({ revision: 2, services: next }));
  expect(page.current.services[0]).toBe(before.services[0]);
  expect(page.current.services[1]).not.toBe(before.services[1]);
});

test('an event that overtakes the first answer stays, and so does the newest of two', async () => {
  let answer = (_first: Snapshot) => undefined as void;
  bridge.answer({ 'snapshot.get': () => new Promise((resolve) => (answer = resolve)) });
  const loading = window.loadSnapshot();
  await bridge.send('snapshot', snapshotOf({ revision: 8 }));
  await act(async () => answer(snapshotOf({ revision: 7 })));
  await loading;
  const page = showHook(window.useSnapshot).result;
  expect(page.current.revision).toBe(8);
  await bridge.send('snapshot', snapshotOf({ revision: 6 }));
  expect(page.current.revision).toBe(8);
});
