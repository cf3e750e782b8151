/** A link to another co-op: asked with both addresses, and nothing happens until the member says so. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
// Loaded by the settings later, otherwise: in the middle of another test.
import '../../../renderer/components/accounts/AccountsSection.tsx';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

let bridge: FakeBridge;
let revision = 0;
beforeEach(() => {
  bridge = fakeBridge();
});

async function open(more: Partial<Snapshot> = {}): Promise<void> {
  revision += 1;
  const coop = coopView({ name: 'Pine Lane', source: 'pine-lane.example' });
  bridge.answer({ 'snapshot.get': () => snapshotOf({ revision, coop, ...more }) });
  await loadSnapshot();
  await act(async () => show(<App />));
}
const follow = (route: Route) => bridge.send('show', route);
const link = (join: string): Route => ({ page: 'settings', join });
const question = () => screen.queryByRole('dialog');
const title = () => question()?.querySelector('h2')?.textContent;
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('names both, starts on Cancel, and joins at the member’s word alone', async () => {
  bridge.answer({ 'coop.join': () => ({ joined: true }) });
  await open();
  await follow(link('maple.example'));
  expect(title()).toBe('Leave pine-lane.example and join maple.example?');
  expect(question()?.querySelector('button')?.textContent).toBe('Cancel');
  expect(bridge.calls('coop.join')).toEqual([]);
  await press('Leave and join');
  expect(bridge.calls('coop.join')).toEqual([{ source: 'maple.example' }]);
  expect(question()).toBeNull();
});

test('is over with Cancel, and asked again by the next link', async () => {
  await open();
  await follow(link('maple.example'));
  await press('Cancel');
  expect(question()).toBeNull();
  await follow(link('maple.example'));
  expect(title()).toContain('maple.example');
  expect(bridge.calls('coop.join')).toEqual([]);
});

test('a later link does not change a question that is being read', async () => {
  bridge.answer({ 'coop.join': () => ({ joined: true }) });
  await open();
  await follow(link('maple.example'));
  await follow(link('evil.example'));
  expect(title()).toBe('Leave pine-lane.example and join maple.example?');
  await press('Leave and join');
  expect(bridge.calls('coop.join')).toEqual([{ source: 'maple.example' }]);
});

test('says what is wrong, and keeps the co-op', async () => {
  bridge.answer({ 'coop.join': () => ({ joined: false, error: { code: 'unreachable' } }) });
  await open();
  await follow(link('maple.example'));
  await press('Leave and join');
  expect(question()?.querySelector('[role="alert"]')?.textContent).toBe(
    'No answer from maple.example. Check your connection.',
  );
  await press('Cancel');
  expect(question()).toBeNull();
});

test('is sent once, however often it is pressed', async () => {
  await open();
  await follow(link('maple.example'));
  await press('Leave and join');
  await press('Connecting…');
  expect(bridge.calls('coop.join')).toHaveLength(1);
});

test('in the demo, leaves it for the co-op, whose address is then filled in', async () => {
  bridge.answer({ 'demo.leave': () => undefined });
  await open({ demo: true });
  await follow(link('maple.example'));
  expect(title()).toBe('Leave the demo and join maple.example?');
  const [leave] = screen.getAllByRole('button', { name: 'Leave the demo' }).toReversed();
  await act(async () => leave?.click());
  expect(bridge.calls('demo.leave')).toEqual([{ coop: 'maple.example' }]);
  expect(bridge.calls('coop.join')).toEqual([]);
});

test('settings without a link ask nothing', async () => {
  await open();
  await follow({ page: 'settings' });
  expect(question()).toBeNull();
});

describe('without a co-op', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Web address of your co-op');
  beforeEach(async () => {
    revision += 1;
    bridge.answer({ 'snapshot.get': () => snapshotOf({ revision }) });
    await loadSnapshot();
    await act(async () => show(<App />));
  });

  test('the address is filled in with a word of caution, where no key joins it', async () => {
    expect(screen.queryByRole('note')).toBeNull();
    expect(document.activeElement).toBe(field());
    await follow({ page: 'join', source: 'maple.example' });
    expect(field().value).toBe('maple.example');
    expect(screen.getByRole('note').textContent).toMatch(/^A link or another app filled in/);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(bridge.calls('coop.join')).toEqual([]);
  });

  test('a later link changes neither the address, nor what is typed, nor the focus', async () => {
    await follow({ page: 'join', source: 'maple.example' });
    await follow({ page: 'join', source: 'evil.example' });
    expect(field().value).toBe('maple.example');
    field().focus();
    fireEvent.change(field(), { target: { value: 'pine-lane.example' } });
    await follow({ page: 'join', source: 'evil.example' });
    expect(field().value).toBe('pine-lane.example');
    expect(document.activeElement).toBe(field());
  });
});
