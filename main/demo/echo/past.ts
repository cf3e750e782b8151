/** The echo tests that the member of the demo has made before. Pure. */
import type { MySide } from '../../../shared/echo/local-checks.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Say } from '../coop/language.ts';
import type { Line } from './canned.ts';
import { measurementOf, sampleAt } from './canned.ts';

export type PastTests = Readonly<{
  say: Say;
  calendar: Calendar;
  nowUtcMs: number;
  timeZone: string;
  appVersion: string;
  random: () => number;
  /** The co-op's own server first, then the one that holds the sound back. */
  instances: readonly Readonly<{ id: string; name: string; host: string; line: Line }>[];
  measureS: number;
}>;

type PastTest = Readonly<{
  daysAgo: number;
  /** From midnight on the member's clock. */
  atHour: number;
  /** Place of the server in `instances`. */
  server: number;
  place: keyof typeof places;
}>;

const places = {
  home: { english: 'at home', french: 'à la maison' },
  office: { english: 'at the office', french: 'au bureau' },
  train: { english: 'on the train', french: 'dans le train' },
  cafe: { english: 'in the café', french: 'au café' },
} as const;

/** Newest first. From home and from the office both servers can be compared. */
const tests: readonly PastTest[] = [
  { daysAgo: 1, atHour: 9.8, server: 1, place: 'home' },
  { daysAgo: 1, atHour: 9.75, server: 0, place: 'home' },
  { daysAgo: 6, atHour: 14.15, server: 1, place: 'home' },
  { daysAgo: 6, atHour: 14.1, server: 0, place: 'home' },
  { daysAgo: 9, atHour: 17.6, server: 0, place: 'train' },
  { daysAgo: 14, atHour: 10.4, server: 1, place: 'office' },
  { daysAgo: 14, atHour: 10.3, server: 0, place: 'office' },
  { daysAgo: 20, atHour: 15.2, server: 0, place: 'cafe' },
  { daysAgo: 27, atHour: 11.6, server: 1, place: 'office' },
  { daysAgo: 27, atHour: 11.5, server: 0, place: 'office' },
];

/** What the place does to the line. */
const troubles: Readonly<
  Partial<Record<PastTest['place'], Readonly<{ line: Partial<Line>; mySide?: MySide }>>>
> = {
  train: { line: { roundTripMs: 290, jitterMs: 11 } },
  // The router itself loses packets: the member's own Wi-Fi.
  cafe: { line: { roundTripMs: 58, jitterMs: 24, loss: 0.045 }, mySide: { gatewayLost: 0.1 } },
};

export function pastTests(past: PastTests): readonly Result[] {
  const { say, calendar, instances, random, nowUtcMs } = past;
  return tests.flatMap(({ daysAgo, atHour, server, place }, index) => {
    const instance = instances[server];
    if (!instance) return [];
    const { id, name, host } = instance;
    const trouble = troubles[place];
    const line = { ...instance.line, ...trouble?.line };
    const mySide = trouble?.mySide;
    const seconds = Array.from({ length: past.measureS }, (_, atS) => sampleAt(atS, line, random));
    const measurement = measurementOf(seconds);
    return {
      id: `demo-${index}`,
      instance: { id, name },
      host,
      atUtcMs: Math.round(calendar.dayStart(nowUtcMs - daysAgo * dayMs) + atHour * hourMs),
      timeZone: past.timeZone,
      place: say(places[place].english, places[place].french),
      durationMs: 24_000,
      app: past.appVersion,
      system: 'Demo',
      measurement,
      ...(mySide ? { mySide } : {}),
      verdict: verdictOf(measurement, mySide),
    };
  });
}
