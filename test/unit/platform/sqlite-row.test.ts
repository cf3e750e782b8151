import { expect, test } from 'vitest';
import { DatabaseError } from '../../../main/platform/sqlite-error.ts';
import {
  asRow,
  choiceAt,
  maybeNumberAt,
  maybeTextAt,
  numberAt,
  textAt,
} from '../../../main/platform/sqlite-row.ts';

const row = { start: 7, kind: 'down', reason: null };

test('columns are read as what they are', () => {
  expect([numberAt(row, 'start'), textAt(row, 'kind')]).toEqual([7, 'down']);
  expect(choiceAt(row, 'kind', ['degraded', 'down'])).toBe('down');
  expect([maybeNumberAt(row, 'start'), maybeTextAt(row, 'kind')]).toEqual([7, 'down']);
});

test('NULL is undefined where it may be', () => {
  expect([maybeNumberAt(row, 'reason'), maybeTextAt(row, 'reason')]).toEqual([
    undefined,
    undefined,
  ]);
});

test.each<[string, () => unknown]>([
  ['text for a number', () => numberAt(row, 'kind')],
  ['a number for text', () => textAt(row, 'start')],
  ['NULL where it may not be', () => numberAt(row, 'reason')],
  ['text for a number that may be NULL', () => maybeNumberAt(row, 'kind')],
  ['a word that is none of the choices', () => choiceAt(row, 'kind', ['up'])],
  ['what is no row', () => asRow(undefined)],
  ['a column that the statement does not name', () => maybeTextAt(row, 'ended')],
])('%s is a sign of damage', (_what, read) => {
  expect(read).toThrow(new DatabaseError('damaged'));
});
