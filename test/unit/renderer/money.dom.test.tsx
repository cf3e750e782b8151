/** The page of money in a DOM: amounts, of which day they are, and what is not known. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { MoneyPage } from '../../../renderer/pages/money/MoneyPage.tsx';
import type { MoneyState } from '../../../shared/money/ipc.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const full: MoneyState = {
  collectives: [
    { slug: 'maple', name: 'Maple', isKnown: true, balance: { cents: 123_456, currency: 'CAD' } },
    { slug: 'festival', name: 'Festival', isKnown: true },
    { slug: 'gone', name: 'gone', isKnown: true, isMissing: true },
  ],
  day: '2026-11-23',
  isReading: false,
};

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'money.contribute': () => undefined,
    'money.retry': () => undefined,
  });
});

async function open(state: MoneyState | 'fails', offline = false): Promise<void> {
  bridge.answer({
    'money.get': () => (state === 'fails' ? Promise.reject(new Error('main')) : state),
  });
  const connectivity = { state: offline ? 'offline' : 'online', sinceUtcMs: 0 } as const;
  const props = { route: { page: 'money' }, go: () => undefined, coop: coopView() } as const;
  const snapshot = snapshotOf({ connectivity });
  await act(async () =>
    show(<MoneyPage {...props} snapshot={snapshot} lastServiceId={undefined} />),
  );
}
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('balances with their day; what is not told is not 0', async () => {
  await open(full);
  expect(screen.getByText('Balance as of Nov 23')).toBeDefined();
  expect(screen.getByText(/1,234\.56/)).toBeDefined();
  expect(screen.getByText('Not reported')).toBeDefined();
  expect(screen.getByText(/There’s no collective “gone”/)).toBeDefined();
  expect(document.body.textContent).not.toMatch(/\b0\.00/);
});

test('contributing opens the page of that collective', async () => {
  await open(full);
  expect(screen.queryByRole('button', { name: 'Contribute to gone' })).toBeNull();
  await press('Contribute to Maple');
  expect(bridge.calls('money.contribute')).toEqual([{ slug: 'maple' }]);
});

test('what cannot be read says why and since when, and the old balance stays with its day', async () => {
  await open({ ...full, problem: { code: 'busy', status: 429, sinceUtcMs: now } });
  expect(screen.getByRole('note').textContent).toMatch(
    /^The balance hasn’t been readable since .+\. Too many requests came from your network\./,
  );
  expect(screen.getByText('Balance as of Nov 23')).toBeDefined();
  await press('Try again');
  expect(bridge.calls('money.retry')).toHaveLength(1);
});

test('before it was ever read, it is loading, or unknown', async () => {
  const unread: MoneyState = {
    collectives: [{ slug: 'maple', name: 'maple', isKnown: false }],
    isReading: true,
  };
  await open(unread);
  expect(screen.getByText('Loading…')).toBeDefined();
  await bridge.send('money', { ...unread, isReading: false });
  expect(screen.getByText('Unknown')).toBeDefined();
  expect(screen.queryByText(/Balance as of/)).toBeNull();
});

test('offline, the page says of when the balances are', async () => {
  await open(full, true);
  expect(screen.getByText(/You’re offline/)).toBeDefined();
});

test('what cannot be loaded is loaded again on request', async () => {
  await open('fails');
  expect(screen.getByRole('alert').textContent).toContain('couldn’t be loaded');
  bridge.answer({ 'money.get': () => full });
  await press('Try again');
  expect(screen.getByText('Not reported')).toBeDefined();
});
