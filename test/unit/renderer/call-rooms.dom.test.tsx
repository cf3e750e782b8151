/** Rooms and the notes of meetings on the page of calls: what leads where, and what is said only where it is known. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallsPage } from '../../../renderer/pages/calls/CallsPage.tsx';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { RoomView } from '../../../shared/coop/room-view.ts';
import type { CoopSection } from '../../../shared/coop/view.ts';
import type { EchoState } from '../../../shared/echo/state.ts';
import type { MeetingsState } from '../../../shared/meetings/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const minute = 60_000;
const hall: RoomView = {
  id: 'hall',
  name: 'Town hall',
  kind: 'bigbluebutton',
  shown: 'calls.example/hall',
  serviceId: 'calls',
  instanceId: 'far',
  phone: { number: '+1 555 0100', pin: '4711#' },
  hasPresence: true,
};
const guests: RoomView = {
  id: 'guests',
  name: 'Guests',
  kind: 'jitsi',
  shown: 'meet.example/Guests?jwt=…',
  hasSecret: true,
};
const bridge: RoomView = { id: 'bridge', name: 'Bridge', kind: 'other', phone: { number: '911' } };
const server = (id: string) => ({ id, name: id, host: `${id}.example`, hasRoom: true, own: false });
const echo: EchoState = {
  instances: [server('near'), server('far')],
  results: [],
  settings: { guestName: 'Guest', place: '' },
};
const infra = {
  id: 'infra',
  name: 'Infrastructure',
  match: { prefix: 'Infra' },
  padKind: 'hedgedoc',
  template: {},
  archive: { isRestricted: true },
} as const;
const notes: MeetingsState = {
  meetings: [infra, { id: 'all', name: 'All hands', padKind: 'etherpad' }],
};
const event = (title: string, startUtcMs: number): Meeting => ({
  id: title,
  calendarId: 'c',
  title,
  startUtcMs,
  endUtcMs: startUtcMs + 60 * minute,
});

let main: FakeBridge;
beforeEach(() => {
  main = fakeBridge({
    'echo.get': () => echo,
    'rooms.presence': () => [],
    'meetings.get': () => notes,
    'meetings.start': () => 'new',
    'meetings.openPad': () => undefined,
    'meetings.openArchive': () => undefined,
    'link.open': () => undefined,
    'link.copy': () => undefined,
  });
});
afterEach(() => vi.useRealTimers());

async function open(
  rooms: readonly RoomView[],
  more: Partial<Snapshot> = {},
  sections: CoopSection[] = ['rooms'],
) {
  const coop = coopView({ rooms: [...rooms], sections });
  const snapshot = snapshotOf({ coop, services: [serviceView('calls')], ...more });
  const props = { route: { page: 'calls' }, coop, snapshot, go: () => undefined } as const;
  await act(async () => show(<CallsPage {...props} lastServiceId={undefined} />));
}
const openNotes = (events?: readonly Meeting[]) =>
  open([], events ? { meetings: [...events] } : {}, ['meetings']);
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const row = (name: string) => {
  const found = screen.getByRole('heading', { level: 3, name }).closest('li');
  if (!found) throw new Error(`no row ${name}`);
  return found;
};
const buttons = (name: string) =>
  within(row(name))
    .getAllByRole('button')
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);

describe('rooms', () => {
  test('come before the echo test, each with what it has', async () => {
    await open([hall, guests, bridge]);
    expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual([
      'Calls',
      'Rooms',
      'Town hall',
      'Guests',
      'Bridge',
      'Echo test',
    ]);
    expect(buttons('Town hall')).toEqual([
      'Join Town hall',
      'Test first: the server of Town hall',
      'Call Town hall',
      'Copy +1 555 0100',
      'Copy PIN 4711#',
    ]);
    expect(buttons('Guests')).toEqual(['Join Guests']);
    expect(buttons('Bridge')).toEqual(['Call Bridge', 'Copy 911']);
    expect(row('Town hall').textContent).toContain('BigBlueButton · calls.example/hall');
    expect(row('Guests').textContent).toContain(
      'meet.example/Guests?jwt=… (partly hidden: the address is secret)',
    );
  });

  test('are joined, called and copied by their ids', async () => {
    await open([hall]);
    await press('Join Town hall');
    await press('Call Town hall');
    await press('Copy +1 555 0100');
    await press('Copy PIN 4711#');
    expect(main.calls('link.open')).toEqual([
      { roomId: 'hall', which: 'page' },
      { roomId: 'hall', which: 'phone' },
    ]);
    expect(main.calls('link.copy')).toEqual([
      { roomId: 'hall', which: 'phone' },
      { roomId: 'hall', which: 'pin' },
    ]);
  });

  test('are there while the servers to test still load, and if they cannot be read', async () => {
    main.answer({ 'echo.get': () => Promise.reject(new Error('x')) });
    await open([hall]);
    expect(buttons('Town hall')).not.toContain('Test first: the server of Town hall');
    expect(screen.getByRole('button', { name: 'Join Town hall' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  test('lead to the test of their server, which then has the focus', async () => {
    await open([hall]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^near/ }).checked).toBe(true);
    await press('Test first: the server of Town hall');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^far/ }).checked).toBe(true);
    expect(document.activeElement?.textContent).toBe('Echo test');
  });

  test('a server that is down is said in words, and what to use instead comes first', async () => {
    const down = serviceView('calls', {
      verdict: 'down',
      instead: { name: 'the old server', hasPage: true },
    });
    await open([hall, guests], { services: [down] });
    expect(row('Town hall').textContent).toContain('Server: down');
    expect(buttons('Town hall')[0]).toBe('Use the old server');
    expect(row('Guests').textContent).not.toContain('Server');
  });

  test('a server of which nothing is known is unknown', async () => {
    await open([hall], { services: [serviceView('calls', { verdict: 'unknown' })] });
    expect(row('Town hall').textContent).toContain('Server: unknown');
  });

  test('without any, the page is that of the echo test', async () => {
    await open([], {}, []);
    expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(['Echo test']);
    expect(main.calls('rooms.presence')).toEqual([]);
    expect(main.calls('meetings.get')).toEqual([]);
  });
});

describe('who is in a room', () => {
  const inside = (participants: number, agoMs: number) => ({
    'rooms.presence': () => [{ roomId: 'hall', participants, atUtcMs: now - agoMs }],
  });

  test.each([
    [3, minute, '3 people were in the room at 08:59.'],
    [1, 0, '1 person was in the room at 09:00.'],
    [0, minute, 'Nobody was in the room at 08:59.'],
  ])('%d, counted %d ms ago: “%s”', async (participants, agoMs, text) => {
    main.answer(inside(participants, agoMs));
    await open([hall]);
    expect(row('Town hall').textContent).toContain(text);
  });

  test.each([
    ['is old', inside(3, 11 * minute)],
    ['is from the future', inside(3, -5 * minute)],
    [
      'is of another room',
      { 'rooms.presence': () => [{ roomId: 'x', participants: 3, atUtcMs: now }] },
    ],
    ['cannot be read', { 'rooms.presence': () => Promise.reject(new Error('x')) }],
  ])('is not said when the count %s', async (_what, answers) => {
    main.answer(answers);
    await open([hall]);
    expect(row('Town hall').textContent).not.toContain('in the room');
  });

  test('is asked for only where it is published, and again each minute', async () => {
    vi.useFakeTimers();
    await open([guests]);
    expect(main.calls('rooms.presence')).toHaveLength(0);
    await open([hall]);
    const before = main.calls('rooms.presence').length;
    await act(async () => void vi.advanceTimersByTime(minute));
    expect(main.calls('rooms.presence')).toHaveLength(before + 1);
  });
});

describe('the notes of a meeting', () => {
  test('have a button for what there is, and say what is restricted', async () => {
    await openNotes();
    expect(buttons('Infrastructure')).toEqual([
      'Start the notes of Infrastructure',
      'Open the pad of Infrastructure',
      'Archive (restricted): Infrastructure',
    ]);
    expect(buttons('All hands')).toEqual(['Open the pad of All hands']);
    expect(row('All hands').textContent).toContain('Etherpad');
    await press('Open the pad of All hands');
    await press('Archive (restricted): Infrastructure');
    expect(main.calls('meetings.openPad')).toEqual([{ id: 'all' }]);
    expect(main.calls('meetings.openArchive')).toEqual([{ id: 'infra' }]);
  });

  test.each([
    ['new', 'The template is in your clipboard: paste it into the pad.'],
    ['old', 'The last good copy of the template is in your clipboard: paste it into the pad.'],
    ['none', 'There’s no template to copy, so nothing was opened. You can still open the pad.'],
    ['failed', 'Something went wrong, and the pad wasn’t opened. Try again.'],
  ] as const)('are started: %s', async (started, text) => {
    main.answer({
      'meetings.start': () => (started === 'failed' ? Promise.reject(new Error('x')) : started),
    });
    await openNotes();
    await press('Start the notes of Infrastructure');
    expect(row('Infrastructure').querySelector('[aria-live]')?.textContent).toBe(text);
    expect(main.calls('meetings.start')).toEqual([{ id: 'infra' }]);
  });

  test('are started once, however often it is pressed', async () => {
    main.answer({ 'meetings.start': () => new Promise(() => undefined) });
    await openNotes();
    await press('Start the notes of Infrastructure');
    await press('Reading the template…');
    expect(main.calls('meetings.start')).toHaveLength(1);
  });

  test('say what is wrong with the template, since when, and of when the copy is', async () => {
    await openNotes();
    const problem = { code: 'sign-in', sinceUtcMs: now - minute } as const;
    const template = { readAtUtcMs: now - 3 * 24 * 60 * minute, problem };
    await main.send('meetings', { meetings: [{ ...infra, template }] });
    expect(row('Infrastructure').textContent).toContain(
      'The template can’t be read since 08:59. Its server asks to sign in. Your admins can make the template readable for everyone. Its last good copy is from Nov 21, 09:00.',
    );
  });

  test.each<[string, readonly Meeting[], string]>([
    [
      'the next one',
      [event('Other', now), event('INFRA: backups', now + 60 * minute)],
      'Next: 10:00',
    ],
    ['tomorrow’s', [event('Infrastructure', now + 24 * 60 * minute)], 'Next: Wednesday 09:00'],
    ['the one under way', [event('Infrastructure', now - minute)], 'Under way since 08:59'],
    ['none that is over', [event('Infrastructure', now - 90 * minute)], 'HedgeDoc'],
  ])('name %s of the calendar', async (_what, events, text) => {
    await openNotes(events);
    const shown = row('Infrastructure').textContent;
    expect(shown).toContain(text);
    expect(shown.includes('Next') || shown.includes('Under way')).toBe(text !== 'HedgeDoc');
  });

  test('that cannot be read are asked for again', async () => {
    main.answer({ 'meetings.get': () => Promise.reject(new Error('x')) });
    await openNotes();
    expect(screen.getByText('The meeting notes couldn’t be loaded.')).toBeTruthy();
    main.answer({ 'meetings.get': () => notes });
    await press('Try again');
    expect(row('All hands')).toBeTruthy();
  });
});
