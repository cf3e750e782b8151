/** What a feature costs: the sample of docs/add-a-feature.md is applied to a copy of the sources and compiled. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importsIn } from '../../import-graph.ts';
import { layers } from '../../layer-table.ts';
import { circles, offences } from '../../layers.ts';

const patch = resolve('test/fixtures/boards-feature.patch');
const parts = readFileSync(patch, 'utf8')
  .split(/^diff --git /m)
  .slice(1);
const existing = parts.filter((part) => !part.includes('\nnew file mode '));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'coop-tray-boards-'));
  for (const folder of ['main', 'renderer', 'shared'])
    cpSync(folder, join(copy, folder), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  execFileSync('git', ['apply', '--unsafe-paths', patch], { cwd: copy, stdio: 'pipe' });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('no more than eight existing files, and twenty lines in them', () => {
  const changed = existing.flatMap((part) =>
    part.split('\n').filter((line) => /^[+-](?![+-])/.test(line)),
  );
  expect(existing.length).toBeLessThanOrEqual(8);
  expect(changed.length).toBeLessThanOrEqual(20);
});

test('it compiles', () => {
  const config = {
    extends: resolve('tsconfig.base.json'),
    compilerOptions: {
      lib: ['ES2023', 'ES2024.String', 'DOM', 'DOM.Iterable'],
      jsx: 'react-jsx',
      types: ['node', 'vite/client'],
      noPropertyAccessFromIndexSignature: false,
    },
    include: ['main', 'renderer', 'shared'],
  };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
  execFileSync('node_modules/.bin/tsc', ['-p', '.'], {
    cwd: copy,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}, 60_000);

test('its imports keep to the layers', () => {
  const files = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: copy });
  const imports = files.flatMap((file) => importsIn(file, readFileSync(join(copy, file), 'utf8')));
  expect([...offences(imports, layers), ...circles(imports)]).toEqual([]);
});

test('the guide quotes it', () => {
  const added = parts.join('').replaceAll(/^\+/gm, '');
  const guide = readFileSync('docs/add-a-feature.md', 'utf8');
  const quoted = [...guide.matchAll(/^```tsx?\n(.*?)^```/gms)].map(([, code = '']) => code);
  expect(quoted.filter((code) => !added.includes(code))).toEqual([]);
  expect(quoted.length).toBeGreaterThan(4);
});
