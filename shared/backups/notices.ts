/** What of the backups a member is told without asking, and when: once a day at most for a target, never at night. Pure. */
import * as v from 'valibot';
import { dayMs, wallAt } from '../time/zone.ts';
import type { Finding, FindingCode, TargetView } from './view.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { readableRecord } from '../lists/readable.ts';

/** What is worth a word, the most urgent first. All else waits on the page. */
export const newsTopics = ['gone', 'failed', 'late', 'standby', 'drill'] as const;
export type NewsTopic = (typeof newsTopics)[number];

const topicOf: Readonly<Partial<Record<FindingCode, NewsTopic>>> = {
  failed: 'failed',
  'check-failed': 'failed',
  late: 'late',
  'never-ran': 'late',
  gone: 'gone',
  empty: 'gone',
  'standby-stale': 'standby',
  'standby-unreachable': 'standby',
  'drill-failed': 'drill',
  'drill-never': 'drill',
  'drill-old': 'drill',
};

export type BackupNews = Readonly<{
  targetId: string;
  name: string;
  topic: NewsTopic;
  /** The one that says it best. */
  finding: Finding;
}>;

const ToldSchema = v.object({
  atUtcMs: UtcMs,
  topics: v.array(v.picklist(newsTopics)),
});

/** What was told last of each target, by its id. */
export const NewsMemorySchema = readableRecord(v.pipe(v.string(), v.maxLength(200)), ToldSchema);
export type NewsMemory = Readonly<v.InferOutput<typeof NewsMemorySchema>>;
type Told = NewsMemory[string];

/** What still stands is told again after so long: nobody is to be nagged, nor to forget it. */
const remindMs = 7 * dayMs;
/** More targets than a co-op has: a source that names others at each look fills no disk. */
const rememberedLimit = 2000;
const morningMinute = 8 * 60;
const eveningMinute = 21 * 60;

/** Night is kept even where a member has no quiet hours: nothing here is to be done before the morning. */
export function isNight(atUtcMs: number, timeZone: string): boolean {
  const { minute } = wallAt(atUtcMs, timeZone);
  return minute < morningMinute || minute >= eveningMinute;
}

export type NewsNow = Readonly<{ atUtcMs: number; timeZone: string }>;

/** `targets`: those of readings that are not old, for what an old one says may be mended by now. */
export function newsOf(
  targets: readonly TargetView[],
  told: NewsMemory,
  now: NewsNow,
): readonly BackupNews[] {
  return targets
    .flatMap((target) => {
      const before = told[target.id];
      const topics = topicsOf(target);
      if (before && !isDue(topics, before, now)) return [];
      const [topic] = topics;
      const finding = target.findings.find(({ code }) => topicOf[code] === topic);
      if (topic === undefined || !finding) return [];
      return [{ targetId: target.id, name: target.name, topic, finding }];
    })
    .toSorted((a, b) => newsTopics.indexOf(a.topic) - newsTopics.indexOf(b.topic));
}

/** What is remembered once `news` were told; trouble that is over is forgotten, so that it is news when it comes back. */
export function rememberNews(
  told: NewsMemory,
  targets: readonly TargetView[],
  news: readonly BackupNews[],
  now: NewsNow,
): NewsMemory {
  const next = new Map(Object.entries(told));
  const isTold = new Set(news.map(({ targetId }) => targetId));
  for (const target of targets) {
    const topics = topicsOf(target);
    const before = next.get(target.id);
    if (isTold.has(target.id)) next.set(target.id, { atUtcMs: now.atUtcMs, topics });
    else if (before) next.set(target.id, { ...before, topics: stillThere(before, topics) });
  }
  const newest = [...next].toSorted(([, a], [, b]) => b.atUtcMs - a.atUtcMs);
  return Object.fromEntries(newest.slice(0, rememberedLimit));
}

function topicsOf({ findings }: TargetView): NewsTopic[] {
  const there = new Set(findings.map(({ code }) => topicOf[code]));
  return newsTopics.filter((topic) => there.has(topic));
}

function stillThere({ topics }: Told, now: readonly NewsTopic[]): NewsTopic[] {
  return topics.filter((topic) => now.includes(topic));
}

function isDue(topics: readonly NewsTopic[], before: Told, now: NewsNow): boolean {
  const dayOf = (atUtcMs: number) => wallAt(atUtcMs, now.timeZone).day;
  if (dayOf(before.atUtcMs) === dayOf(now.atUtcMs)) return false;
  if (topics.some((topic) => !before.topics.includes(topic))) return true;
  // A clock that was set back must not silence it for years.
  return Math.abs(now.atUtcMs - before.atUtcMs) >= remindMs;
}
