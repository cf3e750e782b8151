/** The notes of meetings: started from a template, on the member's day. */
import { expect, test } from 'vitest';
import { createMeetings } from '../../../main/features/meetings/index.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import type { Room } from '../../../shared/coop/rooms.ts';
import type { TemplateReread } from '../../../shared/meetings/template.ts';
import { createCalendar } from '../../../shared/time/calendar.ts';
import { fakeClock } from '../clock.ts';

const hour = 3_600_000;
const url = 'https://pads.example/template/download';
const template = {
  url,
  tokens: { date: '{{date}}', title: '{{title}}', room: '{{room}}' },
} as const;
const infra: RegularMeeting = {
  id: 'infra',
  name: 'Infra',
  match: { prefix: 'Infra' },
  room: 'hall',
  pad: { url: 'https://pads.example/infra-{yyyy-mm-dd}', kind: 'hedgedoc' },
  template,
  archive: { url: 'https://forge.example/{yyyy}', isRestricted: true },
};
const plain: RegularMeeting = {
  id: 'plain',
  name: 'Plain',
  pad: { url: 'https://pads.example/p/plain', kind: 'etherpad' },
};
const hall: Room = { id: 'hall', name: 'Town hall', kind: 'other', url: 'https://go.example/hall' };
const secret: Room = {
  id: 'guests',
  name: 'Guests',
  kind: 'jitsi',
  url: 'https://meet.example/Guests?jwt=ey.a.b',
};
const bridge: Room = {
  id: 'bridge',
  name: 'Bridge',
  kind: 'other',
  phone: { number: '+1 555 0100' },
};

const text = '# {{date}} {{title}} {{room}}';
const good: TemplateReread = { ok: true, copy: { text } };
const bad: TemplateReread = { ok: false, problem: { code: 'sign-in' } };

function world({ zone = 'America/Toronto', startUtcMs = Date.UTC(2026, 10, 30, 17) } = {}) {
  const disk: { text?: string } = {};
  const world = {
    disk,
    clock: fakeClock(startUtcMs),
    events: [] as Meeting[],
    answer: good,
    asked: 0,
    etags: [] as (string | undefined)[],
    opened: [] as string[],
    copied: [] as string[],
    start: async (meetings: readonly RegularMeeting[] = [infra, plain], rooms = [hall]) => {
      const made = createMeetings({
        clock: world.clock,
        isoDate: createCalendar(zone).date,
        read: async (_url, etag) => {
          world.asked += 1;
          world.etags.push(etag);
          return world.answer;
        },
        events: () => world.events,
        copies: {
          load: async () => disk.text,
          save: async (next) => void (disk.text = next),
        },
        copyText: async (copy) => void world.copied.push(copy),
        openAddress: (address) => void world.opened.push(address),
      });
      await made.restore();
      made.setPlan({ meetings, rooms });
      return made;
    },
  };
  return world;
}
const event = (title: string, startUtcMs: number, join?: Meeting['join']): Meeting => ({
  id: `${title} ${startUtcMs}`,
  calendarId: 'c',
  title,
  startUtcMs,
  endUtcMs: startUtcMs + hour,
  ...(join ? { join } : {}),
});

test('without a calendar, the notes are of today, with the name of the meeting and its room', async () => {
  const made = world();
  const meetings = await made.start();
  expect(await meetings.start('infra')).toBe('new');
  expect(made.copied).toEqual(['# 2026-11-30 Infra https://go.example/hall']);
  expect(made.opened).toEqual(['https://pads.example/infra-2026-11-30']);
});

