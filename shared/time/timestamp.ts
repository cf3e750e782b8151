/** A time as backup tools write it: ISO 8601 with an offset, or seconds or milliseconds since 1970. In ms UTC. */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  if (/^\d{9,13}$/.test(value)) return fromEpoch(Number(value));
  const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;
  if (value.length > 40 || !iso.test(value)) return undefined;
  const atUtcMs = Date.parse(value.replace(' ', 'T'));
  return Number.isNaN(atUtcMs) ? undefined : atUtcMs;
}

/** Seconds reach this in the year 5138, milliseconds did in 1973. */
const millisecondsFrom = 1e11;

function fromEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0 || value > 1e14) return undefined;
  return value < millisecondsFrom ? value * 1000 : value;
}
