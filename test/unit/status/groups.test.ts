import { expect, test } from 'vitest';
import { groupsOf } from '../../../shared/status/groups.ts';
import { serviceView } from '../../fixtures/views.ts';

const service = (id: string, group?: string) =>
  serviceView(id, group === undefined ? {} : { group });

test.each<
  [string, readonly [string, string?][], readonly [string | undefined, readonly string[]][]]
>([
  ['none without services', [], []],
  ['one without a name if no service has a group', [['a'], ['b']], [[undefined, ['a', 'b']]]],
  [
    'in the order of the document, those without a group last',
    [['a'], ['b', 'Write'], ['c', 'Talk'], ['d'], ['e', 'Write']],
    [
      ['Write', ['b', 'e']],
      ['Talk', ['c']],
      [undefined, ['a', 'd']],
    ],
  ],
])('groups: %s', (_what, services, expected) => {
  const groups = groupsOf(services.map(([id, group]) => service(id, group)));
  expect(groups.map(({ name, views }) => [name, views.map(({ id }) => id)])).toEqual(expected);
});
