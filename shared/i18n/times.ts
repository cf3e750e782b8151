/** Instants and spans as a person writes them. All instants are ms UTC, shown in the machine's time zone. */
import type { Locale } from '../snapshot.ts';

export type Times = Readonly<{
  /** `14:02` today, `23 Nov, 14:02` on another day. */
  clock: (atUtcMs: number, nowUtcMs: number) => string;
  date: (atUtcMs: number) => string;
  /** The largest fitting unit: `12 min`, `3 h`. */
  span: (ms: number) => string;
}>;

const dayMs = 86_400_000;
const units = [
  [dayMs, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

export function createTimes(locale: Locale, timeZone?: string): Times {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  return {
    clock: (at, now) =>
      date.format(at) === date.format(now)
        ? clock.format(at)
        : `${day.format(at)}, ${clock.format(at)}`,
    date: (at) => date.format(at),
    span: (ms) => {
      const [size, unit] = units.find(([one]) => ms >= one) ?? units[3];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
        Math.max(0, Math.floor(ms / size)),
      );
    },
  };
}
