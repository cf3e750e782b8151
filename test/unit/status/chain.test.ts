import { expect, test } from 'vitest';
import type { Link } from '../../../shared/status/chain.ts';
import { longestWay } from '../../../shared/status/chain.ts';

/** A certificate named by its position, with its end, its possible issuers, and the end of its trusted authority. */
const link = (
  name: string,
  ends: number,
  issuers: readonly number[] = [],
  root?: number,
): Link => ({
  name,
  validToUtcMs: ends,
  issuers,
  ...(root === undefined ? {} : { anchor: { name: 'root', validToUtcMs: root } }),
});

test.each<[string, readonly Link[], [string, number] | undefined]>([
  ['nothing was sent', [], undefined],
  ['no way to a trusted authority', [link('own', 9, [1]), link('middle', 9)], undefined],
  ['directly under an authority', [link('own', 5, [], 9)], ['own', 5]],
  ['the authority ends first', [link('own', 5, [], 3)], ['root', 3]],
  ['the usual', [link('own', 3, [1]), link('middle', 6, [], 9)], ['own', 3]],
  ['the middle ends first', [link('own', 6, [1]), link('middle', 3, [], 9)], ['middle', 3]],
  ['both at once: what is nearer', [link('own', 3, [1]), link('middle', 3, [], 9)], ['own', 3]],
  [
    'an old one beside the new',
    [link('own', 6, [1, 2]), link('old', 1, [], 9), link('new', 8, [], 9)],
    ['own', 6],
  ],
  [
    'the new one beside the old, which leads nowhere',
    [link('own', 6, [1, 2]), link('new', 8), link('old', 4, [], 9)],
    ['old', 4],
  ],
  [
    'signed across by an authority that has ended',
    [link('own', 6, [1]), link('middle', 8, [2], 9), link('across', 1, [3]), link('ended', 1, [3])],
    ['own', 6],
  ],
  [
    'four deep, in no order',
    [link('own', 9, [3]), link('c', 7, [], 9), link('b', 5, [1]), link('a', 8, [2])],
    ['b', 5],
  ],
  ['a circle', [link('own', 9, [1]), link('a', 8, [2]), link('b', 7, [1])], undefined],
  [
    'a circle with a way out',
    [link('own', 9, [1]), link('a', 8, [2, 1], 4), link('b', 7, [1])],
    ['root', 4],
  ],
])('%s', (_what, links, expected) => {
  const way = longestWay(links);
  expect(way && [way.end.name, way.end.validToUtcMs]).toEqual(expected);
});

test('sixteen that may all have issued each other take no time', () => {
  const all = [...Array(16).keys()];
  const links = all.map((index) =>
    link(String(index), 100 - index, all, index === 15 ? 99 : undefined),
  );
  expect(longestWay(links)?.end.name).toBe('15');
  expect(longestWay(links)?.places).toEqual([0, 15]);
});

test('the way is told from the server up', () => {
  const links = [
    link('own', 9, [3]),
    link('c', 7, [], 9),
    link('b', 5, [1]),
    link('a', 8, [2, 4]),
    link('b ended', 1, [1]),
  ];
  expect(longestWay(links)?.places).toEqual([0, 3, 2, 1]);
});
