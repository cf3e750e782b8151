import type { Measurement } from '../../../../shared/echo/measurement.ts';
import type { EchoState, Result } from '../../../../shared/echo/state.ts';
import { measured, result as resultOf, spread } from '../../../fixtures/echo-results.ts';
import type { RoomView } from '../../../../shared/coop/room-view.ts';
import type { MeetingsState } from '../../../../shared/meetings/state.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { coop, dayMs, hourMs, minuteMs, now, services, trouble } from '../given.ts';

const server = (id: string, name: string) => ({
  id,
  name,
  host: `${id}.example`,
  hasRoom: true,
  own: false,
});

const result = (id: string, change: Partial<Result> = {}): Result =>
  resultOf(id, {
    instance: { id: 'far', name: 'Federation server 2' },
    host: 'far.example',
    atUtcMs: now - dayMs,
    timeZone: 'America/Toronto',
    place: 'Montréal, home Wi-Fi',
    app: 'Coop Tray 1.0.0',
    system: 'Debian 13, x64',
    measurement: {
      ...measured,
      jitterUpMs: spread(2),
      jitterDownMs: spread(3),
      lossDown: { expected: 1000, lost: 0, share: 0 },
      samples: Array.from({ length: 30 }, (_, atS) => ({
        atS,
        roundTripMs: 46 + (atS % 4),
        echoMs: 520 + (atS % 5) * 8,
        lossDown: 0,
      })),
    },
    ...change,
  });

const good: Partial<Result> = {
  measurement: {
    ...result('').measurement,
    echo: { sent: 40, returned: 40, ms: spread(142), bufferMs: 50 },
  },
  instance: { id: 'ours', name: 'Our own server' },
  verdict: { quality: 'good', mos: 4.2, serverMs: 40, blame: 'nobody' },
};

/** The same server at another moment, so that each figure has a range. */
const later: Measurement = {
  ...result('').measurement,
  roundTripMs: spread(131),
  echo: { sent: 40, returned: 38, ms: spread(1204), bufferMs: 50 },
  jitterUpMs: spread(18),
  lossUp: { expected: 1000, lost: 52, share: 0.052 },
  lossDown: { expected: 1000, lost: 110, share: 0.11 },
};

const state: EchoState = {
  instances: [server('ours', 'Our own server'), server('far', 'Federation server 2')],
  results: [],
  settings: { guestName: 'Ana', place: '' },
};
const route = { page: 'calls' } as const;

const rooms: RoomView[] = [
  {
    id: 'hall',
    name: 'Town hall',
    kind: 'bigbluebutton',
    host: 'calls.maple.example',
    serviceId: 'calls',
    instanceId: 'ours',
    phone: { number: '+1 555 0100', pin: '4711#' },
    hasPresence: true,
  },
  {
    id: 'guests',
    name: 'Guests',
    kind: 'jitsi',
    host: 'meet.maple.example',
  },
  { id: 'bridge', name: 'Phone line', kind: 'other', phone: { number: '+1 555 0100' } },
];
const meetings: MeetingsState['meetings'] = [
  {
    id: 'infra',
    name: 'Infrastructure',
    match: { prefix: 'Infra' },
    padKind: 'hedgedoc',
    occasion: { startUtcMs: now + 10 * minuteMs, endUtcMs: now + hourMs },
    template: {},
    archive: { isRestricted: true },
  },
  { id: 'all', name: 'All hands', padKind: 'etherpad', archive: { isRestricted: false } },
];
const around = {
  coop: { ...coop, rooms, sections: [...coop.sections, 'rooms' as const, 'meetings' as const] },
  services: services(),
};
const answers = {
  'echo.get': state,
  'rooms.presence': [{ roomId: 'hall', participants: 3, atUtcMs: now - minuteMs }],
  'meetings.get': { meetings },
};

export const states: PageStates = {
  normal: {
    route,
    answers: { 'echo.get': { ...state, results: [result('a'), result('b', good)] } },
  },
  rooms: { route, snapshot: around, answers },
  'room down': {
    route,
    snapshot: {
      ...around,
      services: services({
        calls: {
          ...trouble('down', 'refused'),
          instead: { name: 'the phone line, +1 555 0100', hasPage: false },
        },
      }),
    },
    answers: {
      ...answers,
      'rooms.presence': [],
      'meetings.get': {
        meetings: meetings.map((one) =>
          one.template
            ? {
                ...one,
                template: {
                  readAtUtcMs: now - 6 * dayMs,
                  problem: { code: 'sign-in' as const, sinceUtcMs: now - dayMs },
                },
              }
            : one,
        ),
      },
    },
  },
  'rooms loading': { route, snapshot: around },
  loading: { route },
  failed: { route, answers: { 'echo.get': fails } },
  empty: { route, answers: { 'echo.get': state } },
  nothing: { route, answers: { 'echo.get': { ...state, instances: [] } } },
  comparison: {
    route,
    answers: {
      'echo.get': {
        ...state,
        results: ['a', 'b', 'c', 'd'].map((id, at) =>
          result(id, { ...(at % 2 === 0 ? {} : good), atUtcMs: now - (at + 1) * minuteMs }),
        ),
        comparison: ['a', 'b', 'c', 'd'],
      },
    },
  },
  ranges: {
    route,
    answers: {
      'echo.get': {
        ...state,
        results: ['a', 'b', 'c', 'd'].map((id, at) =>
          result(id, {
            ...(at % 2 === 0 ? {} : good),
            ...(at < 2 ? {} : { measurement: later }),
            atUtcMs: now - (at + 1) * minuteMs,
          }),
        ),
        comparison: ['a', 'b', 'c', 'd'],
      },
    },
  },
  running: {
    route,
    answers: {
      'echo.get': {
        ...state,
        run: {
          instance: { id: 'ours', name: 'Our own server' },
          step: 'measure',
          host: 'ours.example',
          startedAtUtcMs: now - 18_000,
          measureS: 20,
          samples: result('x').measurement.samples.slice(0, 12),
        },
      },
    },
  },
};
