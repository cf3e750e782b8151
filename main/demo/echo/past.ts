/** The echo tests that the member of the demo has made before. Pure. */
import type { Result } from '../../../shared/echo/state.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Say } from '../coop/language.ts';
import { lineTo, measurementOf, sampleAt } from './canned.ts';

export type PastTests = Readonly<{
  say: Say;
  nowUtcMs: number;
  timeZone: string;
  appVersion: string;
  random: () => number;
  /** Name and host of each instance. */
  instances: readonly Readonly<{ id: string; name: string; host: string }>[];
  measureS: number;
}>;

/** In days before now, alternating between the servers. */
const agesDays = [0.2, 1.1, 6.3, 8, 13.4, 20.9];

export function pastTests(past: PastTests): readonly Result[] {
  const { say, instances, random } = past;
  return agesDays.flatMap((days, index) => {
    const instance = instances[index % instances.length];
    if (!instance) return [];
    const { id, name, host } = instance;
    const seconds = Array.from({ length: past.measureS }, (_, atS) =>
      sampleAt(atS, lineTo(id), random),
    );
    const measurement = measurementOf(seconds);
    return {
      id: `demo-${index}`,
      instance: { id, name },
      host,
      atUtcMs: Math.round(past.nowUtcMs - days * dayMs - hourMs),
      timeZone: past.timeZone,
      place: index < 3 ? say('at home', 'à la maison') : say('at the office', 'au bureau'),
      durationMs: 24_000,
      app: past.appVersion,
      system: 'Demo',
      measurement,
      verdict: verdictOf(measurement),
    };
  });
}
