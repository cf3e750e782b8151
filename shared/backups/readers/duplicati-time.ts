/** Duplicati's formats of times and intervals. Pure. */
import * as v from 'valibot';

/** Parses `20260917T005616Z` to ms UTC; undefined if invalid. */
export function stampOf(value: unknown): number | undefined {
  const parts = typeof value === 'string' && /^(\d{8})T(\d{6})Z$/.exec(value);
  if (!parts) return undefined;
  const [, day = '', time = ''] = parts;
  const iso = `${day.replace(/^(....)(..)(..)$/, '$1-$2-$3')}T${time.replace(/^(..)(..)(..)$/, '$1:$2:$3')}Z`;
  const atUtcMs = Date.parse(iso);
  return Number.isNaN(atUtcMs) || atUtcMs <= 0 ? undefined : atUtcMs;
}

export const Stamp = v.optional(v.pipe(v.unknown(), v.transform(stampOf)));

const dayS = 86_400;
/** In s; the longest month and year. */
const units: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  D: dayS,
  W: 7 * dayS,
  M: 31 * dayS,
  Y: 366 * dayS,
};

/**
 * Maximum time between two runs in s, from a Duplicati interval such as `1D`, `1M` or `1D12h`. If only some weekdays
 * are allowed, the others are added. Undefined if invalid.
 */
export function longestGapS(repeat: string, allowedDays: readonly unknown[]): number | undefined {
  if (!/^(?:\d{1,4}[smhDWMY]){1,7}$/.test(repeat)) return undefined;
  const everyS = [...repeat.matchAll(/(\d+)(\D)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
  const allowed = new Set(allowedDays).size;
  return allowed > 0 && allowed < 7 ? everyS + (7 - allowed) * dayS : everyS;
}

/** Undefined for .NET's zero time, in the year 1. */
export function realTime(atUtcMs: number | undefined): number | undefined {
  return atUtcMs !== undefined && atUtcMs > 0 ? atUtcMs : undefined;
}
