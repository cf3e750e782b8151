import { expect, test } from 'vitest';
import { groupsByPrefix } from '../../../shared/links/groups.ts';

test.each<[string, readonly string[], object]>([
  ['nothing', [], []],
  [
    'shared beginnings, and the others last',
    ['pads', 'wg-infra', 'calls', 'WG-finance', 'wg', 'gh.issues', 'gh_board'],
    [
      ['gh', 'gh.issues', 'gh_board'],
      ['wg', 'wg', 'WG-finance', 'wg-infra'],
      [undefined, 'calls', 'pads'],
    ],
  ],
])('%s', (_what, keywords, expected) => {
  const groups = groupsByPrefix(keywords.map((keyword) => ({ keyword })));
  expect(
    groups.map(({ prefix, links }) => [prefix, ...links.map(({ keyword }) => keyword)]),
  ).toEqual(expected);
});
