/**
 * Contents of a profile instead of what the app wrote: nothing, noise, other data, and its own files, altered or
 * truncated.
 */
import * as fc from 'fast-check';
import type { Json } from './feed-inputs.ts';
import { json, put, tear } from './feed-inputs.ts';

export type Profile = Readonly<Record<string, string>>;

/** Values that any program may write, and that some function of the platform throws on. */
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    8.64e15 + 1,
    -8.64e15,
    1e308,
    -1,
    0.5,
    '\uD800',
    '\0',
    '//',
    '%zz',
    '__proto__',
    'Mars/Base',
    '* * * * *',
    '0 0 31 2 *',
    'file://host/x',
    'https://[',
    '9999-12-31T23:59:59Z',
    '-271821-04-20T00:00:00Z',
    '$..*..*..*',
    { ['__proto__']: null, constructor: {}, toString: 1 },
  ),
  fc.integer({ min: 1, max: 400 }).map((depth) => nested(depth)),
  fc.integer({ min: 1, max: 5000 }).map((length) => 'a'.repeat(length)),
  json,
);

function nested(depth: number): Json {
  let inner: Json = 1;
  for (let at = 0; at < depth; at += 1) inner = at % 2 ? [inner] : { a: inner };
  return inner;
}

const bends = fc.array(fc.record({ place: fc.nat({ max: 120 }), value: hostile }), {
  minLength: 1,
  maxLength: 4,
});

/** Made once: the library lists all characters for each. */
const noise = fc.string({ maxLength: 200, unit: 'binary' });

/** `good` is what the app itself wrote; in a file of lines each line is altered separately. */
function damaged(good: string): fc.Arbitrary<string> {
  const lines = good.split('\n').map((line) => (line === '' ? '' : (JSON.parse(line) as Json)));
  const bent = fc.record({ line: fc.nat(), all: bends }).map(({ line, all }) =>
    lines
      .map((one, at) =>
        at === line % lines.length && one !== ''
          ? all.reduce<Json>((sum, { place, value }) => put(sum, place, value), one)
          : one,
      )
      .map((one) => (one === '' ? '' : JSON.stringify(one)))
      .join('\n'),
  );
  const inside = bends.map((all) => bentInside(good, all));
  const torn = fc
    .record({ from: fc.nat(), length: fc.nat({ max: 60 }), by: fc.string({ maxLength: 20 }) })
    .map(({ from, length, by }) => tear(good, from, length, by));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('', ' ', 'null', '[]', '{}', '7', '{"version":1}') },
    { weight: 1, arbitrary: noise },
    { weight: 1, arbitrary: json.map((one) => JSON.stringify(one)) },
    { weight: 4, arbitrary: bent },
    { weight: 4, arbitrary: inside },
    { weight: 2, arbitrary: torn },
  );
}

type Bend = Readonly<{ place: number; value: Json }>;

/** The document is a text within its copy, and is altered as a document there. */
function bentInside(good: string, bends: readonly Bend[]): string {
  const bend = (one: Json) =>
    bends.reduce<Json>((sum, { place, value }) => put(sum, place * 5, value), one);
  if (good.includes('\n')) return good;
  const whole = JSON.parse(good) as Readonly<Record<string, Json>>;
  const text = whole['text'];
  return JSON.stringify(
    typeof text === 'string'
      ? { ...whole, text: JSON.stringify(bend(JSON.parse(text) as Json)) }
      : bend(whole),
  );
}

/** Profiles with some files as in `good` and the others damaged. */
export function profiles(good: Profile): fc.Arbitrary<Profile> {
  return fc.record(
    Object.fromEntries(
      Object.entries(good).map(([name, text]) => [
        name,
        fc.oneof(
          { weight: 2, arbitrary: fc.constant(text) },
          { weight: 3, arbitrary: damaged(text) },
        ),
      ]),
    ),
  );
}