// As in obsidian-full-calendar 368: the day of a meeting in the morning was that of UTC.
test.each<[zone: string, startUtcMs: number, date: string]>([
  ['Australia/Brisbane', Date.UTC(2026, 11, 1, 23), '2026-12-02'],
  ['America/Toronto', Date.UTC(2026, 11, 2, 1), '2026-12-01'],
  ['UTC', Date.UTC(2026, 11, 2, 0), '2026-12-02'],
  ['Pacific/Apia', Date.UTC(2026, 11, 1, 11), '2026-12-02'],
])('in %s the day is that of the member’s clock', async (zone, startUtcMs, date) => {
  const made = world({ zone });
  made.events = [event('Infrastructure: backups', startUtcMs)];
  const meetings = await made.start();
  await meetings.start('infra');
  expect(made.copied[0]).toContain(`# ${date} Infrastructure: backups `);
  expect(made.opened).toEqual([`https://pads.example/infra-${date}`]);
  expect(meetings.padOf('infra')).toBe(`https://pads.example/infra-${date}`);
  expect(meetings.archiveOf('infra')).toBe('https://forge.example/2026');
});

test.each<[what: string, room: string | undefined, join: Meeting['join'], filled: string]>([
  ['its room', 'hall', undefined, 'https://go.example/hall'],
  [
    'its room, while the calendar names another place',
    'hall',
    { name: 'zoom.example' },
    'https://go.example/hall',
  ],
  ['the room of the calendar', 'hall', { name: 'Bridge', isOwnRoom: true }, 'Bridge'],
  ['a room whose address lets anybody in: its name', 'guests', undefined, 'Guests'],
  ['a room that one can only call: its name', 'bridge', undefined, 'Bridge'],
  ['no room: the token stays', undefined, undefined, '{{room}}'],
  ['an unknown room: the token stays', 'gone', undefined, '{{room}}'],
])('the notes name %s', async (_what, room, join, filled) => {
  const made = world();
  made.events = [event('Infra', made.clock.nowUtcMs(), join)];
  const { room: _usual, ...rest } = infra;
  const meetings = await made.start(
    [room === undefined ? rest : { ...rest, room }],
    [hall, secret, bridge],
  );
  await meetings.start('infra');
  expect(made.copied).toEqual([`# 2026-11-30 Infra ${filled}`]);
});

test('days before a meeting, its pad is the one that it will have; the archive is that of today', async () => {
  const made = world({ startUtcMs: Date.UTC(2026, 11, 30, 17) });
  const startUtcMs = Date.UTC(2027, 0, 5, 15);
  made.events = [event('Infra: budget', startUtcMs)];
  const meetings = await made.start();
  expect(meetings.state().meetings[0]?.occasion).toEqual({
    startUtcMs,
    endUtcMs: startUtcMs + hour,
  });
  expect(meetings.padOf('infra')).toBe('https://pads.example/infra-2027-01-05');
  expect(meetings.archiveOf('infra')).toBe('https://forge.example/2026');
  await meetings.start('infra');
  expect(made.copied).toEqual(['# 2027-01-05 Infra: budget https://go.example/hall']);
});

test('beside an event of the calendar, notes are of that one', async () => {
  const made = world();
  const nowUtcMs = made.clock.nowUtcMs();
  const [over, tomorrow] = [
    event('Infra', nowUtcMs - 2 * hour),
    event('Infra', nowUtcMs + 22 * hour),
  ];
  made.events = [over, event('Other', nowUtcMs), tomorrow];
  const meetings = await made.start();
  const opened = async (eventId?: string) => {
    await meetings.start('infra', eventId);
    return made.opened.at(-1);
  };
  expect(await opened(tomorrow.id)).toBe('https://pads.example/infra-2026-12-01');
  expect(await opened(over.id)).toBe('https://pads.example/infra-2026-11-30');
  expect(await opened()).toBe('https://pads.example/infra-2026-11-30');
  // Moved since, or another meeting.
  expect(await opened('gone')).toBe('https://pads.example/infra-2026-11-30');
  expect(await opened(`Other ${nowUtcMs}`)).toBe('https://pads.example/infra-2026-11-30');
});

test('what the calendar has of a meeting is told when it changes, and only then', async () => {
  const made = world();
  const meetings = await made.start();
  let told = 0;
  meetings.onChange(() => (told += 1));
  meetings.review();
  made.events = [event('Other', made.clock.nowUtcMs())];
  meetings.review();
  expect(told).toBe(0);
  made.events = [event('Infra', made.clock.nowUtcMs())];
  meetings.review();
  meetings.review();
  expect(told).toBe(1);
  made.clock.jump(24 * hour);
  made.events = [];
  meetings.review();
  expect(told).toBe(2);
});

