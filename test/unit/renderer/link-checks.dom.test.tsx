/** Checking links on their page: what a member reads before, during and after it. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { LinksPage } from '../../../renderer/pages/links/LinksPage.tsx';
import type { LinkChecksState } from '../../../shared/links/checks.ts';
import type { LinksState } from '../../../shared/links/state.ts';
import type { Route } from '../../../shared/route.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const links: LinksState = {
  sources: [{ id: 'go', name: 'Short links', readAtUtcMs: now, faults: [], left: 0 }],
  links: ['calls', 'pads', 'zoom'].map((keyword) => ({ keyword, shown: `${keyword}.example` })),
  isReading: false,
  picks: [],
};
const atUtcMs = now - 60_000;
const unchecked: LinkChecksState = { checks: [], due: 3, unasked: 0 };
const checked: LinkChecksState = {
  checks: [
    { keyword: 'calls', verdict: 'works', atUtcMs },
    { keyword: 'pads', verdict: 'dead', why: 'not-found', status: 404, atUtcMs },
    { keyword: 'zoom', verdict: 'unclear', why: 'guard', status: 403, atUtcMs },
  ],
  due: 0,
  dueAtUtcMs: now + 86_400_000,
  unasked: 1,
};

let bridge: FakeBridge;
let went: Route[];
beforeEach(() => {
  went = [];
  bridge = fakeBridge({
    'links.get': () => links,
    'links.check': () => undefined,
    'links.stopCheck': () => undefined,
    'window.keep': () => undefined,
  });
});

type Given = Readonly<{ offline?: boolean; hasFeedback?: boolean }>;

async function open(state: LinkChecksState, { offline = false, hasFeedback = true }: Given = {}) {
  bridge.answer({ 'links.checks': () => state });
  const connectivity = { state: offline ? 'offline' : 'online', sinceUtcMs: 0 } as const;
  const coop = coopView(hasFeedback ? { sections: ['links', 'feedback'] } : {});
  const props = { route: { page: 'links' }, go: (to: Route) => void went.push(to), coop } as const;
  const snapshot = snapshotOf({ connectivity });
  await act(async () =>
    show(<LinksPage {...props} snapshot={snapshot} lastServiceId={undefined} />),
  );
  await act(async () => fireEvent.click(screen.getByText(/^Check links/)));
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => act(async () => void fireEvent.click(button(name)));

test('it says whose connection is used, and that one member is enough, before anything is asked', async () => {
  await open(unchecked);
  expect(screen.getByText(/from your own connection, so it’s enough if one member/)).toBeDefined();
  expect(bridge.calls('links.check')).toEqual([]);
  await press('Check 3 links');
  expect(bridge.calls('links.check')).toHaveLength(1);
});

test('under way: how far, and a way to stop', async () => {
  await open({ ...unchecked, run: { done: 1, total: 3 } });
  expect(screen.getByText('Check links: 1 of 3 checked')).toBeDefined();
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('1');
  expect(screen.getByText('Checking links. You can close the window.')).toBeDefined();
  await press('Stop');
  expect(bridge.calls('links.stopCheck')).toHaveLength(1);
  await bridge.send('linkChecks', checked);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

const focus = (name: string) => act(async () => button(name).focus());
const line = () => document.querySelector('summary');
const spoken = () => document.querySelector('details > [aria-live]')?.textContent;
const running = { ...unchecked, run: { done: 0, total: 3 } };

test('the focus goes from buttons that are gone to the line, which is not said twice', async () => {
  await open(unchecked);
  await focus('Check 3 links');
  await bridge.send('linkChecks', running);
  expect(document.activeElement).toBe(line());
  expect([line()?.textContent, spoken()]).toEqual([
    'Check links: 0 of 3 checked',
    'Checking links. You can close the window.',
  ]);
  await focus('Stop');
  await bridge.send('linkChecks', checked);
  expect(document.activeElement).toBe(line());
  expect([line()?.textContent, spoken()]).toEqual([
    'Check links: 1 link needs attention',
    'The check has ended.',
  ]);
});

test('the focus stays where it is elsewhere on the page, and the end is said', async () => {
  await open(unchecked);
  await focus('Open calls');
  await bridge.send('linkChecks', running);
  await bridge.send('linkChecks', checked);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Open calls');
  expect(spoken()).toBe('The check has ended.');
  await bridge.send('linkChecks', { ...running, checks: checked.checks });
  expect(spoken()).toBe('Checking links. You can close the window.');
});

test('what was found before the page opened is not said as if it had just ended', async () => {
  await open(checked);
  expect([document.activeElement, spoken()]).toEqual([document.body, '']);
});

test('under way offline, it waits', async () => {
  await open({ ...unchecked, run: { done: 1, total: 3 } }, { offline: true });
  expect(screen.getByText(/The check goes on when you’re back online/)).toBeDefined();
});

test('afterwards each link has its verdict in words, when, and why', async () => {
  await open(checked);
  expect(screen.getByText('Check links: 1 link needs attention')).toBeDefined();
  expect(screen.getByText('1 works')).toBeDefined();
  expect(screen.getByText('1 is dead')).toBeDefined();
  expect(screen.getByText('Couldn’t tell: 1')).toBeDefined();
  expect(screen.getByText(/1 link isn’t checked/)).toBeDefined();
  const [, pads] = screen.getAllByRole('button', { name: 'Open pads' });
  const row = within(pads?.closest('li') as HTMLElement);
  expect(row.getByText(/^Dead \(.+\)\.$/)).toBeDefined();
  expect(row.getByText('The server says there’s no such page (404).')).toBeDefined();
});

test.each<[what: string, state: LinkChecksState, offline: boolean, text: RegExp]>([
  ['nothing is due', checked, false, /You can check them again from/],
  [
    'the requests of a day are used up',
    { ...unchecked, freeAtUtcMs: now + 3_600_000 },
    false,
    /enough requests for one day\. You can go on from/,
  ],
  ['offline', unchecked, true, /^You’re offline\.$/],
])('it cannot be started when %s, and says so', async (_what, state, offline, text) => {
  await open(state, { offline });
  const start = button(/^Check /);
  expect(start.getAttribute('aria-disabled')).toBe('true');
  await act(async () => void fireEvent.click(start));
  expect(bridge.calls('links.check')).toEqual([]);
  expect(screen.getByText(text)).toBeDefined();
});

test('what needs attention begins feedback; the rest is nobody’s fault', async () => {
  await open(checked);
  await press('Send as feedback');
  expect(went).toEqual([
    {
      page: 'feedback',
      begun: {
        text: '1 short link needs attention:\n\n- pads (pads.example): Dead. The server says there’s no such page (404).',
      },
    },
  ]);
});

test('without a place for feedback there is no button for it', async () => {
  await open(checked, { hasFeedback: false });
  expect(screen.queryByRole('button', { name: 'Send as feedback' })).toBeNull();
});

test.each([
  ['saved', 'Saved'],
  ['failed', 'Couldn’t save the file there.'],
  ['cancelled', undefined],
] as const)('the table is saved: %s', async (outcome, text) => {
  await open(checked);
  bridge.answer({ 'links.saveReport': () => outcome });
  await press('Export CSV…');
  for (const said of ['Saved', 'Couldn’t save the file there.'])
    expect(screen.queryByText(said) !== null).toBe(said === text);
});

test('results that cannot be loaded cost only themselves', async () => {
  bridge.answer({ 'links.checks': () => Promise.reject(new Error('main')) });
  const props = { route: { page: 'links' }, go: () => undefined, coop: coopView() } as const;
  await act(async () =>
    show(<LinksPage {...props} snapshot={snapshotOf({})} lastServiceId={undefined} />),
  );
  expect(screen.getByRole('button', { name: 'Open pads' })).toBeDefined();
  expect(screen.queryByText(/^Check links/)).toBeNull();
});
