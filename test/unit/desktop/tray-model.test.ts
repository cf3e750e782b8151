import { describe, expect, test } from 'vitest';
import type { TrayCommand, TrayItem } from '../../../main/desktop/tray-command.ts';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { everything } from '../../../shared/notification-policy/scope.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { QuietReason } from '../../../shared/notification-policy/view.ts';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { CoopView } from '../../../shared/coop/view.ts';
import { explainViews } from '../../../shared/status/dependencies.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';

const words = { t: createTranslate('en'), times: createTimes('en', 'UTC') };
const now = Date.UTC(2026, 10, 24, 6, 0);
const nine = Date.UTC(2026, 10, 24, 9, 0);

function draw(
  services: readonly ServiceView[],
  quietReason?: QuietReason,
  coop: Partial<Snapshot['coop']> = {},
  more: Partial<Snapshot> = {},
) {
  const snapshot = snapshotOf({
    coop: coopView(coop),
    services: [...services],
    policy: {
      quietHours: defaultQuietHours,
      setBy: 'app',
      scope: everything,
      damaged: false,
      ...(quietReason ? { quietReason } : {}),
    },
    ...more,
  });
  return trayModel(words, snapshot, now);
}

/** The menu as lines, with submenus indented. */
function linesOf(items: readonly TrayItem[], indent = ''): readonly string[] {
  return items.flatMap((item) => {
    if (item === 'separator') return [`${indent}-`];
    if ('items' in item) return [indent + item.label, ...linesOf(item.items, `${indent}  `)];
    return [indent + item.label + (item.enabled === false ? ' (off)' : '')];
  });
}

/** The command behind a label, given its path through submenus. */
function commandOf(items: readonly TrayItem[], ...[label, ...inner]: readonly string[]): unknown {
  const item = items.find((one) => one !== 'separator' && one.label === label);
  if (item === undefined || item === 'separator') return undefined;
  return 'items' in item ? commandOf(item.items, ...inner) : item.command;
}

test('a menu of a co-op where all is well', () => {
  const { items } = draw([serviceView('site', {})]);
  expect(linesOf(items)).toEqual([
    'All services are working',
    '-',
    'Open Coop Tray',
    'Check now',
    'Pause notifications',
    '  For 1 hour',
    '  For 4 hours',
    '  Until tomorrow',
    '  Until I resume them',
    '-',
    'Quit',
  ]);
});

test('a muted service leaves the icon, and comes last in the menu', () => {
  const { state, sentence, items } = draw([
    serviceView('pads', { verdict: 'down', muted: { sinceUtcMs: 0 } }),
    serviceView('chat', { verdict: 'degraded', acknowledged: { sinceUtcMs: 0, reason: 'x' } }),
    serviceView('site', {}),
  ]);
  expect([state, sentence]).toEqual(['degraded', '1 of 2 has problems: chat (1 muted)']);
  expect(linesOf(items).slice(2, 14)).toEqual([
    'chat: has problems (known)',
    '  Details',
    '  -',
    '  Mute for 1 hour',
    '  Mute for 4 hours',
    '  Mute until tomorrow',
    '  Mute until it recovers',
    'pads: down (muted)',
    '  Details',
    '  -',
    '  Unmute',
    '-',
  ]);
});

test('another member who looks at it is named; the icon and the sentence are as they were', () => {
  const seenBy = [{ by: 'sam', note: 'restarting', atUtcMs: 0 }];
  const { state, sentence, items } = draw([serviceView('pads', { verdict: 'down', seenBy })]);
  expect([state, sentence]).toEqual(['down', '1 of 1 down: pads']);
  expect(linesOf(items)).toContain('pads: down (known by sam)');
});

const lengths = ['For 1 hour', 'For 4 hours', 'Until tomorrow', 'Until I resume them'];

test.each<[QuietReason | undefined, string, readonly string[]]>([
  [undefined, 'Pause notifications', lengths],
  [{ why: 'quiet-hours', untilUtcMs: nine }, 'Notifications paused until 09:00', lengths],
  [
    { why: 'pause', untilUtcMs: nine },
    'Notifications paused until 09:00',
    ['Resume notifications'],
  ],
  [{ why: 'pause' }, 'Notifications paused', ['Resume notifications']],
])('while %j the menu says “%s”', (quietReason, label, offered) => {
  const lines = linesOf(draw([], quietReason).items);
  const from = lines.indexOf(label) + 1;
  expect(lines.slice(from, lines.indexOf('-', from))).toEqual(offered.map((one) => `  ${one}`));
});

describe('the menu', () => {
  test('names a cause once, and counts what depends on it', () => {
    const parents = new Map([
      ['chat', 'host'],
      ['pads', 'host'],
    ]);
    const views = [
      serviceView('chat', { verdict: 'down' }),
      serviceView('host', { verdict: 'down' }),
      serviceView('pads', { verdict: 'down' }),
    ];
    const model = draw(explainViews([...views, serviceView('site', { verdict: 'down' })], parents));
    const lines = linesOf(model.items).filter((line) => /^\w+: /.test(line));
    expect(lines).toEqual(['host: down, affecting 2 other services', 'site: down']);
    expect(model.sentence).toBe('4 of 4 down: host, site, chat and 1 more');
  });

  test('names no more than six services', () => {
    const many = Array.from({ length: 9 }, (_, at) => serviceView(`s${at}`, { verdict: 'down' }));
    expect(linesOf(draw(many).items).filter((line) => /^s\d: down/.test(line))).toHaveLength(6);
  });

  test('offers what to use instead; without a page of its own it leads to the details', () => {
    const { items } = draw([
      serviceView('chat', { verdict: 'down', instead: { name: 'the phone', hasPage: false } }),
      serviceView('pads', { verdict: 'down', instead: { name: 'the old pads', hasPage: true } }),
    ]);
    expect(commandOf(items, 'chat: down', 'Use the phone for now.')).toEqual({
      do: 'show',
      route: { page: 'status', serviceId: 'chat' },
    });
    expect(commandOf(items, 'pads: down', 'Use the old pads for now.')).toEqual({
      do: 'openLink',
      link: { serviceId: 'pads', which: 'instead' },
    });
  });

  test('checks nothing without a co-op, and nothing twice', () => {
    expect(linesOf(draw([], undefined, {}, { checkingNow: true }).items)).toContain(
      'Checking… (off)',
    );
    expect(linesOf(draw([], undefined, {}, { coop: undefined }).items)).toContain(
      'Check now (off)',
    );
  });
});

