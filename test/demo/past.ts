/** What the app has seen of the stand-in co-op in the ninety days before the demo. */
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sayIn } from '../../main/demo/coop/language.ts';
import { lineTo } from '../../main/demo/echo/canned.ts';
import { pastTests } from '../../main/demo/echo/past.ts';
import type { Episode } from '../../main/demo/history/episodes.ts';
import { cannedJournal } from '../../main/demo/history/journal.ts';
import { createRandom } from '../../main/demo/random.ts';
import { measureS } from '../../main/features/echo/run.ts';
import type { DocumentInput } from '../../shared/coop/document.ts';
import { coopKey } from '../../shared/coop/source.ts';
import type { Result } from '../../shared/echo/state.ts';
import { reason } from '../../shared/observation/observation.ts';
import { createCalendar } from '../../shared/time/calendar.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import type { DemoTalk } from './talk.ts';

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

export type Past = Readonly<{ coop: StandInCoop; talk: DemoTalk; timeZone: string }>;

/** Writes it into the profile of an app that has yet to start. */
export function seedPast(profile: string, past: Past): void {
  const files = {
    'history.journal': journalOf(past),
    'echo-results.json': JSON.stringify({ version: 1, results: testsOf(past) }),
    ...past.talk.feedback.files,
  };
  // The app on a virtual desktop runs as another user.
  const { uid, gid } = statSync(profile);
  for (const [name, text] of Object.entries(files)) {
    const path = join(profile, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    for (const made of [dirname(path), path]) chownSync(made, uid, gid);
  }
}

function journalOf({ coop, timeZone }: Past): string {
  return cannedJournal(coopKey(coop.documentUrl), {
    services: coop.services.map(({ id }) => ({ id, usualMs: usualMs[id] ?? 90 })),
    episodes,
    gap: { daysAgo: 47, days: 3 },
    seed,
    nowUtcMs: Date.now(),
    calendar: createCalendar(timeZone),
  });
}

function testsOf({ coop, timeZone }: Past): readonly Result[] {
  const { echo = [] } = JSON.parse(coop.documentText()) as Pick<DocumentInput, 'echo'>;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return pastTests({
    say: sayIn('en'),
    calendar: createCalendar(timeZone),
    nowUtcMs: Date.now(),
    timeZone,
    appVersion: version,
    random: createRandom(seed),
    instances: echo.map(({ id, name, room }, index) => ({
      id,
      name: typeof name === 'string' ? name : id,
      host: room === undefined ? '' : new URL(room).host,
      line: lineTo(index === 0 ? 'own' : 'partner'),
    })),
    measureS,
  });
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
