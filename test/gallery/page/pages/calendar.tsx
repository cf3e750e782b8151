import type { CalendarState, CalendarView, Row } from '../../../../shared/calendar/state.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { coop, dayMs, hourMs, minuteMs, now } from '../given.ts';

const route = { page: 'calendar' } as const;
const snapshot = { coop: { ...coop, sections: [...coop.sections, 'calendars' as const] } };

const shared: CalendarView = {
  id: 'coop',
  name: 'Maple Street',
  readAtUtcMs: now - 12 * minuteMs,
  faults: [],
  proposedMinutes: 10,
};
const own: CalendarView = {
  ...shared,
  id: 'own-1',
  name: 'Ana',
  isPrivate: true,
  isOwn: true,
  host: 'calendar.google.com',
};
const waiting: CalendarView = {
  id: 'mine',
  name: 'Your meetings',
  isPrivate: true,
  faults: [],
  proposedMinutes: 10,
};

const hall = { name: 'Maple hall', isOwnRoom: true as const };
const row = (id: string, title: string, from: number, more: Partial<Row> = {}): Row => ({
  id,
  title,
  calendars: ['Maple Street'],
  from,
  to: from + 60,
  places: [hall],
  ...more,
});
const week: readonly (readonly Row[])[] = [
  [
    row('infra', 'Infrastructure', 550, { to: 580 }),
    row('pair', 'Pairing on the new login page of the members’ portal', 570, {
      calendars: ['Maple Street', 'Ana'],
      places: [hall, { name: 'jitsi.example' }, { name: 'zoom.example' }],
    }),
    row('dentist', '', 840, { isPrivate: true, places: [], calendars: ['Ana'] }),
  ],
  [row('all', 'All hands', 600, { location: 'Kitchen table' })],
  [
    row('guests', 'Guests from the federation', 960, { isTentative: true }),
    row('audit', 'Audit', 990, { isDeclined: true }),
  ],
  [],
  [
    {
      id: 'retreat',
      title: 'Retreat',
      calendars: ['Maple Street'],
      isAllDay: true,
      location: 'Lake house',
      places: [],
    },
  ],
  [],
  [],
];
const daysOf = (rows: readonly (readonly Row[])[]) =>
  week.map((_rows, at) => ({ date: `2026-11-${24 + at}`, rows: [...(rows[at] ?? [])] }));

const state = (more: Partial<CalendarState> = {}) => ({
  'calendar.get': {
    calendars: [shared, own],
    days: daysOf(week),
    isReading: false,
    myAddresses: [],
    ...more,
  },
});
const old = { ...shared, readAtUtcMs: now - 2 * dayMs };
const problem = { code: 'no-access' as const, status: 403, sinceUtcMs: now - 30 * hourMs };

export const states: PageStates = {
  normal: { route, snapshot, answers: state() },
  loading: { route, snapshot },
  failed: { route, snapshot, answers: { 'calendar.get': fails } },
  empty: { route, snapshot, answers: state({ days: daysOf([]) }) },
  'calendar loading': {
    route,
    snapshot,
    answers: state({ calendars: [shared], days: [], isReading: true }),
  },
  stale: {
    route,
    snapshot,
    answers: state({ calendars: [{ ...old, problem }], days: daysOf([[], week[1] ?? []]) }),
  },
  'stale and empty': { route, snapshot, answers: state({ calendars: [old], days: daysOf([]) }) },
  'never read': {
    route,
    snapshot,
    answers: state({
      calendars: [{ id: 'coop', name: 'Maple Street', faults: [], proposedMinutes: 10, problem }],
      days: [],
    }),
  },
  private: { route, snapshot, answers: state({ calendars: [waiting], days: [] }) },
  reminders: {
    route,
    snapshot,
    answers: state({
      calendars: [
        { ...shared, remind: { minutes: 10, inQuietHours: true } },
        {
          ...own,
          faults: [{ code: 'unknown-zone', count: 2, example: 'Mars/Olympus' }],
        },
      ],
      days: daysOf([[week[0]?.[0] ?? row('infra', 'Infrastructure', 550)]]),
      myAddresses: ['ana@maple.example'],
    }),
  },
  offline: {
    route,
    snapshot: {
      ...snapshot,
      connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs },
    },
    answers: state(),
  },
};
