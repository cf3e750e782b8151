/** Rooms in the tray's menu: one click to a call, and a word where its server is down. */
import { expect, test } from 'vitest';
import { roomItems } from '../../../main/desktop/tray-rooms.ts';
import type { TrayItem } from '../../../main/desktop/tray-command.ts';
import type { RoomView } from '../../../shared/coop/room-view.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const room = (id: string, more: Partial<RoomView> = {}): RoomView => ({
  id,
  name: id,
  kind: 'other',
  host: `${id}.example`,
  ...more,
});
const toCall = { host: undefined, phone: { number: '+1 555 0100' } };

function draw(rooms: readonly RoomView[], verdict: Verdict = 'up') {
  const services = [serviceView('calls', { verdict })];
  const coop = coopView({ rooms: [...rooms] });
  return roomItems(createTranslate('en'), snapshotOf({ coop, services }));
}
const labels = (items: readonly TrayItem[]): unknown[] =>
  items.map((item) => {
    if (item === 'separator') return '-';
    return 'items' in item ? [item.label, ...labels(item.items)] : item.label;
  });
const many = (count: number) => Array.from({ length: count }, (_, at) => room(`r${at}`));

test.each<[what: string, rooms: readonly RoomView[], verdict: Verdict, items: readonly unknown[]]>([
  ['no room', [], 'up', []],
  ['only rooms to call', [room('a', toCall)], 'up', []],
  ['one room', [room('hall')], 'up', ['Join hall']],
  ['one room beside one to call', [room('hall'), room('a', toCall)], 'up', ['Join hall']],
  ['two rooms', [room('hall'), room('guests')], 'up', [['Join a call', 'hall', 'guests']]],
  ['one that is down', [room('hall', { serviceId: 'calls' })], 'down', ['Join hall (down)']],
  [
    'one of two that is down',
    [room('hall', { serviceId: 'calls' }), room('guests')],
    'down',
    [['Join a call', 'hall (down)', 'guests']],
  ],
  [
    'one in maintenance',
    [room('hall', { serviceId: 'calls' })],
    'maintenance',
    ['Join hall (in maintenance)'],
  ],
  [
    'one of which nothing is known',
    [room('hall', { serviceId: 'calls' })],
    'unknown',
    ['Join hall'],
  ],
  ['one that is slow', [room('hall', { serviceId: 'calls' })], 'degraded', ['Join hall']],
  ['five rooms', many(5), 'up', [['Join a call', 'r0', 'r1', 'r2', 'r3', 'r4']]],
  ['six rooms', many(6), 'up', [['Join a call', 'r0', 'r1', 'r2', 'r3', 'r4', '-', 'All rooms']]],
])('a co-op with %s', (_what, rooms, verdict, items) => {
  expect(labels(draw(rooms, verdict))).toEqual(items);
});

test('an item joins its room, by its id alone', () => {
  expect(draw([room('hall')])).toEqual([
    { label: 'Join hall', command: { do: 'openLink', link: { roomId: 'hall', which: 'page' } } },
  ]);
});

test('without a co-op there is nothing to join', () => {
  expect(roomItems(createTranslate('en'), snapshotOf())).toEqual([]);
});
