/** Documents with one mistake, as people write them. */
import { expect } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { remedySentence } from '../../../shared/wording/sentences.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import type { Problem } from '../../../shared/coop/problem.ts';

export const site = { id: 'site', name: 'Site', probe: { type: 'http', url: 'https://a.example' } };
export const frame = { version: 1, name: 'Co-op', services: [site] };

export function read(document: object) {
  const parsed = parseCoopDocument(JSON.stringify(document));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.document;
}
export const problemsOf = (more: object) => read({ ...frame, ...more }).problems;
export const service = (more: object) => ({ services: [site, { id: 'x', name: 'X', ...more }] });
export const probe = (one: object) => service({ probe: one });
export const http = (more: object) => probe({ type: 'http', url: 'https://a.example', ...more });
export const expecting = (one: object) => http({ expect: [one] });

/** Checks the sentence in both languages, which throws if it lacks a value. */
export function expectSentences(problem: Problem | undefined): void {
  for (const locale of locales) {
    const sentence = problem && remedySentence(createTranslate(locale), problem);
    expect(sentence).toMatch(/^\P{Ll}.{8,}$/su);
  }
}

export const inProbe = '$.services[1].probe';

/** `more` contains one mistake: it is reported at its place, in sentences, and the site still loads. */
export function expectOneProblem(more: object, path: string, code: string): void {
  const document = read({ ...frame, ...more });
  expect(document.problems.map((one) => [one.path, one.code])).toEqual([[path, code]]);
  expect(document.services[0]?.unreadable).toBeUndefined();
  expectSentences(document.problems[0]);
}
