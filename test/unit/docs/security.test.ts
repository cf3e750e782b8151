/** Every test that docs/security.md names exists. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8').replaceAll(/\s+/g, ' ');

/** Such as **S** for `test/e2e/security.test.ts`. */
const short = new Map(
  [...text.matchAll(/\*\*([A-Z])\*\* (?:is )?`(test\/[^`]+)`/g)].map(
    ([, letter = '', file = '']) => [letter, file] as const,
  ),
);
const files = [
  ...new Set(
    [...text.matchAll(/`((?:test|main|shared|renderer|build)\/[^`*]*)`/g)].map(
      ([, file = '']) => file,
    ),
  ),
];
/** The title after a file name, up to a delimiter or the next title. */
const named = [...text.matchAll(/(?:\b([A-Z])|`(test\/[^`]+\.test\.ts)`): ([^|;,›`()]+)/g)].flatMap(
  ([, letter = '', path, title = '']) => {
    const file = path ?? short.get(letter);
    const wanted = title.replace(/^… |\. [A-Z#].*$/g, '').replace(/\.? ?$/, '');
    return file === undefined || ['…', 'all cases'].includes(wanted)
      ? []
      : [[file, wanted] as const];
  },
);

test('there is something to look at', () => {
  expect(short.size).toBeGreaterThan(5);
  expect(named.length).toBeGreaterThan(60);
});

test.each(files)('%s is there', (file) => {
  expect(existsSync(file)).toBe(true);
});

test.each(named)('%s has: %s', (file, title) => {
  const plain = (text: string) => text.replaceAll(/['’]/g, '’');
  expect(plain(readFileSync(file, 'utf8'))).toContain(plain(title));
});
