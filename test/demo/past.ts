/** What the app has seen of the stand-in co-op in the ninety days before the demo. */
import { chownSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Episode } from '../../main/demo/history/episodes.ts';
import { cannedJournal } from '../../main/demo/history/journal.ts';
import { coopKey } from '../../shared/coop/source.ts';
import { reason } from '../../shared/observation/observation.ts';
import { createCalendar } from '../../shared/time/calendar.ts';
import type { StandInCoop } from '../servers/coop/index.ts';

/** The hour that a virtual desktop shows: the nightly backups were made eight hours ago. */
export const morning = 10;

const seed = 16;
/** Usual response times, in ms. */
const usualMs: Readonly<Record<string, number>> = { calls: 140, files: 210, forum: 260, mail: 60 };

/** Two outages, a slow week and some planned work. */
const episodes: readonly Episode[] = [
  episode('calls', 'down', 3, 14.2, 12, reason('status', { got: 502 })),
  episode('chat', 'down', 33, 8.4, 74, reason('refused')),
  ...[19, 18, 17, 16, 15].map((daysAgo, index) =>
    episode(
      'files',
      'degraded',
      daysAgo,
      9.25,
      95 + 20 * index,
      reason('slow', { ms: 2600, limitMs: 1500 }),
    ),
  ),
  episode('old-pads', 'maintenance', 12, 3.5, 40),
  episode('staging', 'down', 5, 17, 25, reason('refused')),
];

/** Writes it into the profile of an app that has yet to start. */
export function seedPast(profile: string, coop: StandInCoop, timeZone: string): void {
  const journal = cannedJournal(coopKey(coop.documentUrl), {
    services: coop.services.map(({ id }) => ({ id, usualMs: usualMs[id] ?? 90 })),
    episodes,
    gap: { daysAgo: 47, days: 3 },
    seed,
    nowUtcMs: Date.now(),
    calendar: createCalendar(timeZone),
  });
  const path = join(profile, 'history.journal');
  writeFileSync(path, journal);
  // The app on a virtual desktop runs as another user.
  const { uid, gid } = statSync(profile);
  chownSync(path, uid, gid);
}

function episode(
  serviceId: string,
  kind: Episode['kind'],
  daysAgo: number,
  atHour: number,
  minutes: number,
  why?: Episode['reason'],
): Episode {
  return { serviceId, kind, daysAgo, atHour, minutes, ...(why ? { reason: why } : {}) };
}
