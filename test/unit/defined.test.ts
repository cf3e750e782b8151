import { expect, expectTypeOf, test } from 'vitest';
import { defined } from '../../shared/defined.ts';

test('fields that are undefined are left out, and no others', () => {
  const given: { a?: number; b: null; c: string; d: number | undefined } = {
    b: null,
    c: '',
    d: undefined,
  };
  const kept = defined(given);
  expect(Object.keys(kept)).toEqual(['b', 'c']);
  expectTypeOf(kept.d).toEqualTypeOf<number | undefined>();
});

test('what is left fits a type with optional fields', () => {
  const width = (given: string): number | undefined => (given === '' ? undefined : Number(given));
  const size: Readonly<{ height: number; width?: number }> = defined({
    height: 1,
    width: width(''),
  });
  expect('width' in size).toBe(false);
});
