/** The page of links in a DOM: what it says of lists that cannot be read, the filter, opening and copying. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { LinksPage } from '../../../renderer/pages/links/LinksPage.tsx';
import type { LinksState } from '../../../shared/links/state.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const source = { id: 'go', name: 'Short links', readAtUtcMs: now, faults: [], left: 0 };
const keywords = ['calls', 'pads', 'wg-infra', 'wg-finance', 'œuvres', 'forge', 'gh', 'issue'];
const full: LinksState = {
  sources: [source],
  links: keywords.map((keyword) => ({ keyword, shown: `${keyword}.example`, hasShort: true })),
  isReading: false,
  picks: [],
};

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'links.copy': () => undefined,
    'links.open': () => undefined,
    'links.readNow': () => undefined,
    'window.keep': () => undefined,
  });
});

async function open(state: LinksState, offline = false): Promise<void> {
  bridge.answer({ 'links.get': () => state });
  const connectivity = { state: offline ? 'offline' : 'online', sinceUtcMs: 0 } as const;
  const props = { route: { page: 'links' }, go: () => undefined, coop: coopView() } as const;
  const snapshot = snapshotOf({ connectivity });
  await act(async () =>
    show(<LinksPage {...props} snapshot={snapshot} lastServiceId={undefined} />),
  );
}
const shown = () =>
  screen.queryAllByRole('button', { name: /^Open / }).map((one) => one.textContent);
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (value: string) =>
  act(async () => void fireEvent.change(screen.getByRole('searchbox'), { target: { value } }));

test('links stand in groups by what they begin with', async () => {
  await open(full);
  expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual([
    'Links',
    'wg',
    'Other links',
  ]);
  expect(shown().slice(0, 3)).toEqual(['wg-finance', 'wg-infra', 'calls']);
});

test('the filter forgives accents and slips, and says when nothing matches', async () => {
  await open(full);
  await type('oeuv');
  expect(shown()).toEqual(['œuvres']);
  await type('clals');
  expect(shown()).toEqual(['calls']);
  await type('zzz');
  expect(shown()).toEqual([]);
  expect(screen.getByText('No link matches “zzz”.')).toBeDefined();
});

test('a link is opened and copied by its keyword', async () => {
  await open(full);
  await press('Open pads');
  await press('Copy short link: pads');
  expect(screen.getByText('Copied')).toBeDefined();
  await press('Copy full address: calls');
  expect(bridge.calls('links.open')).toEqual([{ keyword: 'pads' }]);
  expect(bridge.calls('links.copy')).toEqual([
    { keyword: 'pads', which: 'short' },
    { keyword: 'calls', which: 'long' },
  ]);
});

test('a list that cannot be read says why and since when, and its links stay', async () => {
  const problem = { code: 'http-status', status: 502, sinceUtcMs: now } as const;
  await open({ ...full, sources: [{ ...source, problem }] });
  expect(screen.getByRole('note').textContent).toMatch(
    /^Short links: unreadable since .+\. The server answered with 502\. These links are from .+\./,
  );
  expect(shown()).toHaveLength(8);
  await press('Try again');
  expect(bridge.calls('links.readNow')).toHaveLength(1);
});

test('lines that are wrong are named', async () => {
  const faults = [{ code: 'circle', line: 7, keyword: 'loop' }] as const;
  await open({ ...full, sources: [{ ...source, faults: [...faults], left: 2 }] });
  await act(async () => fireEvent.click(screen.getByText('3 lines of Short links need attention')));
  expect(screen.getByText('Line 7, loop: leads in a circle.')).toBeDefined();
  expect(screen.getByText('2 more lines weren’t read.')).toBeDefined();
});

test('offline, the page says of when the links are', async () => {
  await open(full, true);
  expect(screen.getByText(/You’re offline/)).toBeDefined();
});

test('nothing to show: loading, none, or what is wrong', async () => {
  const none = { ...full, links: [] };
  await open({ ...none, sources: [], isReading: true });
  expect(screen.getByText('Loading…')).toBeDefined();
  await bridge.send('links', none);
  expect(screen.getByText(/no links yet/)).toBeDefined();
  const problem = { code: 'web-page', sinceUtcMs: now } as const;
  const { readAtUtcMs: _, ...unread } = source;
  await bridge.send('links', { ...none, sources: [{ ...unread, problem }] });
  expect(screen.queryByText(/no links yet/)).toBeNull();
  expect(screen.getByText(/a web page instead of the list/)).toBeDefined();
});

test('links that cannot be loaded are loaded again on request', async () => {
  bridge.answer({ 'links.get': () => Promise.reject(new Error('main')) });
  const props = { route: { page: 'links' }, go: () => undefined, coop: coopView() } as const;
  await act(async () =>
    show(<LinksPage {...props} snapshot={snapshotOf({})} lastServiceId={undefined} />),
  );
  expect(screen.getByRole('alert').textContent).toContain('couldn’t be loaded');
  bridge.answer({ 'links.get': () => full });
  await press('Try again');
  expect(shown()).toHaveLength(8);
});
