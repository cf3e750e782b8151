/** Inputs for the feeds: noise, other data, and their own fixtures with a few values altered. */
import * as fc from 'fast-check';

export type Input = Readonly<{
  texts: readonly string[];
  /** True when every state was replaced by a word that no format knows. */
  wordless: boolean;
}>;

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

const words = ['up', 'ok', 'down', 'operational', 'active', 'critical', 'resolved', 'in_progress'];
const instants = [
  '2026-11-24T13:59:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01 00:00:00 +0000 UTC',
  '2026-02-31 00:00:00',
  '2026-11-24 14:00:00',
];
const numbers = [0, 1, 2, 3, 4, -1, 1e21, 1.5, Number.MAX_SAFE_INTEGER];
const keys = ['__proto__', 'constructor', 'id', 'name', 'status', 'group', 'results', 'data'];

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, '', [], {}, [[]], ...words, ...instants, ...numbers),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 1, max: 2000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 300 }).map((length) => Array.from({ length }, () => ({ id: 1 }))),
);

export const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 8 })), tie('json'), {
      maxKeys: 5,
    }),
  ),
}));

/** Which value of the answer to replace (the n-th), and with what. */
export const bend = fc.record({
  text: fc.nat({ max: 3 }),
  place: fc.nat({ max: 400 }),
  value: fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: json }),
});

/** Keys that hold a state in one of the formats. */
const stateKeys: ReadonlySet<string> = new Set([
  'status',
  'success',
  'state',
  'severity',
  'aggregate_state',
]);
/** None of them is in any format. */
const unknownWord = fc.oneof(
  fc.constantFrom<Json>('fine', 'UP', 'Operational', 'OK', 'true', 5, -1, 1.5, 9, null, [], {}, [
    'up',
  ]),
  fc.constantFrom<Json>('__proto__', 'constructor', 'toString', ' up', 'up ', 'ok\u0000'),
);

export function feedInputs(fixture: readonly string[]): fc.Arbitrary<Input> {
  const jsons = fixture.map((text) => JSON.parse(text) as Json);
  const asTexts = (values: readonly Json[]) => values.map((one) => JSON.stringify(one));
  const input = (wordless: boolean) => (texts: readonly string[]) => ({ texts, wordless });
  const any = (one: fc.Arbitrary<string>) =>
    fc.array(one, { minLength: jsons.length, maxLength: jsons.length }).map(input(false));

  const noise = any(fc.string({ maxLength: 200, unit: 'binary' }));
  const other = any(json.map((one) => JSON.stringify(one)));
  const bent = fc
    .array(bend, { minLength: 1, maxLength: 6 })
    .map((bends) =>
      input(false)(
        asTexts(
          bends.reduce<readonly Json[]>(
            (all, { text, place, value }) =>
              all.map((one, index) => (index === text % all.length ? put(one, place, value) : one)),
            jsons,
          ),
        ),
      ),
    );
  const torn = fc
    .record({ from: fc.nat(), length: fc.nat({ max: 40 }), by: fc.string({ maxLength: 20 }) })
    .map(({ from, length, by }) => input(false)(fixture.map((one) => tear(one, from, length, by))));
  const wordless = fc
    .array(unknownWord, { minLength: 1, maxLength: 4 })
    .map((given) => input(true)(asTexts(jsons.map((one) => withWords(one, given)))));
  return fc.oneof(
    { weight: 1, arbitrary: noise },
    { weight: 2, arbitrary: other },
    { weight: 5, arbitrary: bent },
    { weight: 1, arbitrary: torn },
    { weight: 1, arbitrary: wordless },
  );
}

/** The same data with the n-th value, counted depth first, replaced; beyond the last one, the whole. */
export function put(data: Json, place: number, value: Json): Json {
  let left = place;
  let isDone = false;
  const walk = (one: Json): Json => {
    if (isDone) return one;
    if (left === 0) {
      isDone = true;
      return value;
    }
    left -= 1;
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(walk);
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  const bent = walk(data);
  return isDone ? bent : value;
}

export function tear(text: string, from: number, length: number, by: string): string {
  const start = from % (text.length + 1);
  return text.slice(0, start) + by + text.slice(start + length);
}

/** Replaces every state by the `given` values in rotation. */
function withWords(data: Json, given: readonly Json[]): Json {
  let next = 0;
  const walk = (one: Json): Json => {
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(walk);
    return Object.fromEntries(
      Object.entries(one).map(([key, inner]) => {
        if (!stateKeys.has(key) || (typeof inner === 'object' && inner !== null))
          return [key, walk(inner)];
        next += 1;
        return [key, given[next % given.length] ?? null];
      }),
    );
  };
  return walk(data);
}
