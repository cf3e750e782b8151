/** The document to begin with, by the app's own rules. */
import { expect, test } from 'vitest';
import { lintDocument } from '../../../shared/coop/lint/index.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { starterFor } from '../../../shared/coop/starter.ts';

test.each([
  ['Maple.example', 'https://maple.example'],
  ['https://maple.example:8443/', 'https://maple.example:8443'],
  ['https://maple.example/wiki/coop.json', 'https://maple.example'],
])('for %s is about %s, short, and has no mistake', (typed, origin) => {
  const starter = starterFor(typed);
  const text = starter?.text ?? '';
  expect(starter?.address).toBe(`${origin}/.well-known/coop-tray.json`);
  expect(text.split('\n').length).toBeLessThan(25);
  const parsed = parseCoopDocument(text);
  expect(parsed.ok && parsed.document.problems).toEqual([]);
  expect(parsed.ok && parsed.document.services[0]?.service.url).toBe(origin);
  expect(lintDocument(text, origin)).toMatchObject({ problems: [] });
});

test.each(['', 'not an address', '/home/ana/coop.json', 'coop.json'])(
  'for “%s”, which nobody can publish, there is none',
  (typed) => expect(starterFor(typed)).toBeUndefined(),
);
