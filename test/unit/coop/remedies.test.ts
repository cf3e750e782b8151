/** Each rule of the document's schema says how to fix a violation, in both languages. */
import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { CoopDocumentSchema } from '../../../shared/coop/document.ts';
import { problemCodes, remedy, remedyOf } from '../../../shared/coop/remedy.ts';
import { en } from '../../../shared/i18n/en.ts';
import { remedySentence } from '../../../shared/wording/sentences.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';

type Part = Readonly<Record<string, unknown>>;
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Messages of all rules below a part of the schema; those made from the input get `x`. */
function messagesIn(part: unknown, seen = new Set<unknown>()): readonly string[] {
  if (!isPart(part) || seen.has(part)) return [];
  seen.add(part);
  const { message } = part;
  const own =
    typeof message === 'function'
      ? (message as (issue: object) => string)({ input: 'x' })
      : message;
  const inner = ['entries', 'wrapped', 'item', 'options', 'pipe', 'requirement'].flatMap((key) => {
    const below = part[key];
    return isPart(below) ? Object.values(below).concat(below) : [];
  });
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...inner.flatMap((one) => messagesIn(one, seen)),
  ];
}

const messages = [...new Set(messagesIn(CoopDocumentSchema satisfies v.GenericSchema))];

test('the rules are found', () => expect(messages.length).toBeGreaterThan(15));

test.each(messages)('%s is a remedy that can be said', (message) => {
  const known = remedyOf(message);
  expect(known).toBeDefined();
  for (const locale of locales) {
    expect(known && remedySentence(createTranslate(locale), known)).toMatch(/.{8,}/);
  }
});

test('a message of valibot’s own is none', () => {
  expect(remedyOf('Invalid type: Expected string but received 7')).toBeUndefined();
  expect(remedyOf('["no-such-code",{}]')).toBeUndefined();
  expect(remedyOf('["text"')).toBeUndefined();
});

test.each(problemCodes)('%s has all its values, or says so', (code) => {
  const wanted = [...en[`problem.${code}`].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
    name,
    'x',
  ]);
  const values = Object.fromEntries(wanted) as Record<string, string>;
  for (const locale of locales) {
    expect(remedySentence(createTranslate(locale), remedy(code, values))).not.toContain('{');
  }
});
