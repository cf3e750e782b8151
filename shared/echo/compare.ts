/** Compares servers, separately for each place, so that distance does not count against a server. Pure. */
import { grouped } from '../lists/grouped.ts';
import type { Measurement } from './measurement.ts';
import type { Result } from './state.ts';
import { serverMsOf } from './attribution.ts';

/** A figure over several tests: the median of their values, and the lowest and highest. */
export type Range = Readonly<{ count: number; low: number; median: number; high: number }>;

export type Row = Readonly<{
  /** Identifies the server across the results. */
  key: string;
  name: string;
  host?: string;
  runs: number;
  /** Runs without a call. Runs that a room refused count as neither good nor failed. */
  failed: number;
  mos?: Range;
  echoMs?: Range;
  serverMs?: Range;
  roundTripMs?: Range;
  httpMs?: Range;
  jitterMs?: Range;
  lossUp?: Range;
  lossDown?: Range;
}>;

export type Outcome =
  | Readonly<{ kind: 'better'; key: string; nextKey: string }>
  | Readonly<{ kind: 'no-difference' | 'too-few' }>;

export type Comparison = Readonly<{
  /** As typed by the member. */
  place?: string;
  rows: readonly Row[];
  outcome: Outcome;
}>;

/** The smallest audible difference in MOS. Our own choice: a quarter of the step from good to fair. */
const audibleMos = 0.2;
const minRuns = 2;
/** MOS of a failed test: no call is the worst call. */
const worstMos = 1;

/** One comparison per place, in order of first appearance. */
export function compare(results: readonly Result[]): readonly Comparison[] {
  const byPlace = grouped(results, ({ place }) => place?.trim() ?? '');
  return [...byPlace].map(([place, group]) => {
    const keyOf = keys(group);
    const byServer = grouped(group, keyOf);
    const rows = [...byServer].map(([key, runs]) => rowOf(key, runs));
    return { ...(place ? { place } : {}), rows, outcome: outcomeOf(rows, byServer) };
  });
}

/** A server is an id and a host. A test that did not get as far as a host counts for the first host of the same id. */
function keys(results: readonly Result[]): (result: Result) => string {
  const hostOf = (id: string) => results.find((one) => one.instance.id === id && one.host)?.host;
  return ({ instance, host }) => `${instance.id} ${host ?? hostOf(instance.id) ?? ''}`.trim();
}

function rowOf(key: string, runs: readonly Result[]): Row {
  const [first] = runs;
  const host = runs.find((one) => one.host !== undefined)?.host;
  return {
    key,
    name: first?.instance.name ?? key,
    ...(host === undefined ? {} : { host }),
    runs: runs.length,
    failed: runs.filter(({ verdict }) => verdict.quality === 'failed').length,
    ...ranges(runs),
  };
}

const figures = {
  echoMs: ({ echo }: Measurement) => echo?.ms?.median,
  serverMs: serverMsOf,
  roundTripMs: ({ roundTripMs }: Measurement) => roundTripMs?.median,
  httpMs: ({ http }: Measurement) => http?.roundTripMs?.median,
  jitterMs: ({ jitterUpMs, jitterDownMs }: Measurement) =>
    jitterUpMs && jitterDownMs && Math.max(jitterUpMs.median, jitterDownMs.median),
  lossUp: ({ lossUp }: Measurement) => lossUp?.share,
  lossDown: ({ lossDown }: Measurement) => lossDown?.share,
} as const;

function ranges(runs: readonly Result[]): Partial<Row> {
  const found = Object.entries(figures).map(
    ([name, read]) => [name, rangeOf(runs.map((run) => read(run.measurement)))] as const,
  );
  const mos = ['mos', rangeOf(runs.map((run) => run.verdict.mos))] as const;
  return Object.fromEntries([mos, ...found].filter(([, range]) => range !== undefined));
}

/** Undefined if no test measured it. */
function rangeOf(values: readonly (number | undefined)[]): Range | undefined {
  const sorted = values.filter((one) => one !== undefined).toSorted((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) return undefined;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? high;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? low;
  return { count: sorted.length, low, median: (lower + upper) / 2, high };
}

/** A winner needs its worst test to beat the best test of all others by an audible difference. */
function outcomeOf(
  rows: readonly Row[],
  byServer: ReadonlyMap<string, readonly Result[]>,
): Outcome {
  const scored = rows.map(({ key }) => ({
    key,
    mos: rangeOf((byServer.get(key) ?? []).map(score)),
  }));
  const [best, next] = scored.toSorted((a, b) => (b.mos?.median ?? 0) - (a.mos?.median ?? 0));
  const hasTooFewRuns = scored.some(({ mos }) => mos === undefined || mos.count < minRuns);
  if (!best?.mos || !next || hasTooFewRuns) return { kind: 'too-few' };
  const others = scored.filter((one) => one !== best).map(({ mos }) => mos?.high ?? worstMos);
  return best.mos.low - Math.max(...others) >= audibleMos
    ? { kind: 'better', key: best.key, nextKey: next.key }
    : { kind: 'no-difference' };
}

/** Undefined for tests without a measurement, such as those a room refused. */
function score({ verdict }: Result): number | undefined {
  return verdict.quality === 'failed' ? worstMos : verdict.mos;
}
