/** The gallery shows all that there is. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pages } from '../../../shared/pages.ts';

const root = new URL('../../../', import.meta.url);
const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** A state of a page or a component, as its file names it. */
const keyOf = (state: string) => new RegExp(`^ {2}'?${state}'?: `, 'm');
const entries = filesIn('test/gallery/page/{components,pages}/*.tsx').map(textOf).join('\n');

/** Parts of another component or page, never seen by themselves: where each is seen, `normal` unless it says otherwise. */
const partOf: Readonly<Record<string, string>> = {
  'accounts/AccountsSection.tsx': 'pages/settings',
  'accounts/BrowserWait.tsx': 'components/accounts: waiting',
  'accounts/GithubSignIn.tsx': 'components/accounts: out',
  'accounts/KeyringQuestion.tsx': 'components/accounts: trouble',
  'accounts/LockedOut.tsx': 'pages/settings: signed-out',
  'accounts/AccountsLoading.tsx': 'pages/settings: loading',
  'accounts/MatrixSignIn.tsx': 'components/accounts: out',
  'accounts/Part.tsx': 'pages/settings',
  'accounts/PasswordForm.tsx': 'components/accounts: out',
  'accounts/faults.tsx': 'components/accounts: trouble',
  'autostart/AutostartChoice.tsx': 'pages/settings',
  'AppMark.tsx': 'pages/join',
  'AppNotes.tsx': 'pages/today: notes',
  'BackupsLine.tsx': 'pages/today',
  'BackButton.tsx': 'pages/service',
  'CrashNote.tsx': 'pages/today: crash',
  'LoginFields.tsx': 'components/accounts: out',
  'network/NetworkSettings.tsx': 'pages/settings: behind a proxy',
  'network/ProxyInUse.tsx': 'pages/settings: behind a proxy',
  'network/ProxyLogin.tsx': 'pages/settings: behind a proxy',
  'notes/EventNotes.tsx': 'pages/today: call',
  'notes/StartNotes.tsx': 'pages/calls: rooms',
  'Numbers.tsx': 'pages/calls: rooms',
  'Offers.tsx': 'pages/calls: room down',
  'Ways.tsx': 'pages/calls: rooms',
  'WhyBlind.tsx': 'pages/status: offline',
  'RestartButton.tsx': 'pages/today: restart',
  'Said.tsx': 'pages/status',
  // Draws nothing itself.
  'OthersToAsk.tsx': 'pages/today: at risk',
  'Retriable.tsx': 'pages/backups: failed',
  'DemoBar.tsx': 'pages/join: demo',
  'join/Entrance.tsx': 'pages/join',
  'join/JoinForm.tsx': 'pages/join',
  'join/JoinPage.tsx': 'pages/join',
  'join/WelcomePage.tsx': 'pages/join: welcome',
  'quick-open/QuickOpen.tsx': 'pages/links: find',
  'quick-open/QuickOpenSettings.tsx': 'pages/settings',
  // Only spoken.
  'quick-open/Count.tsx': 'components/dialogs: Quick open',
  'room-export/Copy.tsx': 'components/policy: rooms',
};

test('every component has an entry', () => {
  const found = filesIn('renderer/components/**/*.tsx')
    .map((file) => file.slice('renderer/components/'.length))
    .filter((file) => !(file in partOf) && !entries.includes(`renderer/components/${file}'`));
  expect(found).toEqual([]);
});

test.each(Object.entries(partOf))('%s is seen in an entry that there is: %s', (file, entry) => {
  expect(filesIn(`renderer/components/${file}`)).toHaveLength(1);
  const [place = '', state = 'normal'] = entry.split(': ');
  expect(textOf(`test/gallery/page/${place}.tsx`)).toMatch(keyOf(state));
});

/**
 * What a page goes through. Today, the status page and the emergency card come with the snapshot, so they cannot fail; on
 * a good day Today is empty; money has at least one collective, or no page.
 */
const common = ['normal', 'loading', 'empty', 'failed'];
const without: Readonly<Record<string, readonly string[]>> = {
  today: ['empty', 'failed'],
  status: ['failed'],
  money: ['empty'],
  emergency: ['loading', 'empty', 'failed'],
  settings: ['empty'],
};

describe.each([...Object.keys(pages), 'service'])('the page %s', (page) => {
  const wanted = common.filter((state) => !without[page]?.includes(state));
  test.each(wanted)('has an entry in the state %s', (state) => {
    expect(textOf(`test/gallery/page/pages/${page}.tsx`)).toMatch(keyOf(state));
  });
});

test('so has the first run', () => {
  expect(textOf('test/gallery/page/pages/join.tsx')).toContain('normal:');
});