test('nothing is read until notes are started', async () => {
  const made = world();
  const meetings = await made.start();
  meetings.state();
  meetings.padOf('infra');
  await made.clock.pass(48 * hour);
  expect(made.asked).toBe(0);
});

test('without any copy nothing is copied or opened, and the page says why and since when', async () => {
  const made = world();
  made.answer = bad;
  const meetings = await made.start();
  const sinceUtcMs = made.clock.nowUtcMs();
  expect(await meetings.start('infra')).toBe('none');
  made.clock.jump(hour);
  expect(await meetings.start('infra')).toBe('none');
  expect([made.copied, made.opened]).toEqual([[], []]);
  expect(meetings.state().meetings).toEqual([
    {
      id: 'infra',
      name: 'Infra',
      match: { prefix: 'Infra' },
      padKind: 'hedgedoc',
      template: { problem: { code: 'sign-in', sinceUtcMs } },
      archive: { isRestricted: true },
    },
    { id: 'plain', name: 'Plain', padKind: 'etherpad' },
  ]);
});

test('the last good copy is used after a restart, with its date; a new one replaces it', async () => {
  const made = world();
  const readAtUtcMs = made.clock.nowUtcMs();
  await (await made.start()).start('infra');
  made.clock.jump(7 * 24 * hour);
  made.answer = bad;
  const again = await made.start();
  expect(again.state().meetings[0]?.template).toEqual({ readAtUtcMs });
  expect(await again.start('infra')).toBe('old');
  expect(made.copied[1]).toBe('# 2026-12-07 Infra https://go.example/hall');
  expect(again.state().meetings[0]?.template).toEqual({
    readAtUtcMs,
    problem: { code: 'sign-in', sinceUtcMs: made.clock.nowUtcMs() },
  });
  made.answer = { ok: true, copy: { text: 'new' } };
  expect(await again.start('infra')).toBe('new');
  expect(made.copied[2]).toBe('new');
  expect(again.state().meetings[0]?.template).toEqual({ readAtUtcMs: made.clock.nowUtcMs() });
});

test('a template that has not changed is as good as new, after a restart as well', async () => {
  const made = world();
  made.answer = { ok: true, copy: { text }, etag: '"7"' };
  await (await made.start()).start('infra');
  made.clock.jump(hour);
  made.answer = { ok: true, unchanged: true };
  const again = await made.start();
  expect(await again.start('infra')).toBe('new');
  expect(made.etags).toEqual([undefined, '"7"']);
  expect(again.state().meetings[0]?.template).toEqual({ readAtUtcMs: made.clock.nowUtcMs() });
});

test('another address is another template, and the copy of the old one is not kept', async () => {
  const made = world();
  await (await made.start()).start('infra');
  const moved = { ...infra, template: { ...template, url: 'https://elsewhere.example/t' } };
  const again = await made.start([moved]);
  expect(again.state().meetings[0]?.template).toEqual({});
  await again.start('infra');
  expect(made.disk.text).not.toContain(url);
});

test.each([
  ['nothing', '{'],
  ['only the sound copy', JSON.stringify({ version: 1, copies: [7, { url, atUtcMs: -1, text }] })],
])('of a damaged file there is %s', async (_what, damaged) => {
  const made = world();
  made.disk.text = damaged;
  expect((await made.start()).state().meetings[0]?.template).toEqual({});
});

test('a page that the document does not name is not opened', async () => {
  const meetings = await world().start();
  expect(() => meetings.padOf('gone')).toThrow('bad-payload');
  expect(() => meetings.archiveOf('plain')).toThrow('bad-payload');
  await expect(meetings.start('plain')).rejects.toThrow('bad-payload');
});

test('every change is told', async () => {
  const made = world();
  const meetings = await made.start();
  let told = 0;
  meetings.onChange(() => (told += 1));
  await meetings.start('infra');
  meetings.setPlan({ meetings: [], rooms: [] });
  expect(told).toBe(2);
});
