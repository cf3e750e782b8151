/** In which order Today says things, and how many of a kind. */
import { expect, test } from 'vitest';
import type { Ranked, TodayKind } from '../../../shared/today/line.ts';
import { groupsOf } from '../../../shared/today/order.ts';

type Line = Ranked & Readonly<{ id: string }>;

function line(kind: TodayKind, id: string, more: Partial<Line> = {}): Line {
  return { kind, id, ...more };
}
const down = (id: string, atUtcMs: number, more: Partial<Line> = {}) =>
  line('trouble', id, { verdict: 'down', atUtcMs, ...more });
const now = 1000;
const idsOf = (lines: readonly Line[]) =>
  groupsOf(lines, now).map(({ lines: shown, more }) =>
    [...shown.map(({ id }) => id), ...(more > 0 ? [`and ${more} more`] : [])].join(' '),
  );

test.each<[string, readonly Line[], readonly string[]]>([
  ['nothing', [], []],
  [
    'kinds, whoever comes first',
    [
      line('work', 'disks'),
      line('staging', 'build'),
      line('backups', 'all'),
      line('news', 'news'),
      line('answers', 'replies'),
      line('call', 'weekly'),
      line('trouble', 'pads'),
      line('emergency', 'card'),
    ],
    ['pads', 'card', 'weekly', 'replies', 'news', 'all', 'build', 'disks'],
  ],
  ['the earliest', [down('late', 9), down('early', 3), down('between', 5)], ['early between late']],
  [
    'the worst before the earliest',
    [
      line('trouble', 'unknown', { verdict: 'unknown', atUtcMs: 1 }),
      line('trouble', 'slow', { verdict: 'degraded', atUtcMs: 2 }),
      down('down', 3),
    ],
    ['down slow unknown'],
  ],
  [
    'one’s own services before worse ones',
    [
      down('others', 1),
      line('trouble', 'mine', { verdict: 'degraded', atUtcMs: 2, isStarred: true }),
    ],
    ['mine others'],
  ],
  [
    'what is known last, even one’s own',
    [
      down('known', 1, { isKnown: true, isStarred: true }),
      line('trouble', 'slow', { verdict: 'degraded', atUtcMs: 2 }),
    ],
    ['slow known'],
  ],
  ['those of the same moment as given', [down('b', 1), down('a', 1)], ['b a']],
  [
    'no more than three of a kind, the most important ones',
    [
      down('known', 1, { isKnown: true }),
      down('d', 4),
      down('c', 3),
      down('b', 2),
      down('mine', 9, { isStarred: true }),
      line('call', 'weekly', { atUtcMs: 1 }),
    ],
    ['mine b c and 2 more', 'weekly'],
  ],
  // Open houses, classes and office hours last for hours (illinois-app 3839, MeetingBar 278 and 403).
  [
    'calls the nearest, when three have been under way for long',
    [
      line('call', 'open house', { atUtcMs: now - 300 }),
      line('call', 'class', { atUtcMs: now - 200 }),
      line('call', 'desk', { atUtcMs: now - 100 }),
      line('call', 'weekly', { atUtcMs: now + 5 }),
    ],
    ['class desk weekly and 1 more'],
  ],
  [
    'calls the nearest, when the next is far',
    [
      line('call', 'tonight', { atUtcMs: now + 400 }),
      line('call', 'a', { atUtcMs: now - 3 }),
      line('call', 'b', { atUtcMs: now - 2 }),
      line('call', 'c', { atUtcMs: now - 1 }),
    ],
    ['a b c and 1 more'],
  ],
])('in order of %s', (_what, lines, wanted) => {
  expect(idsOf(lines)).toEqual(wanted);
});
