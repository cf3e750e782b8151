/** Rooms on the page of calls: what leads where, and what is said only where it is known. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallsPage } from '../../../renderer/pages/calls/CallsPage.tsx';
import type { RoomView } from '../../../shared/coop/room-view.ts';
import type { CoopSection } from '../../../shared/coop/view.ts';
import type { EchoState } from '../../../shared/echo/state.ts';
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
  host: 'calls.example',
  serviceId: 'calls',
  instanceId: 'far',
  phone: { number: '+1 555 0100', pin: '4711#' },
  hasPresence: true,
};
const guests: RoomView = {
  id: 'guests',
  name: 'Guests',
  kind: 'jitsi',
  host: 'meet.example',
};
const bridge: RoomView = { id: 'bridge', name: 'Bridge', kind: 'other', phone: { number: '911' } };
const server = (id: string) => ({ id, name: id, host: `${id}.example`, hasRoom: true, own: false });
const echo: EchoState = {
  instances: [server('near'), server('far')],
  results: [],
  settings: { guestName: 'Guest', place: '' },
};
let main: FakeBridge;
beforeEach(() => {
  main = fakeBridge({
    'echo.get': () => echo,
    'rooms.presence': () => [],
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
      'Copy address: Town hall',
      'Call Town hall',
      'Copy +1 555 0100',
      'Copy PIN 4711#',
    ]);
    expect(buttons('Guests')).toEqual(['Join Guests', 'Copy address: Guests']);
    expect(buttons('Bridge')).toEqual(['Call Bridge', 'Copy 911']);
    expect(row('Town hall').textContent).toContain('BigBlueButton · calls.example');
    expect(row('Guests').textContent).toContain('Jitsi · meet.example');
  });

  test('are joined, called and copied by their ids', async () => {
    await open([hall]);
    await press('Join Town hall');
    await press('Copy address: Town hall');
    await press('Call Town hall');
    await press('Copy +1 555 0100');
    await press('Copy PIN 4711#');
    expect(main.calls('link.open')).toEqual([
      { roomId: 'hall', which: 'page' },
      { roomId: 'hall', which: 'phone' },
    ]);
    expect(main.calls('link.copy')).toEqual([
      { roomId: 'hall', which: 'page' },
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

  test.each([
    ['+1 (555) 01-00', 'Join Town hall'],
    ['+1 555 0199', 'Copy the phone line, +1 555 0199'],
  ])(
    'instead of which %s is used: its own number is read once, with its PIN',
    async (to, first) => {
      const instead = { name: `the phone line, ${to}`, hasPage: false };
      await open([hall], { services: [serviceView('calls', { verdict: 'down', instead })] });
      expect(buttons('Town hall')[0]).toBe(first);
      const line = screen.getByRole('button', { name: 'Call Town hall' }).closest('p');
      expect(line?.textContent).toContain('+1 555 0100PIN 4711#');
    },
  );

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
