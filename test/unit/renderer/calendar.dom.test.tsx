/** The page of the calendar in a DOM: what is planned, what is unknown, joining, reminders, and private addresses. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { CalendarPage } from '../../../renderer/pages/calendar/CalendarPage.tsx';
import type { CalendarState, CalendarView, Row } from '../../../shared/calendar/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const dayMs = 86_400_000;
const calendar: CalendarView = {
  id: 'coop',
  name: 'Co-op',
  readAtUtcMs: now - 60_000,
  faults: [],
  proposedMinutes: 10,
};
const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  title: id,
  calendars: ['Co-op'],
  from: 550,
  to: 580,
  places: [],
  ...more,
});
const dates = ['2026-11-24', '2026-11-25', '2026-11-26'];
const stateOf = (days: readonly (readonly Row[])[], more: Partial<CalendarState> = {}) => ({
  calendars: [calendar],
  days: dates.map((date, at) => ({ date, rows: [...(days[at] ?? [])] })),
  isReading: false,
  myAddresses: [],
  ...more,
});

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'calendar.join': () => undefined,
    'calendar.readNow': () => undefined,
    'calendar.setRemind': () => undefined,
    'calendar.setMyAddresses': () => undefined,
    'calendar.removeAddress': () => undefined,
    'window.keep': () => undefined,
  });
});

async function open(
  state: CalendarState,
  offline = false,
  more: Partial<Snapshot> = {},
): Promise<void> {
  bridge.answer({ 'calendar.get': () => state });
  const connectivity = { state: offline ? 'offline' : 'online', sinceUtcMs: 0 } as const;
  const props = {
    route: { page: 'calendar' },
    go: () => undefined,
    coop: coopView({ sections: ['meetings'] }),
  } as const;
  const snapshot = snapshotOf({ connectivity, ...more });
  await act(async () =>
    show(<CalendarPage {...props} snapshot={snapshot} lastServiceId={undefined} />),
  );
}
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const unfold = (name: string) =>
  act(async () => void fireEvent.click(screen.getByText(name, { ignore: '.unseen' })));
const days = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);

describe('the week', () => {
  test('has today, and the days on which something is planned', async () => {
    await open(stateOf([[], [], [row('Infra')]]));
    expect(days().slice(0, 2)).toEqual(['Today, Tuesday, November 24', 'Thursday, November 26']);
    expect(screen.getByText('Nothing today.')).toBeDefined();
    const item = screen.getByRole('listitem').textContent;
    expect(item).toContain('09:10–09:40');
    expect(item).toContain('Infra');
    expect(item).toContain('Co-op');
  });

  test.each<[string, Partial<Row>, RegExp]>([
    ['a whole day', { isAllDay: true, from: undefined, to: undefined }, /^All day/],
    ['without an end', { to: undefined }, /^From 09:10/],
    ['begun before', { from: undefined }, /^Until 09:40/],
    ['that fills the day', { from: undefined, to: undefined }, /^All day/],
    ['a private one', { isPrivate: true, title: '' }, /Busy/],
    ['without a title', { title: '' }, /Untitled meeting/],
    ['a tentative one', { isTentative: true }, /Tentative/],
    ['a declined one', { isDeclined: true, isTentative: true }, /Declined/],
    ['with a place', { location: 'Kitchen' }, /Kitchen/],
  ])('says of a meeting: %s', async (_what, more, text) => {
    await open(stateOf([[row('Infra', more)]]));
    expect(screen.getByRole('listitem').textContent).toMatch(text);
  });

  test('joins at the likeliest place, and offers the others', async () => {
    const places = [{ name: 'Hall', isOwnRoom: true as const }, { name: 'zoom.example' }];
    await open(stateOf([[row('infra', { title: 'Infra', places })]]));
    await press('Join Infra: Hall');
    await unfold('Other ways to join');
    await press('Join Infra: zoom.example');
    expect(bridge.calls('calendar.join')).toEqual([
      { id: 'infra', place: 0 },
      { id: 'infra', place: 1 },
    ]);
  });
});

test('of an event, the notes are started if it is the next of its meeting', async () => {
  const infra = { id: 'infra', name: 'Infra', padKind: 'hedgedoc', template: {} } as const;
  bridge.answer({
    'meetings.get': () => ({ meetings: [infra, { ...infra, id: 'bare', name: 'Bare' }] }),
    'meetings.start': () => 'none',
  });
  const event = (id: string, title: string, startUtcMs: number) =>
    ({ id, calendarId: 'coop', title, startUtcMs, endUtcMs: startUtcMs + 3_600_000 }) as const;
  const meetings = [event('first', 'Infra', now), event('second', 'Infra', now + 7_200_000)];
  const rows = [row('first', { title: 'Infra' }), row('second', { title: 'Infra' })];
  await open(stateOf([rows, [row('later', { title: 'Bare' })]]), false, { meetings });
  expect(screen.getAllByRole('button', { name: /^Start the notes/ })).toHaveLength(1);
  const [first] = screen.getAllByRole('listitem');
  expect(first && within(first).getByRole('button').textContent).toBe('Start the notes');
  await press('Start the notes of Infra');
  expect(bridge.calls('meetings.start')).toEqual([{ id: 'infra', eventId: 'first' }]);
  expect(screen.getByText(/^There’s no template to copy/)).toBeDefined();
});

describe('nothing', () => {
  const old = { ...calendar, readAtUtcMs: now - 2 * dayMs };

  test('is said kindly of a calendar that is known', async () => {
    await open(stateOf([]));
    expect(screen.getByText(/^Nothing is planned/)).toBeDefined();
  });

  test.each<[string, readonly CalendarView[]]>([
    ['an old copy', [old]],
    ['one old copy of two', [calendar, { ...old, id: 'other' }]],
  ])('is never said of %s', async (_what, calendars) => {
    await open(stateOf([], { calendars: [...calendars] }));
    expect(screen.queryByText(/^Nothing/)).toBeNull();
    expect(screen.getByText('It’s unknown whether anything is planned.')).toBeDefined();
    expect(screen.getByRole('note').textContent).toMatch(/more than a day ago/);
  });

  test('nor of today, while another day has something', async () => {
    await open(stateOf([[], [row('Infra')]], { calendars: [old] }));
    expect(screen.queryByText(/^Nothing/)).toBeNull();
    expect(screen.getByText('It’s unknown whether anything is planned today.')).toBeDefined();
  });

  test('and what an old copy has of today may not be all', async () => {
    await open(stateOf([[row('Infra')]], { calendars: [old] }));
    expect(screen.getByText('It’s unknown whether that’s all for today.')).toBeDefined();
  });

  test('nor of a calendar that was never read', async () => {
    const { readAtUtcMs: _never, ...unread } = calendar;
    const problem = { code: 'no-access', status: 403, sinceUtcMs: now } as const;
    await open(stateOf([], { days: [], calendars: [{ ...unread, problem }] }));
    expect(screen.queryByText(/^Nothing/)).toBeNull();
    expect(screen.getByRole('note').textContent).toMatch(
      /^Co-op hasn’t been readable since .+ Access was/,
    );
    await press('Try again');
    expect(bridge.calls('calendar.readNow')).toHaveLength(1);
  });
});

test('offline, the page says so, and of when the calendar is', async () => {
  await open(stateOf([[row('Infra')]]), true);
  expect(screen.getByText(/^You’re offline\./)).toBeDefined();
  expect(screen.getByText('As of 08:59')).toBeDefined();
});

test('a page that could not be loaded says so', async () => {
  bridge.answer({ 'calendar.get': () => Promise.reject(new Error('x')) });
  const props = { route: { page: 'calendar' }, go: () => undefined, coop: coopView() } as const;
  await act(async () =>
    show(<CalendarPage {...props} snapshot={snapshotOf()} lastServiceId={undefined} />),
  );
  expect(screen.getByRole('alert').textContent).toContain('couldn’t be loaded');
});

test('parts that cannot be read are told', async () => {
  const faults = [{ code: 'unknown-zone', count: 2, example: 'Mars' }] as const;
  await open(stateOf([[row('a')]], { calendars: [{ ...calendar, faults: [...faults] }] }));
  await unfold('2 parts of Co-op need attention');
  expect(screen.getByText(/2 time zones are unknown.+One of them: Mars/)).toBeDefined();
});

describe('reminders', () => {
  const choose = (value: string) =>
    act(
      async () =>
        void fireEvent.change(screen.getByRole('combobox', { name: 'Remind me: Co-op' }), {
          target: { value },
        }),
    );

  test('are off, and turned on by choosing when', async () => {
    await open(stateOf([]));
    await unfold('Reminders');
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Remind me: Co-op' });
    expect(list.value).toBe('off');
    expect(
      within(list)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toContain('10 min before');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await choose('10');
    expect(bridge.calls('calendar.setRemind')).toEqual([
      { id: 'coop', remind: { minutes: 10, inQuietHours: false } },
    ]);
  });

  test('may come in quiet hours, and are turned off', async () => {
    const remind = { minutes: 3, inQuietHours: false };
    await open(stateOf([], { calendars: [{ ...calendar, remind }] }));
    await unfold('Reminders');
    await act(async () => void fireEvent.click(screen.getByRole('checkbox')));
    await choose('off');
    expect(bridge.calls('calendar.setRemind')).toEqual([
      { id: 'coop', remind: { minutes: 3, inQuietHours: true } },
      { id: 'coop' },
    ]);
  });
});

describe('private addresses', () => {
  const waiting: CalendarView = { ...calendar, id: 'mine', name: 'Mine', isPrivate: true };
  const own: CalendarView = {
    ...waiting,
    id: 'own-1',
    name: 'Ana',
    host: 'calendar.google.com',
    isOwn: true,
  };
  const address = 'https://x.example/private-1/basic.ics';
  const paste = (label: string, button: string) =>
    act(async () => {
      fireEvent.change(screen.getByLabelText(label), { target: { value: address } });
      fireEvent.click(screen.getByRole('button', { name: button }));
    });

  test('are asked for, and gone from the field once kept', async () => {
    bridge.answer({ 'calendar.setAddress': () => undefined });
    await open(stateOf([], { days: [], calendars: [waiting] }));
    expect(screen.getByText('No calendar has an address yet. Paste one below.')).toBeDefined();
    await paste('Your address of “Mine”', 'Save');
    expect(bridge.calls('calendar.setAddress')).toEqual([{ id: 'mine', address }]);
    expect(screen.getByLabelText<HTMLInputElement>('Your address of “Mine”').value).toBe('');
  });

  test('that are none stay in the field, with what to do', async () => {
    bridge.answer({ 'calendar.setAddress': () => 'address-invalid' });
    await open(stateOf([]));
    await unfold('Your own calendars');
    await paste('Address of a calendar', 'Add');
    expect(bridge.calls('calendar.setAddress')).toEqual([{ address }]);
    expect(screen.getByText(/^This isn’t the address of one calendar/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Address of a calendar').value).toBe(address);
  });

  test('are removed after a question', async () => {
    await open(stateOf([], { calendars: [calendar, own] }));
    await unfold('Your own calendars');
    expect(screen.getByText('Read at calendar.google.com')).toBeDefined();
    await press('Remove Ana');
    expect(bridge.calls('calendar.removeAddress')).toEqual([]);
    await press('Remove');
    expect(bridge.calls('calendar.removeAddress')).toEqual([{ id: 'own-1' }]);
  });
});

test('one’s own email addresses are checked before they are kept', async () => {
  await open(stateOf([]));
  await unfold('Your invitations');
  const label = 'Your email addresses, separated by commas';
  const save = (value: string) =>
    act(async () => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    });
  await save('ana@x.example, ana');
  expect(screen.getByText('“ana” isn’t an email address.')).toBeDefined();
  await save('ana@x.example ; ana@y.example');
  expect(bridge.calls('calendar.setMyAddresses')).toEqual([
    { addresses: ['ana@x.example', 'ana@y.example'] },
  ]);
});
