/** The updates in the settings, in a DOM: what is offered, each step at a click, and how sure it is. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Updates } from '../../../renderer/pages/settings/Updates.tsx';
import type { Transfer, UpdatesState } from '../../../shared/updates/ipc.ts';
import { checkProblems, transferProblems } from '../../../shared/updates/ipc.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const offer = {
  version: '1.1.0',
  issuedUtcMs: Date.UTC(2026, 10, 20, 17),
  notes: 'Calls are quicker.\n<b>Fewer</b> faults.',
  sizeBytes: 101_500_000,
  fileName: 'coop-tray-1.1.0.AppImage',
};
const bare: UpdatesState = {
  isSetUp: true,
  isOn: true,
  channel: 'stable',
  isBeta: false,
  place: { how: 'replace', kind: 'appimage' },
  isChecking: false,
  isGoodForChannel: true,
  isTooOld: false,
};
const offered: UpdatesState = { ...bare, goodAtUtcMs: now, offer };

let bridge: FakeBridge;
beforeEach(() => {
  const nothing = () => undefined;
  bridge = fakeBridge({
    'updates.checkNow': nothing,
    'updates.setOn': nothing,
    'updates.setChannel': nothing,
    'updates.download': nothing,
    'updates.cancel': nothing,
    'updates.install': nothing,
    'updates.openPage': nothing,
    'updates.copyCommand': nothing,
  });
});

async function open(state: UpdatesState | 'fails'): Promise<void> {
  bridge.answer({
    'updates.get': () => (state === 'fails' ? Promise.reject(new Error('main')) : state),
  });
  await act(async () => show(<Updates />));
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => act(async () => void fireEvent.click(button(name)));
const has = (text: string | RegExp) => expect(screen.getByText(text)).toBeDefined();

test('a build that knows no place to ask says so, and offers nothing', async () => {
  await open({ ...bare, isSetUp: false });
  has(/doesn’t know where updates are published/);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test.each([
  ['flatpak', /^Flatpak updates/],
  ['snap', /^Snap updates/],
] as const)('%s is left to its store', async (kind, text) => {
  await open({ ...bare, place: { how: 'store', kind } });
  has(text);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('before any check, nothing is claimed', async () => {
  await open(bare);
  has('No check has succeeded yet.');
  expect(screen.queryByText(/the newest version/)).toBeNull();
});

test('the newest version comes with the time of the check', async () => {
  await open({ ...bare, goodAtUtcMs: now });
  has(/^You have the newest version \(checked \d\d:\d\d\)\.$/);
});

test('a check of another channel says nothing of the newest version', async () => {
  await open({ ...bare, goodAtUtcMs: now, isGoodForChannel: false });
  expect(screen.queryByText(/the newest version/)).toBeNull();
});

test('a failed check says when and why, and does not claim that all is well', async () => {
  const problem = { code: 'http-status', status: 503, atUtcMs: now } as const;
  await open({ ...bare, goodAtUtcMs: now - 86_400_000, problem });
  has(/^The check failed \(.+\)\. The server answered with 503\./);
  has(/^Last successful check: /);
  expect(screen.queryByText(/the newest version/)).toBeNull();
});

test.each(checkProblems)('a failed check (%s) says what to do', async (code) => {
  await open({ ...bare, problem: { code, status: 503, atUtcMs: now } });
  has(/^The check failed \([^)]+\)\. [^.]+\. .+\.$/);
});

test('checking is said, and a second click does nothing', async () => {
  await open({ ...bare, isChecking: true });
  has('Checking for updates…');
  await press('Check now');
  expect(bridge.calls('updates.checkNow')).toEqual([]);
  await bridge.send('updates', bare);
  await press('Check now');
  expect(bridge.calls('updates.checkNow')).toHaveLength(1);
});

test('what is offered: notes as text, the size, and a click for each step', async () => {
  await open(offered);
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Version 1.1.0 is available');
  const details = screen.getByText('What’s new').closest('details');
  await act(async () => {
    if (details) details.open = true;
    if (details) fireEvent(details, new Event('toggle'));
  });
  has(/<b>Fewer<\/b> faults/);
  await press('Download (102 MB)');
  expect(bridge.calls('updates.download')).toHaveLength(1);
  const transfer: Transfer = { at: 'downloading', gotBytes: 20_300_000, ofBytes: 101_500_000 };
  await bridge.send('updates', { ...offered, transfer });
  const bar = screen.getByRole('progressbar', { name: 'Download' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['20300000', '101500000']);
  has('20.3 MB of 102 MB');
  await press('Cancel');
  expect(bridge.calls('updates.cancel')).toHaveLength(1);
  await bridge.send('updates', { ...offered, transfer: { at: 'ready' } });
  has('Version 1.1.0 is downloaded and verified.');
  expect(bridge.calls('updates.install')).toEqual([]);
  await press('Install and restart');
  expect(bridge.calls('updates.install')).toHaveLength(1);
});

test.each(transferProblems)(
  'a failure (%s) says what to do, and that nothing changed',
  async (code) => {
    await open({ ...offered, transfer: { at: 'failed', code, version: '1.1.0' } });
    // Why, and what to do next.
    expect(screen.getByRole('note').textContent).toMatch(
      /^[^.]+\. [^.]+\.( [^.]+\.)? Your version stays as it is\.$/,
    );
    expect(button(/^Download/)).toBeDefined();
  },
);

test('a package is updated in a terminal, with what to type', async () => {
  const command = 'sudo apt install ./coop-tray_1.1.0.deb';
  const place = { how: 'by-hand', kind: 'deb' } as const;
  await open({ ...offered, place, offer: { ...offer, fileName: 'coop-tray_1.1.0.deb', command } });
  has(command);
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull();
  await press('Copy the command');
  expect(bridge.calls('updates.copyCommand')).toHaveLength(1);
  has('Copied');
  await press('Open the download page');
  expect(bridge.calls('updates.openPage')).toHaveLength(1);
});

test('what was copied for one version is not said of the command for the next', async () => {
  const place = { how: 'by-hand', kind: 'deb' } as const;
  const next = (version: string): UpdatesState => ({
    ...offered,
    place,
    offer: { ...offer, version, command: `sudo apt install ./coop-tray_${version}.deb` },
  });
  await open(next('1.1.0'));
  await press('Copy the command');
  has('Copied');
  await bridge.send('updates', next('1.2.0'));
  has(/1\.2\.0\.deb/);
  expect(screen.queryByText('Copied')).toBeNull();
});

test('without a package for this computer, only the page', async () => {
  const { sizeBytes: _size, fileName: _name, ...rest } = offer;
  await open({ ...offered, offer: rest });
  has(/no package for this computer/);
  expect(button('Open the download page')).toBeDefined();
});

test('the daily check can be turned off, and the beta joined and left', async () => {
  await open(bare);
  await act(async () => void fireEvent.click(screen.getByRole('checkbox')));
  expect(bridge.calls('updates.setOn')).toEqual([{ on: false }]);
  const beta = screen.getByRole('radio', { name: 'Stable and beta versions' });
  await act(async () => void fireEvent.click(beta));
  expect(bridge.calls('updates.setChannel')).toEqual([{ channel: 'beta' }]);
  await bridge.send('updates', { ...bare, isOn: false, isBeta: true });
  has('Coop Tray looks for updates only when you check.');
  has(/^You have a beta\. You keep it until/);
});

test('an old build and checks that have long failed are said, and nothing is blocked', async () => {
  await open({ ...offered, isTooOld: true, overdueDays: 91 });
  has(/no longer supported/);
  has(/^No check has succeeded for 91 days/);
  expect(button(/^Download/)).toBeDefined();
});

test('what cannot be loaded says so', async () => {
  await open('fails');
  has('The updates couldn’t be loaded.');
});
