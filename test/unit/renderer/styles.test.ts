/** Classes of CSS modules are plain strings to the compiler: a misspelt one would just have no style. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const importPattern = /import (\w+) from '([^']+\.module\.css)';/g;

test('a component uses only classes that its style sheet defines', () => {
  const missing = globSync('renderer/**/*.tsx').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(importPattern)].flatMap(([, name = '', path = '']) => {
      const css = readFileSync(join(file, '..', path), 'utf8');
      const code = source.replaceAll(/^import .*$/gm, '');
      const used = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map((one) => one[1]);
      return used
        .filter((one) => !new RegExp(`\\.${one}\\b`).test(css))
        .map((one) => `${file}: ${one}`);
    });
  });
  expect(missing).toEqual([]);
});
