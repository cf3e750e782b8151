/** The page that opens first, in a DOM: what it says, where it leads, and what it does not say over and over. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveRegion } from '../../../renderer/app/LiveRegion.tsx';
import { ClockContext } from '../../../renderer/app/now.ts';
import { TodayPage } from '../../../renderer/pages/today/TodayPage.tsx';
import type { AccountsState } from '../../../shared/accounts/state.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const minuteMs = 60_000;
const coop = coopView({ sections: ['feedback', 'announcements', 'backups', 'calendars'] });
const withNotes = { ...coop, sections: [...coop.sections, 'meetings' as const] };
const infraNotes = 'Start the notes of Infrastructure';
const well = {
  meetings: [],
  services: [serviceView('pads', { name: 'Pads' })],
  backups: { bad: 0, unknown: 0, warning: 0, good: 3 },
};
const calls = serviceView('calls', {
  name: 'Calls',
  verdict: 'down',
  reason: reason('refused'),
  sinceUtcMs: now - 12 * minuteMs,
  asOfUtcMs: now,
  instead: { name: 'the phone line', hasPage: true },
});
const meeting = {
  id: 'm1',
  calendarId: 'coop',
  title: 'Infrastructure',
  startUtcMs: now + 10 * minuteMs,
  endUtcMs: now + 70 * minuteMs,
  join: { name: 'Maple Hall' },
};

let bridge: FakeBridge;
let went: Route[];
beforeEach(() => {
  went = [];
  bridge = fakeBridge({ 'link.open': () => undefined, 'calendar.join': () => undefined });
});
afterEach(() => void vi.useRealTimers());

test('a version that was installed below the running app: one click restarts it, nothing does so by itself', async () => {
  let restarts = 0;
  bridge.answer({ 'window.restart': () => void (restarts += 1) });
  show(page({ installedVersion: '1.2.0' }));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
    'Coop Tray 1.2.0 is installed: restart the app to use it',
  );
  expect(restarts).toBe(0);
  const restart = screen.getByRole('button', { name: 'Restart Coop Tray' });
  await act(async () => void fireEvent.click(restart));
  expect(restarts).toBe(1);
});

function page(more: Partial<Snapshot> = {}) {
  const snapshot = snapshotOf({ coop, ...well, checkedAtUtcMs: now - minuteMs, ...more });
  return (
    <>
      <LiveRegion snapshot={snapshot} />
      <main>
        <TodayPage
          route={{ page: 'today' }}
          snapshot={snapshot}
          coop={more.coop ?? coop}
          go={(route) => went.push(route)}
          lastServiceId={undefined}
        />
      </main>
    </>
  );
}
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const headings = () => screen.queryAllByRole('heading', { level: 2 }).map((one) => one.textContent);
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const nothing = 'Nothing needs you right now.';

test('all is well, and it says so', () => {
  show(page());
  expect([title(), headings()]).toEqual(['All services are working', []]);
  expect(screen.getByText(nothing)).toBeDefined();
  expect(screen.getByText('Checked 08:59')).toBeDefined();
});

test.each<[string, Partial<Snapshot>, string]>([
  [
    'we are offline',
    { connectivity: { state: 'offline', sinceUtcMs: now } },
    'Check your Wi-Fi or cable.',
  ],
  [
    'the clock is wrong',
    {
      connectivity: { state: 'online', sinceUtcMs: 0, clockOffMs: 60 * minuteMs },
      services: [serviceView('pads', { verdict: 'unknown', reason: reason('clock-wrong') })],
    },
    'This computer’s clock is 1 hr behind, so certificates and dates can’t be checked. Set the date and time, ideally automatically. Coop Tray will try again on its own.',
  ],
  [
    'a first check is still to come',
    { services: [serviceView('pads', { verdict: 'unknown', reason: reason('not-checked') })] },
    'Not everything is known yet. What needs you will appear here.',
  ],
  [
    'backups were not read yet',
    { backups: undefined },
    'Not everything is known yet. What needs you will appear here.',
  ],
  [
    'a check is too old',
    {
      services: [
        serviceView('pads', { verdict: 'unknown', reason: reason('stale'), lastKnown: 'up' }),
      ],
    },
    'The last check is too old to rely on.',
  ],
])('while %s, it never says that nothing needs anybody', (_what, more, said) => {
  show(page(more));
  expect(screen.queryByText(nothing)).toBeNull();
  expect(screen.getByText(said)).toBeDefined();
});

test('what concerns the member is a list with headings, and each leads on', async () => {
  show(page({ services: [calls], meetings: [meeting], unreadAnswers: 2, unreadAnnouncements: 1 }));
  expect(title()).toBe('Calls is down');
  expect(headings()).toEqual([
    'Calls',
    'Infrastructure in 10 min',
    '2 new replies to your feedback',
    '1 new announcement',
  ]);
  const list = within(screen.getByRole('region', { name: 'What needs you now' }));
  expect(list.getAllByRole('listitem')).toHaveLength(4);
  await press('Join Infrastructure: Maple Hall');
  expect(bridge.calls('calendar.join')).toEqual([{ id: 'm1', place: 0 }]);
  await press('Details of Calls');
  await press('Read replies');
  await press('Read the news');
  expect(went).toEqual([
    { page: 'status', serviceId: 'calls' },
    { page: 'feedback', answers: {} },
    { page: 'announcements' },
  ]);
  // Once, in the banner.
  expect(list.queryByRole('button', { name: 'Use the phone line' })).toBeNull();
  await press('Use the phone line');
  expect(bridge.calls('link.open')).toEqual([{ serviceId: 'calls', which: 'instead' }]);
});

const emergency = {
  steps: [],
  contacts: [{ name: 'El', hasPage: true, account: '@el:maple.example' }],
};
const signedInAs = (userId: string): AccountsState => ({
  matrix: { session: 'signed-in', userId },
  github: { session: 'signed-out' },
  forSession: false,
});

test.each<[string, readonly string[] | undefined, string, string | undefined]>([
  ['those who are named', ['El', 'Kim'], '@sam:maple.example', 'Ask El or Kim.'],
  ['not the member', ['El', 'Kim'], '@el:maple.example', 'Ask Kim.'],
  ['nobody, if that is the member alone', ['El'], '@el:maple.example', undefined],
  ['the admins, where nobody is named', undefined, '', 'Ask your server admins.'],
])('a backup at risk says whom to ask, and leads there: %s', async (_what, people, me, said) => {
  bridge.answer({ 'accounts.get': () => signedInAs(me) });
  const worst = { name: 'Wiki', code: 'late' } as const;
  const backups = { ...well.backups, bad: 1, worst, ...(people ? { people: [...people] } : {}) };
  await act(async () => void show(page({ backups, coop: { ...coop, emergency } })));
  const list = within(screen.getByRole('region', { name: 'What needs you now' }));
  expect(list.queryByText(/^Ask /)?.textContent).toBe(said);
  await press('View backups');
  expect(went).toEqual([{ page: 'backups' }]);
});

const infra = { id: 'infra', name: 'Infrastructure', padKind: 'hedgedoc', template: {} } as const;

test.each<[string, Partial<Snapshot>, readonly string[], number]>([
  ['the next call has notes', { meetings: [meeting] }, [infraNotes], 1],
  ['of two, only the next', { meetings: [meeting, { ...meeting, id: 'm2' }] }, [infraNotes], 1],
  ['another meeting has not', { meetings: [{ ...meeting, title: 'Other' }] }, [], 1],
  ['nothing is asked without a call', { meetings: [] }, [], 0],
])('%s', async (_what, more, names, asked) => {
  bridge.answer({ 'meetings.get': () => ({ meetings: [infra] }), 'meetings.start': () => 'new' });
  await act(async () => void show(page({ coop: withNotes, ...more })));
  const starts = screen.queryAllByRole('button', { name: /^Start the notes/ });
  expect(starts.map((one) => one.getAttribute('aria-label'))).toEqual(names);
  expect(bridge.calls('meetings.get').length > 0).toBe(asked > 0);
});

test('the notes of the next call are started here, and what came of it is said', async () => {
  bridge.answer({ 'meetings.get': () => ({ meetings: [infra] }), 'meetings.start': () => 'old' });
  await act(async () => void show(page({ coop: withNotes, meetings: [meeting] })));
  await press(infraNotes);
  expect(bridge.calls('meetings.start')).toEqual([{ id: 'infra', eventId: 'm1' }]);
  expect(
    screen.getByText(/^The last good copy of the template is in your clipboard/),
  ).toBeDefined();
});

test('what is too much for it is on the page that is about it', async () => {
  const services = ['a', 'b', 'c', 'd', 'e'].map((id) => serviceView(id, { verdict: 'down' }));
  show(page({ services }));
  expect(headings()).toHaveLength(3);
  await press('2 more under “Status”');
  expect(went).toEqual([{ page: 'status' }]);
});

test('a change is said once; minutes that pass are not, and no control is renamed by them', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let at = now;
  const clock = () => at;
  const draw = (more: Partial<Snapshot>) => <ClockContext value={clock}>{page(more)}</ClockContext>;
  const { rerender, container } = show(draw({ meetings: [meeting] }));
  const said = () => container.querySelector('[data-live]')?.textContent;
  const names = () => screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'));
  const before = names();
  at += minuteMs;
  await act(async () => void vi.advanceTimersByTime(minuteMs));
  expect(headings()).toEqual(['Infrastructure in 9 min']);
  expect([said(), names()]).toEqual(['', before]);
  expect(
    container.querySelectorAll('main [aria-live], main [role=status], main [role=timer]'),
  ).toHaveLength(0);
  rerender(draw({ services: [{ ...calls, id: 'pads', name: 'Pads' }], meetings: [meeting] }));
  expect(said()).toBe('Pads: down. Use the phone line for now.');
});

test('what keeps the app from working is told', () => {
  show(page({ trayAvailable: false, noticesShown: false }));
  expect(screen.getAllByRole('note')).toHaveLength(2);
});

test('a backup at risk is the answer, in its colour, unless a service is down', () => {
  const worst = { name: 'Wiki', code: 'late' } as const;
  const bannerOf = (bad: number, services = well.services) => {
    const backups = { bad, unknown: 0, warning: 0, good: 2, ...(bad > 0 ? { worst } : {}) };
    const { container, unmount } = show(page({ services, backups }));
    const banner = container.querySelector<HTMLElement>('[data-tone]');
    const seen = [banner?.dataset['tone'], title(), banner?.textContent];
    unmount();
    return seen;
  };
  const clause = 'Wiki backup is overdue';
  expect(bannerOf(1)).toEqual(['bad', clause, expect.stringContaining('All services are working')]);
  expect(bannerOf(1, [calls])).toEqual(['bad', 'Calls is down', expect.stringContaining(clause)]);
  expect(bannerOf(0)).toEqual([
    'good',
    'All services are working',
    expect.stringContaining('Backups are OK'),
  ]);
});

test('while this computer is offline, the backups were OK, and are not said to be', () => {
  const offline = { state: 'offline', sinceUtcMs: now } as const;
  const { container } = show(page({ connectivity: offline }));
  expect(screen.getByText('Backups were OK at the last check')).toBeDefined();
  expect(container.querySelector('[data-verdict="up"]')).toBeNull();
});

test('a crash is offered, and the focus is not lost with it', async () => {
  const crash = { kind: 'app', atUtcMs: now, begunUtcMs: now, version: '1', count: 1 } as const;
  bridge.answer({ 'window.answerCrash': () => undefined });
  const { rerender } = show(page({ crash }));
  screen.getByRole('button', { name: 'Don’t report' }).focus();
  await press('Don’t report');
  rerender(page());
  expect(screen.queryByRole('note')).toBeNull();
  expect(document.activeElement?.tagName).toBe('H1');
});
