/**
 * Inputs for the readers of backups: noise, other data, and their own fixtures, altered, truncated or without times.
 */
import * as fc from 'fast-check';
import type { Json } from './feed-inputs.ts';
import { bend, json, put, tear } from './feed-inputs.ts';

export type BackupInput = Readonly<{
  text: string;
  /** True when no time is left in it. */
  timeless: boolean;
}>;

const notATime = fc.constantFrom<Json>(
  '',
  'yesterday',
  '2026-13-45T99:00:00Z',
  '9999-12-31T23:59:59Z',
  '2199-01-01_00-00',
  4_102_444_800_000,
  9e15,
  -1,
  0,
  true,
  null,
  [],
  {},
);

const instants = ['2026-11-24T13:59:00Z', '2026-11-24', '2099-01-01T00:00:00Z', '0 2 * * *', 'UTC'];
const numbers = [Number.MAX_SAFE_INTEGER, 1e300, -1e300, 0.1, 1_795_514_400_000];
const bends = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: bend },
    {
      weight: 2,
      arbitrary: fc.record({
        text: fc.constant(0),
        place: fc.nat({ max: 400 }),
        value: fc.constantFrom<Json>(...instants, ...numbers),
      }),
    },
  ),
  { minLength: 1, maxLength: 6 },
);

/** `fixture`: an answer of the source, JSON or a listing of lines. */
export function backupInputs(fixture: string): fc.Arbitrary<BackupInput> {
  const whole = parsed(fixture);
  const told = (text: string) => ({ text, timeless: false });
  const noise = fc.string({ maxLength: 200, unit: 'binary' }).map(told);
  const other = json.map((one) => told(JSON.stringify(one)));
  const bent = bends.map((all) =>
    told(
      JSON.stringify(all.reduce<Json>((one, { place, value }) => put(one, place, value), whole)),
    ),
  );
  const torn = fc
    .record({ from: fc.nat(), length: fc.nat({ max: 40 }), by: fc.string({ maxLength: 20 }) })
    .map(({ from, length, by }) => told(tear(fixture, from, length, by)));
  const timeless = fc.array(notATime, { minLength: 1, maxLength: 4 }).map((given) => ({
    text:
      typeof whole === 'string'
        ? fixture.replaceAll(/\d/g, 'x')
        : JSON.stringify(withoutTimes(whole, given)),
    timeless: true,
  }));
  return fc.oneof(
    { weight: 1, arbitrary: noise },
    { weight: 2, arbitrary: other },
    { weight: 5, arbitrary: bent },
    { weight: 2, arbitrary: torn },
    { weight: 1, arbitrary: timeless },
  );
}

function parsed(fixture: string): Json {
  try {
    return JSON.parse(fixture) as Json;
  } catch {
    return fixture;
  }
}

/** Replaces every number, and every text with a digit, by the `given` values in rotation. */
function withoutTimes(data: Json, given: readonly Json[]): Json {
  let next = 0;
  const walk = (one: Json): Json => {
    if (typeof one === 'number' || (typeof one === 'string' && /\d/.test(one) && !isFormat(one))) {
      next += 1;
      return given[next % given.length] ?? null;
    }
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(walk);
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(data);
}

function isFormat(text: string): boolean {
  return text.startsWith('coop-backups/');
}
