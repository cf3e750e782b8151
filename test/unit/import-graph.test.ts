import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../import-graph.ts';
import { importsIn } from '../import-graph.ts';
import { circles } from '../layers.ts';

describe('imports as they are written', () => {
  test.each<[string, ImportKind]>([
    ["import { a } from './b.ts';", 'static'],
    ["import './b.ts';", 'static'],
    ["import a, { type B } from './b.ts';", 'static'],
    ["import type { A } from './b.ts';", 'type'],
    ["import { type A, type B } from './b.ts';", 'type'],
    ["export { a } from './b.ts';", 'static'],
    ["export * from './b.ts';", 'static'],
    ["export type { A } from './b.ts';", 'type'],
    ["type A = import('./b.ts').A;", 'type'],
    ["const load = async () => (await import('./b.ts')).b;", 'dynamic'],
  ])('%s', (text, kind) => {
    expect(importsIn('shared/x/a.ts', text)).toEqual([
      { from: 'shared/x/a.ts', to: 'shared/x/b.ts', kind },
    ]);
  });

  test('packages and what only looks like an import are left out', () => {
    const text = "import * as v from 'valibot'; export const a = { import: './b.ts' };";
    expect(importsIn('shared/a.ts', text)).toEqual([]);
  });
});

test('a circle is found whatever leads into it', () => {
  const edges = ['a b', 'b c', 'c b', 'c d', 'a d'].map((one) => one.split(' '));
  const imports = edges.map(([from = '', to = '']) => ({ from, to, kind: 'type' as const }));
  expect(circles(imports)).toEqual(['b -> c -> b']);
});
