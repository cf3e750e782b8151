import { expect, test } from 'vitest';
import { maxParentDepth } from '../../../shared/coop/parents.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';

/** The accepted parents, as “child>parent”, and the problems of the others. */
function read(parents: Readonly<Record<string, string | undefined>>) {
  const services = Object.entries(parents).map(([id, parent]) => ({ id, name: id, parent }));
  const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services }));
  if (!parsed.ok) throw new Error(parsed.error.code);
  const kept = parsed.document.services.flatMap(({ service: { id, parent } }) =>
    parent === undefined ? [] : [`${id}>${parent}`],
  );
  return { kept, said: parsed.document.problems.map(({ path, code }) => `${path} ${code}`) };
}

test.each<[string, Record<string, string | undefined>, string[], string[]]>([
  ['a tree', { a: undefined, b: 'a', c: 'a', d: 'c' }, ['b>a', 'c>a', 'd>c'], []],
  ['one on itself', { a: 'a' }, [], ['$.services[0].parent parent-circle']],
  [
    'a circle of three, and those that stand on it',
    { x: 'a', a: 'b', b: 'c', c: 'a', y: 'x', z: 'b' },
    ['x>a', 'y>x', 'z>b'],
    [1, 2, 3].map((at) => `$.services[${at}].parent parent-circle`),
  ],
  [
    'two circles and one that is none',
    { a: 'b', b: 'a', c: 'd', d: 'c', e: 'f', f: 'lost' },
    ['e>f'],
    [
      ...[0, 1, 2, 3].map((at) => `$.services[${at}].parent parent-circle`),
      '$.services[5].parent other-service',
    ],
  ],
])('%s', (_what, parents, kept, said) => {
  expect(read(parents)).toEqual({ kept, said });
});

test.each(['up', 'down'])(
  'a chain is cut where it is deeper than the limit, told %swards',
  (way) => {
    const links = Array.from({ length: 3 * maxParentDepth }, (_, at) => [
      `s${at}`,
      at === 0 ? undefined : `s${at - 1}`,
    ]);
    const ordered = way === 'up' ? links : links.toReversed();
    const { kept, said } = read(Object.fromEntries(ordered) as Record<string, string | undefined>);
    expect([kept.length, said.length]).toEqual([links.length - 3, 2]);
    expect(said.every((one) => one.endsWith('parent-deep'))).toBe(true);
    expect(kept).not.toContain(`s${maxParentDepth}>s${maxParentDepth - 1}`);
    expect(kept).toContain(`s${maxParentDepth - 1}>s${maxParentDepth - 2}`);
  },
);
