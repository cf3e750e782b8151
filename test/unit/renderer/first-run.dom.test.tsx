/** A member's first minutes in the window: the entrance, how to be told, and the demo. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { PolicyView } from '../../../shared/notification-policy/view.ts';
import { everything } from '../../../shared/notification-policy/scope.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

let bridge: FakeBridge;
let revision = 0;
beforeEach(() => {
  bridge = fakeBridge();
});

const coop = coopView({ name: 'Pine Lane' });
const services = [serviceView('calls', { name: 'Calls' })];

/** The window keeps the newest snapshot as long as it lives, and these tests share one. */
function next(more: Partial<Snapshot>): Snapshot {
  revision += 1;
  return snapshotOf({ revision, services, ...more });
}
async function open(more: Partial<Snapshot> = {}): Promise<void> {
  bridge.answer({ 'snapshot.get': () => next(more) });
  await loadSnapshot();
  await act(async () => show(<App />));
}
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const field = () => screen.getByLabelText<HTMLInputElement>('Web address of your co-op');
const title = () => screen.getByRole('heading', { level: 1 });

async function join(address: string, error?: DirectoryError): Promise<void> {
  bridge.answer({
    'coop.join': () => (error ? { joined: false, error } : { joined: true }),
  });
  fireEvent.change(field(), { target: { value: address } });
  await press('Continue');
}

