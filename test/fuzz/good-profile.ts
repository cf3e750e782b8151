/** A profile as the app itself writes it. */
import { readFileSync } from 'node:fs';
import type { Result } from '../../shared/echo/state.ts';
import type { Item } from '../../shared/feedback/outbox.ts';
import { manifestOf } from '../servers/updates/manifests.ts';
import { result } from '../unit/echo/figures.ts';
import type { Profile } from './startup-inputs.ts';

export const startUtcMs = Date.UTC(2026, 10, 24, 14, 0);
const hourMs = 3_600_000;

const example = readFileSync(
  new URL('../../docs/examples/hypha.coop.json', import.meta.url),
  'utf8',
);
const coop = {
  source: 'hypha.example',
  readAtUtcMs: startUtcMs - hourMs,
  text: JSON.stringify({
    ...(JSON.parse(example) as object),
    maintenance: [
      { title: 'Updates', cron: '0 3 * * *', timeZone: 'America/Toronto', durationMin: 30 },
      { title: 'Disks', startsAt: '2026-11-24T15:00:00Z', endsAt: '2026-11-24T16:00:00Z' },
    ],
  }),
};
const [source] =
  (JSON.parse(example) as { backups?: { sources?: readonly { kind: string; url: string }[] } })
    .backups?.sources ?? [];
const sourceKey = `${source?.kind} ${source?.url}`;
const mute = { sinceUtcMs: startUtcMs - hourMs, untilUtcMs: startUtcMs + hourMs };
const sign = {
  is: 'reply',
  id: '$1',
  by: '@ana:hypha.example',
  mine: false,
  text: 'Thank you.',
  inThread: true,
  atUtcMs: startUtcMs - hourMs,
};
const answers = { signs: [sign], unread: ['$1'], told: ['$1'], askedAtUtcMs: startUtcMs };

function item(id: string): Item {
  return {
    version: 1,
    id,
    draft: '{"text":"It is slow."}',
    attachments: [],
    order: 1,
    sinceUtcMs: startUtcMs - hourMs,
    destination: `matrix #${id}:hypha.example`,
    parts: [{ kind: 'message', content: '{"body":"It is slow."}', transactionId: `t-${id}` }],
    failures: 1,
    phase: { at: 'waiting' },
  };
}

function line(id: string, atUtcMs: number): string {
  const seen = { verdict: 'up', timings: { total: 40 } };
  const figures = {
    time: { up: hourMs, degraded: 0, down: 0, maintenance: 0, unknown: 0 },
    spreads: {},
  };
  return JSON.stringify({
    id,
    coop: 'Hypha',
    unwritten: {
      beats: [{ serviceId: 'chat', atUtcMs, seen }],
      hours: [{ serviceId: 'chat', hourUtcMs: startUtcMs - hourMs, figures }],
      incidents: [
        {
          serviceId: 'chat',
          incident: { kind: 'down', fromUtcMs: atUtcMs, toUtcMs: atUtcMs + 1000, ended: true },
        },
      ],
    },
  });
}

const results: readonly Result[] = [result({ id: 'r1' }), result({ id: 'r2' })];

