import { expect, test } from 'vitest';
import {
  draftItem,
  enter,
  failed,
  neverLeft,
  restored,
  started,
} from '../../../shared/feedback/outbox.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { trouble } from '../../../shared/feedback/trouble.ts';

const bound = { via: 'matrix', place: 'room' };

const draft = draftItem('a', 'Seen: Pads', [], 0);
const entered = enter(draft, { destination: 'matrix:room', bound, contents: [] }, [], 0, () => 'x');
const sending = started(entered);
const late = failed(sending, trouble('timeout'), 1, 1000);

test.each<[string, Item, boolean]>([
  ['waits for its first try', entered, true],
  ['is refused at the first try', failed(sending, trouble('no-permission'), 1), true],
  ['is being sent', sending, false],
  ['was being sent when the app ended', restored(sending), false],
  ['was not answered in time', late, false],
  ['is refused after that', failed(late, trouble('no-permission'), 2), false],
  ['has waited too long after that', failed(entered, trouble('too-old'), 1), false],
])('of an item that %s nothing can have arrived: it is known', (_what, item, expected) => {
  expect(neverLeft(item)).toBe(expected);
});
