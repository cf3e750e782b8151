import { expect, test } from 'vitest';
import type { Report } from '../../../shared/announcements/report.ts';
import {
  withReport,
  maxReportAgeMs,
  newlyReported,
  nextEndUtcMs,
  reportType,
  reportedNow,
} from '../../../shared/announcements/report.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';

const now = Date.UTC(2026, 10, 24, 14, 2);
let number = 0;
function event(content: object, more: Partial<RoomEvent> = {}): RoomEvent {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!news',
    sender: '@sam:coop',
    type: reportType,
    content: content as RoomEvent['content'],
    sentUtcMs: now,
    ...more,
  };
}
const down = { v: 1, service: 'pads', state: 'down', text: 'The disk is full' };
const hear = (...events: readonly RoomEvent[]) =>
  events.reduce<readonly Report[]>((reports, one) => withReport(reports, one, true, now), []);
const held = (reports: readonly Report[], atUtcMs = now) =>
  Object.fromEntries(reportedNow(reports, atUtcMs));

test('what the co-op reports holds, with its words and times', () => {
  const reports = hear(event({ ...down, sinceUtc: '2026-11-24T13:50:00Z' }));
  expect(held(reports)).toEqual({
    pads: {
      state: 'down',
      text: 'The disk is full',
      saidAtUtcMs: now,
      sinceUtcMs: Date.UTC(2026, 10, 24, 13, 50),
    },
  });
});

test.each([
  ['a later version', { ...down, v: 2 }],
  ['no version', { ...down, v: undefined }],
  ['another state', { ...down, state: 'burning' }],
  ['no service', { ...down, service: undefined }],
  ['a service that is none', { ...down, service: '../../etc' }],
  ['a service that is an object', { ...down, service: { toString: 'pads' } }],
  ['a text that is none', { ...down, text: 7 }],
  ['an instant that is none', { ...down, untilUtc: 'tomorrow' }],
  ['an instant as a number', { ...down, sinceUtc: now }],
  ['nothing', {}],
  ['__proto__', JSON.parse('{"__proto__":{"v":1}}') as object],
])('is not heard with %s', (_what, content) => {
  expect(hear(event(content))).toEqual([]);
});

test('of a member without the power to speak for the co-op it is not heard', () => {
  expect(withReport([], event(down), false, now)).toEqual([]);
  expect(withReport([], event({ ...down, sender: '@sam:coop' }), false, now)).toEqual([]);
});

test('as a plain message, or by a server of the future, it is not heard', () => {
  expect(hear(event(down, { type: 'm.room.message' }))).toEqual([]);
  expect(hear(event(down, { sentUtcMs: now + 3_600_000 }))).toEqual([]);
});

test('is cut short, and is text', () => {
  const [report] = hear(event({ ...down, text: `<b>a\u202E\u0000\nb</b>${'x'.repeat(60_000)}` }));
  expect(report?.text.length).toBe(500);
  expect(report?.text.startsWith('<b>a b</b>xxx')).toBe(true);
});

test('is over after 24 hours, or sooner where it says so, and not later', () => {
  const reports = hear(event(down));
  expect(Object.keys(held(reports, now + maxReportAgeMs - 1))).toEqual(['pads']);
  expect(held(reports, now + maxReportAgeMs)).toEqual({});
  const short = hear(event({ ...down, untilUtc: '2026-11-24T15:00:00Z' }));
  expect(held(short, Date.UTC(2026, 10, 24, 15))).toEqual({});
  const long = hear(event({ ...down, untilUtc: '2027-11-24T15:00:00Z' }));
  expect(held(long, now + maxReportAgeMs)).toEqual({});
  expect(nextEndUtcMs(short, now)).toBe(Date.UTC(2026, 10, 24, 15));
});

test('ends when all is well, and when it is taken back', () => {
  const first = event(down, { sentUtcMs: now - 1000 });
  expect(held(hear(first, event({ ...down, state: 'up' })))).toEqual({});
  const back = event({}, { type: 'm.room.redaction', redacts: first.eventId });
  expect(held(hear(first, back))).toEqual({});
  expect(hear({ ...first, content: {} })).toEqual([]);
});

test('the newest counts, in whatever order they come', () => {
  const old = event(down, { sentUtcMs: now - 60_000 });
  const newer = event({ ...down, state: 'degraded' });
  expect(held(hear(newer, old))['pads']?.state).toBe('degraded');
});

test('a report that is renewed is no news, one in other words is', () => {
  const first = hear(event(down, { sentUtcMs: now - 3000 }));
  expect(newlyReported([], first, now).length).toBe(1);
  const renewed = withReport(first, event(down, { sentUtcMs: now - 2000 }), true, now);
  expect(newlyReported(first, renewed, now)).toEqual([]);
  const other = withReport(renewed, event({ ...down, state: 'degraded' }), true, now);
  expect(newlyReported(renewed, other, now).map(({ state }) => state)).toEqual(['degraded']);
});

test('stays small, whatever is sent', () => {
  const many = Array.from({ length: 1000 }, (_, at) => event({ ...down, service: `s${at}` }));
  expect(hear(...many).length).toBe(200);
});