const card = { steps: ['Call El'], contacts: [] };
const show = (route: Route): TrayCommand => ({ do: 'show', route });

test.each<[string, Partial<CoopView>, Partial<Snapshot>, TrayCommand]>([
  ['Emergency', { emergency: card }, {}, show({ page: 'emergency' })],
  ['Echo test…', { sections: ['echo'] }, {}, show({ page: 'calls' })],
  ['Send feedback…', { sections: ['feedback'] }, {}, show({ page: 'feedback', write: true })],
  [
    '1 new reply to your feedback',
    { sections: ['feedback'] },
    { unreadAnswers: 1 },
    show({ page: 'feedback', answers: {} }),
  ],
  [
    '2 new announcements',
    { sections: ['announcements'] },
    { unreadAnnouncements: 2 },
    show({ page: 'announcements' }),
  ],
  ['Open Coop Tray', {}, {}, { do: 'open' }],
  ['Check now', {}, {}, { do: 'checkNow' }],
  ['Quit', {}, {}, { do: 'quit' }],
])('“%s” is there for what the co-op has, and leads there', (label, coop, more, command) => {
  const well = [serviceView('site', {})];
  expect(commandOf(draw(well, undefined, coop, more).items, label)).toEqual(command);
  const isAlways = Object.keys({ ...coop, ...more }).length === 0;
  expect(linesOf(draw(well).items).includes(label)).toBe(isAlways);
});

test.each<[readonly string[], TrayCommand]>([
  [['pads: down', 'Mute for 1 hour'], { do: 'snooze', serviceId: 'pads', length: '1h' }],
  [['chat: down (muted)', 'Unmute'], { do: 'unsnooze', serviceId: 'chat' }],
  [['pads: down', 'Details'], show({ page: 'status', serviceId: 'pads' })],
  [['Pause notifications', 'Until tomorrow'], { do: 'pause', length: 'tomorrow' }],
])('%j does what it says', (path, command) => {
  const { items } = draw([
    serviceView('pads', { verdict: 'down' }),
    serviceView('chat', { verdict: 'down', muted: { sinceUtcMs: 0 } }),
  ]);
  expect(commandOf(items, ...path)).toEqual(command);
});

test('a pause is ended where it was begun', () => {
  const { items } = draw([], { why: 'pause' });
  expect(commandOf(items, 'Notifications paused', 'Resume notifications')).toEqual({
    do: 'resume',
  });
});

test('backups that are not well have a line of their own, and leave the icon alone', () => {
  const backups = { bad: 1, unknown: 0, warning: 0, good: 4 };
  const well = [serviceView('site', {})];
  const { state, items } = draw(well, undefined, { sections: ['backups'] }, { backups });
  expect(state).toBe('up');
  expect(commandOf(items, 'Backups: 1 at risk')).toEqual(show({ page: 'backups' }));
  // A document without backups has none to worry about.
  expect(linesOf(draw(well, undefined, {}, { backups }).items).join()).not.toContain('Backups');
});

describe('meetings', () => {
  const minuteMs = 60_000;
  const meeting = (id: string, inMinutes: number, more: Partial<Meeting> = {}): Meeting => ({
    id,
    calendarId: 'coop',
    title: id,
    startUtcMs: now + inMinutes * minuteMs,
    endUtcMs: now + (inMinutes + 30) * minuteMs,
    join: { name: 'Hall', isOwnRoom: true },
    ...more,
  });
  const menuOf = (...meetings: readonly Meeting[]) =>
    draw([serviceView('site', {})], undefined, {}, { meetings: [...meetings] }).items;

  test.each<[string, number, readonly string[]]>([
    ['far', 31, []],
    ['near', 30, ['Infra in 30 min – Join']],
    ['in less than a minute', 0.5, ['Infra in 1 min – Join']],
    ['now', 0, ['Infra starts now – Join']],
    ['under way', -15, ['Infra, since 05:45 – Join']],
    ['over', -30, []],
  ])('one that is %s', (_what, inMinutes, lines) => {
    const menu = linesOf(menuOf(meeting('Infra', inMinutes)));
    expect(menu.slice(0, lines.length + 2)).toEqual(['All services are working', ...lines, '-']);
  });

  test('one with a place is joined, one without is shown', () => {
    const { join: _join, ...bare } = meeting('Lunch', 5);
    const items = menuOf(meeting('Infra', 5), bare);
    expect(commandOf(items, 'Infra in 5 min – Join')).toEqual({ do: 'join', meetingId: 'Infra' });
    expect(commandOf(items, 'Lunch in 5 min')).toEqual({
      do: 'show',
      route: { page: 'calendar' },
    });
  });

  test('three at most, those under way first', () => {
    const items = menuOf(...['a', 'b', 'c', 'd'].map((id, at) => meeting(id, at * 5 - 5)));
    expect(linesOf(items).slice(1, 5)).toEqual([
      'a, since 05:55 – Join',
      'b starts now – Join',
      'c in 5 min – Join',
      '-',
    ]);
  });
});