describe('the entrance', () => {
  test('has the focus where the address goes', async () => {
    await open();
    expect(title().textContent).toBe('Connect to your co-op');
    expect(document.activeElement).toBe(field());
    expect(field().placeholder).toBe('');
  });

  test.each<[string, DirectoryError['code'], boolean]>([
    ['nothing', 'not-found', true],
    ['the site’s own page', 'not-json', true],
    ['no answer', 'unreachable', false],
  ])('with %s at the address keeps it and the focus, and says why (%s)', async (_, code, next) => {
    await open();
    await join('maple.example', { code });
    expect(screen.getByRole('alert').textContent).not.toBe('');
    expect(field().value).toBe('maple.example');
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('heading', { name: 'What you can do' }) !== null).toBe(next);
    expect(screen.getByRole('button', { name: 'Try the demo' })).toBeTruthy();
  });

  test('copies a message for the admins of that address', async () => {
    await open();
    await join('maple.example', { code: 'not-found' });
    bridge.answer({ 'coop.copyRequest': () => true });
    await press('Copy a message for your admins');
    expect(bridge.calls('coop.copyRequest')).toEqual([{ source: 'maple.example' }]);
    expect(screen.getByText(/^Copied\./)).toBeTruthy();
  });

  test('leads to the demo, once, and out of the app', async () => {
    await open();
    await press('Try the demo');
    await press('Loading…');
    expect(bridge.calls('demo.enter')).toHaveLength(1);
    await press('Quit');
    expect(bridge.calls('window.quit')).toHaveLength(1);
  });

  test('offers no demo to a member whose co-op is known', async () => {
    await open({ awaited: { source: 'hypha.coop', error: { code: 'server-error', status: 500 } } });
    expect(screen.queryByRole('button', { name: 'Try the demo' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Quit' })).toBeTruthy();
  });
});

describe('a member who has joined', () => {
  const policyOf = (more: Partial<PolicyView> = {}): PolicyView => ({
    quietHours: defaultQuietHours,
    setBy: 'app',
    scope: everything,
    damaged: false,
    ...more,
  });
  const welcome = async (policy = policyOf()) => {
    await open();
    bridge.answer({
      'policy.setScope': () => undefined,
      'policy.setQuietHours': () => undefined,
      'coop.endWelcome': () => undefined,
    });
    await bridge.send('snapshot', next({ coop, policy, welcome: true }));
  };
  const choose = (name: string) =>
    act(async () => void fireEvent.click(screen.getByRole('radio', { name })));

  test('is asked how to be told, with the focus on the question', async () => {
    await welcome();
    expect(title().textContent).toBe('How do you want to be told?');
    expect(document.activeElement).toBe(title());
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test.each<[string, Partial<PolicyView>, string]>([
    ['the app', {}, 'Mon to Fri, 09:00 to 18:00. Outside them, notifications wait.'],
    [
      'the co-op',
      { setBy: 'coop', quietHours: { ...defaultQuietHours, days: ['mon', 'wed'] } },
      'Mon, Wed, 09:00 to 18:00, as your co-op suggests. Outside them, notifications wait.',
    ],
    [
      'a co-op at all hours',
      {
        setBy: 'coop',
        quietHours: { ...defaultQuietHours, fromMinute: 0, toMinute: 24 * 60 },
      },
      'Mon to Fri, as your co-op suggests. Outside them, notifications wait.',
    ],
  ])('is shown the hours of %s', async (_, policy, said) => {
    await welcome(policyOf(policy));
    const radio = screen.getByRole('radio', { name: 'During my working hours' });
    expect(radio.getAttribute('aria-describedby')).not.toBeNull();
    expect(screen.getByText(said)).toBeTruthy();
  });

  test('keeps the defaults with “Not now”, and arrives at the heading of the page', async () => {
    await welcome();
    await choose('At any time');
    await press('Not now');
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
    expect(bridge.calls('policy.setQuietHours')).toEqual([]);
    await bridge.send('snapshot', next({ coop }));
    expect(document.activeElement).toBe(title());
  });

  test('chooses, and only what was chosen is set', async () => {
    await welcome();
    await choose('Only the ones I use');
    await choose('At any time');
    await press('Done');
    expect(bridge.calls('policy.setScope')).toEqual([{ onlyStarred: true, chores: false }]);
    const off: QuietHours = { ...defaultQuietHours, on: false };
    expect(bridge.calls('policy.setQuietHours')).toEqual([off]);
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
  });

  test('changes nothing: the hours stay those that the co-op suggests', async () => {
    await welcome(policyOf({ setBy: 'coop' }));
    await press('Done');
    expect(bridge.calls('policy.setScope')).toEqual([]);
    expect(bridge.calls('policy.setQuietHours')).toEqual([]);
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
  });

  const login = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: /when I log in/ });

  test('is asked about the start at login, off unless chosen', async () => {
    bridge.answer({
      'window.autostart': () => ({ state: 'off' }),
      'window.setAutostart': ({ on }) => ({ state: on ? 'on' : 'off' }),
    });
    await welcome();
    expect(login()?.checked).toBe(false);
    await act(async () => login()?.click());
    expect(bridge.calls('window.setAutostart')).toEqual([]);
    await press('Done');
    expect(bridge.calls('window.setAutostart')).toEqual([{ on: true }]);
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
  });

  test('who leaves it as it is starts nothing at login', async () => {
    bridge.answer({ 'window.autostart': () => ({ state: 'off' }) });
    await welcome();
    await press('Done');
    expect(bridge.calls('window.setAutostart')).toEqual([]);
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
  });

  test.each(['on', 'off-outside', 'foreign', 'sandboxed', 'uninstalled'] as const)(
    'is not asked about it where it is %s',
    async (state) => {
      bridge.answer({ 'window.autostart': () => ({ state }) });
      await welcome();
      expect(login()).toBeNull();
    },
  );

  test('is told if the start at login could not be set, and may do without', async () => {
    const path = '/home/sam/.config/autostart/app.desktop';
    bridge.answer({
      'window.autostart': () => ({ state: 'off', path }),
      'window.setAutostart': () => ({ state: 'off', path, fault: 'denied' }),
    });
    await welcome();
    await act(async () => login()?.click());
    await press('Done');
    expect(screen.getByRole('alert').textContent).toContain(`isn’t allowed to write ${path}`);
    expect(bridge.calls('coop.endWelcome')).toEqual([]);
    await act(async () => login()?.click());
    await press('Done');
    expect(bridge.calls('coop.endWelcome')).toHaveLength(1);
  });

  test('is told if it could not be saved, and stays', async () => {
    await welcome();
    bridge.answer({ 'policy.setQuietHours': () => Promise.reject(new Error('full')) });
    await choose('At any time');
    await press('Done');
    expect(screen.getByRole('alert').textContent).toBe('Something went wrong. Try again.');
    expect(bridge.calls('coop.endWelcome')).toEqual([]);
  });
});

describe('the demo', () => {
  test('says on every page that it is one, and leads out of it', async () => {
    await open({ coop, demo: true });
    const bar = () => within(screen.getByRole('complementary', { name: 'Demo' }));
    const rail = within(screen.getByRole('navigation')).getAllByRole('button');
    for (const page of rail) {
      await act(async () => page.click());
      expect(bar().getByText(/nothing you do here is sent/)).toBeTruthy();
    }
    expect(title().textContent).toBe('Settings');
    expect(screen.queryByText('Switch co-op…')).toBeNull();
    await press('Leave the demo');
    expect(bridge.calls('demo.leave')).toHaveLength(1);
  });

  test('a co-op of one’s own has no such bar', async () => {
    await open({ coop });
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

describe('the settings', () => {
  const headings = () =>
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

  test('begin with accounts and notifications, and end with the co-op', async () => {
    await open({ coop });
    await press('Settings');
    expect(headings()).toEqual([
      'Accounts',
      'Notifications',
      'At login',
      'History',
      'Text and keyboard',
      'Quick open',
      'Network',
      'Updates',
      'About',
      'Your co-op',
    ]);
  });

  test('have times as they are everywhere else, also those that are not on the half hour', async () => {
    bridge.answer({ 'policy.setQuietHours': () => undefined });
    const hours: QuietHours = { ...defaultQuietHours, fromMinute: 525, toMinute: 24 * 60 };
    const policy = { quietHours: hours, setBy: 'coop', scope: everything, damaged: false } as const;
    await open({ coop, policy });
    await press('Settings');
    const [from, to] = ['From', 'To'].map((name) => screen.getByLabelText<HTMLSelectElement>(name));
    const shown = (list?: HTMLSelectElement) => list?.selectedOptions[0]?.textContent;
    expect([shown(from), shown(to)]).toEqual(['08:45', '00:00']);
    if (to) fireEvent.change(to, { target: { value: String(17 * 60) } });
    expect(bridge.calls('policy.setQuietHours')).toEqual([{ ...hours, toMinute: 17 * 60 }]);
  });

  test('save at once which services count, and that a member helps', async () => {
    bridge.answer({ 'policy.setScope': () => undefined });
    await open({ coop });
    await press('Settings');
    fireEvent.click(screen.getByRole('radio', { name: 'Only the ones I use' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^I help run the servers/ }));
    expect(bridge.calls('policy.setScope')).toEqual([
      { onlyStarred: true, chores: false },
      { onlyStarred: true, chores: true },
    ]);
  });
});
