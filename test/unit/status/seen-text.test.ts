import { describe, expect, test } from 'vitest';
import type { AnswerText } from '../../../shared/status/seen-text.ts';
import { isLacking, isPresent } from '../../../shared/status/seen-text.ts';
import { processorMs } from '../../processor-time.ts';

describe('words in a text', () => {
  test.each<[string, AnswerText, string, boolean]>([
    ['as they are written', { body: 'all is well' }, 'is well', true],
    ['in other letters', { body: 'All is well' }, 'all is well', false],
    ['by references in HTML', { body: 'Caf&eacute;', kind: 'html' }, 'Café', true],
    ['by references in XML', { body: 'Caf&#xe9;', kind: 'xml' }, 'Café', true],
    [
      'by an old reference without its end',
      { body: 'Caf&eacute ouvert', kind: 'html' },
      'Café ouvert',
      true,
    ],
    ['by references in plain text', { body: 'Caf&eacute;' }, 'Café', false],
    ['a reference of a reference', { body: '&amp;eacute;', kind: 'html' }, 'é', false],
    ['by escapes of JSON', { body: '"Caf\\u00e9"', kind: 'json' }, 'Café', true],
    ['by two escapes of one sign', { body: '"\\ud83d\\udc4d"', kind: 'json' }, '👍', true],
    ['over a line end', { body: 'is\n\t well' }, 'is well', true],
    ['without their space', { body: 'iswell' }, 'is well', false],
    ['with a space of no width', { body: 'is\u200Bwell' }, 'iswell', true],
    ['in another reading', { body: 'CafÃ©', otherwise: ['Café'] }, 'Café', true],
  ])('%s', (_what, text, words, found) => {
    expect(isPresent(text, words)).toBe(found);
    expect(isLacking(text, words)).toBe(!found);
  });

  test.each([
    ['marks without end', 'e\u0301\u0327'.concat('\u0301\u0327'.repeat(65_000))],
    ['references without end', '&'.repeat(260_000)],
    ['white space without end', `${' '.repeat(260_000)}x`],
  ])('%s cost no more than any text', (_what, body) => {
    const startMs = processorMs();
    expect(isPresent({ body, kind: 'html' }, 'welcome')).toBe(false);
    expect(processorMs() - startMs).toBeLessThan(1000);
  });

  test('in a doubtful reading are neither there nor lacking', () => {
    const text = { body: 'Caf\uFFFD', doubts: ['Café'] };
    expect([isPresent(text, 'Café'), isLacking(text, 'Café')]).toEqual([false, false]);
  });
});
