/** Quick open in the window: by keyboard alone, and as a screen reader is told of it. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import { usualTextSize } from '../../../shared/keyboard/text-size.ts';
import type { RoomView } from '../../../shared/coop/room-view.ts';
import type { Pick } from '../../../shared/links/picks.ts';
import type { LinksState } from '../../../shared/links/state.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const linksOf = (picks: readonly Pick[] = []): LinksState => ({
  sources: [{ id: 'go', name: 'Short links', readAtUtcMs: now, faults: [], left: 0 }],
  links: [
    { keyword: 'template', shown: 'pads.example/t' },
    { keyword: 'wg-template', shown: 'pads.example/wg' },
    { keyword: 'issue', shown: 'forge.example/%s', takesArgument: true },
    { keyword: 'élection', shown: 'vote.example' },
  ],
  isReading: false,
  picks: [...picks],
});

const rooms: RoomView[] = [
  { id: 'hall', name: 'Town hall', kind: 'jitsi', host: 'meet.example' },
  { id: 'bridge', name: 'Phone line', kind: 'other', phone: { number: '+1 555 0100' } },
];

let bridge: FakeBridge;
let revision = 5000;
beforeEach(async () => {
  bridge = fakeBridge({
    'snapshot.get': () => {
      revision += 1;
      return snapshotOf({
        revision,
        coop: coopView({ name: 'Maple', sections: ['links', 'rooms'], rooms }),
        services: [serviceView('pads', { name: 'Pads' }), serviceView('chat', { name: 'Chat' })],
      });
    },
    'window.textSize': () => usualTextSize,
    'window.keep': () => undefined,
    'status.checkNow': () => undefined,
    'links.get': () => linksOf(),
    'links.open': () => undefined,
    'link.open': () => undefined,
    'links.picked': () => undefined,
  });
  await loadSnapshot();
  await act(async () => show(<App />));
});
afterEach(() => vi.useRealTimers());

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const isOpen = () => screen.queryByRole('combobox') !== null;
const press = (key: string, more: object = {}) =>
  act(
    async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }),
  );
const open = async () => {
  await press('k', { ctrlKey: true });
  await screen.findByRole('combobox');
};
const type = (value: string) =>
  act(async () => void fireEvent.change(field(), { target: { value } }));
const options = () => screen.queryAllByRole('option');
const names = () => options().map((one) => one.children[1]?.textContent);
/** What a screen reader says while the focus stays in the field. */
const active = () => {
  const id = field().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.children[1]?.textContent;
};

test('Ctrl+K opens it, with the focus in its field, and pages first', async () => {
  await open();
  expect(document.activeElement).toBe(field());
  expect(names().slice(0, 2)).toEqual(['Today', 'Status']);
  expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(options().length);
  expect(active()).toBe('Today');
});

test('typing finds links, services and pages, and forgives', async () => {
  await open();
  await type('election');
  expect(names()).toEqual(['élection']);
  await type('tempalte');
  expect(names()).toEqual(['template', 'wg-template']);
  await type('pads');
  // Where they lead comes last.
  expect(names()).toEqual(['Pads', 'template', 'wg-template']);
  await type('zzz');
  expect(names()).toEqual([]);
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(screen.getByText('Nothing matches “zzz”.')).toBeDefined();
});

test('arrows choose and go round, Enter opens, and what was typed for it is kept', async () => {
  await open();
  await type('temp');
  expect(active()).toBe('template');
  await press('ArrowDown');
  expect(active()).toBe('wg-template');
  expect(options().map((one) => one.getAttribute('aria-selected'))).toEqual(['false', 'true']);
  await press('ArrowDown');
  expect(active()).toBe('template');
  await press('ArrowUp');
  await press('Enter');
  expect(bridge.calls('links.open')).toEqual([{ keyword: 'wg-template' }]);
  expect(bridge.calls('links.picked')).toEqual([{ id: 'link:wg-template', typed: 'temp' }]);
  expect(isOpen()).toBe(false);
});

test('an argument is opened with, but not kept', async () => {
  await open();
  await type('issue 282');
  expect(names()).toEqual(['issue with “282”']);
  await press('Enter');
  expect(bridge.calls('links.open')).toEqual([{ keyword: 'issue', argument: '282' }]);
  expect(bridge.calls('links.picked')).toEqual([{ id: 'link:issue', typed: 'issue' }]);
});

test('what was picked for these letters before comes first', async () => {
  const before = { text: 'temp', atUtcMs: now - 1000 };
  const picks = [{ id: 'link:wg-template', usesUtcMs: [now - 1000], typed: [before] }];
  bridge.answer({ 'links.get': () => linksOf(picks) });
  await open();
  await type('te');
  expect(names()).toEqual(['wg-template', 'template']);
});

test('a service and a page are gone to', async () => {
  await open();
  await type('chat');
  await press('Enter');
  expect(
    (await screen.findByRole('heading', { level: 1, name: /Chat/ })).textContent,
  ).toBeDefined();
  await open();
  await type('settings');
  await press('Enter');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});

test('a room is joined, and one that can only be called is shown', async () => {
  await open();
  await type('hall');
  expect(options()[0]?.textContent).toContain('Town hallmeet.exampleRoom');
  await press('Enter');
  expect(bridge.calls('link.open')).toEqual([{ roomId: 'hall', which: 'page' }]);
  expect(bridge.calls('links.picked')).toEqual([{ id: 'room:hall', typed: 'hall' }]);
  await open();
  await type('phone');
  await press('Enter');
  expect(bridge.calls('link.open')).toHaveLength(1);
  expect(await screen.findByRole('heading', { level: 3, name: 'Phone line' })).toBeDefined();
});

test('a click opens too', async () => {
  await open();
  await type('wg');
  const [first] = options();
  await act(async () => void (first && fireEvent.click(first)));
  expect(bridge.calls('links.open')).toEqual([{ keyword: 'wg-template' }]);
});

test('keys that compose a character are not its keys', async () => {
  // https://github.com/fuma-nama/fumadocs/pull/2100
  await open();
  await type('temp');
  await press('ArrowDown', { isComposing: true });
  await press('Enter', { isComposing: true });
  expect([isOpen(), active()]).toEqual([true, 'template']);
  expect(bridge.calls('links.open')).toEqual([]);
});

test('Escape clears what was typed', async () => {
  await open();
  await type('temp');
  await press('Escape');
  expect([isOpen(), field().value]).toEqual([true, '']);
});

test('the number of results is said once typing pauses', async () => {
  await open();
  vi.useFakeTimers();
  await type('te');
  await act(async () => vi.advanceTimersByTime(400));
  await type('temp');
  await act(async () => vi.advanceTimersByTime(400));
  expect(screen.queryByText('2 results')).toBeNull();
  await act(async () => vi.advanceTimersByTime(100));
  expect(screen.getByText('2 results').getAttribute('aria-live')).toBe('polite');
});

test('the tray’s item opens it', async () => {
  await bridge.send('show', { page: 'links', find: true });
  await screen.findByRole('combobox');
});

test('without links that can be loaded, the rest is found', async () => {
  bridge.answer({ 'links.get': () => Promise.reject(new Error('main')) });
  await open();
  await type('pads');
  expect(names()).toEqual(['Pads']);
});

test('choices are deleted in the settings', async () => {
  bridge.answer({ 'links.forget': () => undefined });
  await bridge.send('show', { page: 'settings' });
  const button = screen.getByRole('button', { name: 'Delete these choices' });
  await act(async () => void fireEvent.click(button));
  expect(bridge.calls('links.forget')).toHaveLength(1);
  expect(screen.getByText('Deleted.')).toBeDefined();
});
