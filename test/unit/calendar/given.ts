/** Occurrences for tests of what is made of them. */
import type { Entry } from '../../../shared/calendar/entries.ts';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** 09:00 on a Tuesday in Toronto. */
export const now = Date.UTC(2026, 10, 24, 14);
export const zone = 'America/Toronto';

const room = { url: 'https://calls.maple.example/rooms/hall', from: 'url' } as const;

/** Half an hour long, with a link, in ten minutes. */
export function occurrence(id: string, more: Partial<Occurrence> = {}): Occurrence {
  const startUtcMs = more.startUtcMs ?? now + 10 * minuteMs;
  return {
    id,
    uid: id,
    title: id,
    startUtcMs,
    endUtcMs: startUtcMs + 30 * minuteMs,
    joins: [room],
    ...more,
  };
}

export function entry(id: string, more: Partial<Occurrence> = {}, calendars = ['coop']): Entry {
  return {
    ...occurrence(id, more),
    calendars: calendars.map((one) => ({ id: one, name: one })),
  };
}