export const goodProfile: Profile = {
  'coop.json': JSON.stringify(coop),
  'peace.json': JSON.stringify({
    version: 1,
    pause: mute,
    snoozes: { chat: mute },
    acknowledgements: { mail: { ...mute, reason: 'We know.' } },
  }),
  'domains.json': JSON.stringify({
    'hypha.example': { askedAtUtcMs: startUtcMs, endsUtcMs: startUtcMs + 900 * hourMs },
  }),
  'backups.json': JSON.stringify({
    version: 1,
    told: {},
    readings: [
      {
        of: sourceKey,
        atUtcMs: startUtcMs - hourMs,
        targets: [{ id: 'files', name: 'Files', lastSuccessUtcMs: startUtcMs - 9 * hourMs }],
        remarks: [],
      },
    ],
  }),
  'announcements.json': JSON.stringify({
    version: 1,
    room: '#news:hypha.example',
    said: answers,
    reports: [],
  }),
  'reply-drafts.json': JSON.stringify({ version: 1, items: { 'item-1': 'It is still' } }),
  'answers.json': JSON.stringify({ version: 1, items: { 'item-1': answers } }),
  'echo-results.json': JSON.stringify({ version: 1, results }),
  'echo.json': JSON.stringify({ version: 1, guestName: 'Ana', place: 'Osaka', rooms: [] }),
  'shortcut.json': JSON.stringify({ version: 1, on: true }),
  'quick-open-shortcut.json': JSON.stringify({ version: 1, on: true }),
  'welcome.json': JSON.stringify({ version: 1, asked: ['a.example'], open: 'b.example' }),
  'stays-in-tray.json': JSON.stringify({ version: 1 }),
  'logo.json': JSON.stringify({
    version: 1,
    source: 'https://hypha.example/logo.png',
    readAtUtcMs: startUtcMs - hourMs,
    image: 'data:image/png;base64,iVBORw0KGgo=',
  }),
  'links.json': JSON.stringify({
    version: 1,
    lists: [
      {
        of: 'csv https://hypha.example/links.csv ',
        atUtcMs: startUtcMs - hourMs,
        links: [{ keyword: 'pads', address: 'https://pads.example/' }],
        faults: [{ code: 'duplicate', line: 7, keyword: 'pads' }],
        left: 0,
      },
    ],
  }),
  'calendars.json': JSON.stringify({
    version: 1,
    pasted: [{ id: 'own-1', host: 'calendar.google.com' }],
    reminds: [{ id: 'coop', minutes: 10, inQuietHours: false }],
    told: [{ id: 'infra', startUtcMs }],
    myAddresses: ['ana@hypha.example'],
  }),
  'calendar-copies.json': JSON.stringify({
    version: 1,
    copies: [
      {
        of: 'https://hypha.example/calendar.ics',
        atUtcMs: startUtcMs - hourMs,
        etag: '"1"',
        text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
      },
    ],
  }),
  'picks.json': JSON.stringify({
    version: 1,
    picks: [
      { id: 'link:pads', usesUtcMs: [startUtcMs], typed: [{ text: 'p', atUtcMs: startUtcMs }] },
    ],
  }),
  'link-checks.json': JSON.stringify({
    version: 1,
    askedUtcMs: [startUtcMs - hourMs],
    checks: [{ keyword: 'pads', of: 'x', atUtcMs: startUtcMs - hourMs, verdict: 'works' }],
  }),
  'money.json': JSON.stringify({
    version: 1,
    of: 'x',
    day: '2026-11-23',
    accounts: [{ slug: 'maple', name: 'Maple', balance: { cents: 123_456, currency: 'CAD' } }],
  }),
  'crashes.json': JSON.stringify({
    version: 1,
    incidents: [
      {
        kind: 'window',
        atUtcMs: startUtcMs - hourMs,
        version: '0.1.0',
        begunUtcMs: startUtcMs - 2 * hourMs,
        reason: 'crashed',
        exitCode: 11,
        answered: true,
      },
    ],
  }),
  'text-size.json': JSON.stringify({ version: 1, size: 150 }),
  'templates.json': JSON.stringify({
    version: 1,
    copies: [
      {
        url: 'https://pads.example/template/download',
        atUtcMs: startUtcMs - hourMs,
        text: '# {{date}} {{title}}',
      },
    ],
  }),
  'proxy.json': JSON.stringify({
    version: 1,
    setting: { use: 'address', address: 'http://proxy.example:3128' },
  }),
  'updates.json': JSON.stringify({
    version: 1,
    isOn: true,
    channel: 'beta',
    sinceUtcMs: startUtcMs - hourMs,
    goodAtUtcMs: startUtcMs - hourMs,
    goodIn: 'beta',
    keys: 'ssh-ed25519 AAAA release',
    known: [{ manifest: manifestOf(), digest: 'a' }],
    told: '1.1.0',
  }),
  'room-copies.json': JSON.stringify({
    version: 1,
    copies: [{ room: '#news:hypha.example', folder: '/home/ana/news' }],
  }),
  'accounts.json': JSON.stringify({ version: 1, github: { login: 'ana' } }),
  'item-1.json': JSON.stringify(item('item-1')),
  'item-2.json': JSON.stringify(item('item-2')),
  'history.journal': `${line('a', startUtcMs - 2 * hourMs)}\n${line('b', startUtcMs - hourMs)}\n`,
};
