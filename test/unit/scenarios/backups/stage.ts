/** Plays a situation of a backup: the source's answer, when a member looks, and what they see. */
import { expect, test } from 'vitest';
import type { BackupSource } from '../../../../shared/coop/backups.ts';
import type { DayReading, TargetReading } from '../../../../shared/backups/reading.ts';
import { viewTarget } from '../../../../shared/backups/rules.ts';
import { findingSentence } from '../../../../shared/wording/backups.ts';
import { createTimes } from '../../../../shared/i18n/times.ts';
import { createTranslate } from '../../../translate.ts';
import type { Locale } from '../../../../shared/i18n/languages.ts';

export const toronto = { cron: '0 2 * * *', timeZone: 'America/Toronto', graceS: 3600 };
export const tokyo = { cron: '30 1 * * *', timeZone: 'Asia/Tokyo', graceS: 1800 };
export const GB = 1_000_000_000;

export type Situation = Readonly<{
  what: string;
  /** The moment a member looks; the source was read `readS` seconds before. */
  now: string;
  readS?: number;
  says: Partial<TargetReading>;
  source?: Partial<BackupSource>;
  /** The state, then each finding as `code: sentence`. */
  seen: readonly string[];
  locale?: Locale;
}>;

export const at = (text: string) => Date.parse(text);
export const success = (text: string) => ({ lastSuccessUtcMs: at(text) });

/** Successful days without a gap, except for those given; `undefined` leaves one out. */
export function days(
  from: string,
  to: string,
  otherwise: Readonly<Record<string, Partial<DayReading> | undefined>> = {},
): DayReading[] {
  const count = (at(`${to}T00:00Z`) - at(`${from}T00:00Z`)) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(at(`${from}T00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  ).flatMap((day) =>
    day in otherwise && !otherwise[day] ? [] : [{ day, ok: true, ...otherwise[day] }],
  );
}

export const noon = '2026-11-24T12:00:00-05:00';
export const lastNight = { schedule: toronto, ...success('2026-11-24T02:10:00-05:00') };

function seenOf({ now, readS = 0, says, source, locale = 'en' }: Situation) {
  const nowUtcMs = at(now);
  const view = viewTarget(
    { id: 'pads', name: 'Pads', ...says },
    {
      id: 'nas',
      name: 'NAS',
      kind: 'coop-backups',
      url: 'https://a.example/backups.json',
      intervalS: 1800,
      auth: 'none',
      drillDays: 100,
      ...source,
    },
    nowUtcMs - readS * 1000,
    nowUtcMs,
  );
  const t = createTranslate(locale);
  const times = createTimes(locale, says.schedule?.timeZone ?? 'America/Toronto');
  return [
    view.state,
    ...view.findings.map((one) => `${one.code}: ${findingSentence(t, times, one, nowUtcMs)}`),
  ];
}

/** The catalogue tests cover non-breaking spaces. */
const plainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Each row becomes a test. */
export function play(situations: readonly Situation[]): void {
  test.each(situations)('$what', (situation) => {
    expect(seenOf(situation).map(plainSpaces)).toEqual(situation.seen.map(plainSpaces));
  });
}
