/** Decides which backup alerts a member gets and when: at most one a day per target, never at night. Pure. */
import * as v from 'valibot';
import type { Standing } from '../standing.ts';
import { dayMs } from '../time/calendar.ts';
import { wallAt } from '../time/zone.ts';
import type { Finding, FindingCode, TargetView } from './view.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { readableRecord } from '../lists/readable.ts';

/** Topics that cause an alert, most urgent first. Everything else is only shown on the page. */
const newsTopics = ['gone', 'failed', 'late', 'standby', 'drill'] as const;
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
  sourceId: string;
  name: string;
  topic: NewsTopic;
  /** The most severe finding of the topic. */
  finding: Finding;
}>;

const NotifiedSchema = v.object({
  atUtcMs: UtcMs,
  topics: v.array(v.picklist(newsTopics)),
});

/** The last alert of each target, by target id. */
export const NewsMemorySchema = readableRecord(
  v.pipe(v.string(), v.maxLength(200)),
  NotifiedSchema,
);
export type NewsMemory = Readonly<v.InferOutput<typeof NewsMemorySchema>>;
type Notified = NewsMemory[string];

/** Interval of reminders while trouble persists. */
const remindMs = 7 * dayMs;
/** Bounds the file if a source lists different targets at each poll. */
const rememberedLimit = 2000;
const morningMinute = 8 * 60;
const eveningMinute = 21 * 60;

/** Applies even without quiet hours, because nothing here needs attention before the morning. */
export function isNight(atUtcMs: number, timeZone: string): boolean {
  const { minute } = wallAt(atUtcMs, timeZone);
  return minute < morningMinute || minute >= eveningMinute;
}

export type NewsNow = Readonly<{ atUtcMs: number; timeZone: string }>;

/** `targets`: from recent readings only, because older trouble may be fixed by now. */
export function newsOf(
  targets: readonly TargetView[],
  memory: NewsMemory,
  now: NewsNow,
): readonly BackupNews[] {
  return targets
    .flatMap((target) => {
      const before = memory[target.id];
      const topics = topicsOf(target);
      if (before && !isDue(topics, before, now)) return [];
      const [topic] = topics;
      const finding = target.findings.find(({ code }) => topicOf[code] === topic);
      if (topic === undefined || !finding) return [];
      const { id: targetId, sourceId, name } = target;
      return [{ targetId, sourceId, name, topic, finding }];
    })
    .toSorted((a, b) => newsTopics.indexOf(a.topic) - newsTopics.indexOf(b.topic));
}

/**
 * The memory after sending `news`. Trouble that is over is forgotten, so that it causes a new alert when it returns.
 */
export function rememberNews(
  memory: NewsMemory,
  targets: readonly TargetView[],
  news: readonly BackupNews[],
  now: NewsNow,
): NewsMemory {
  const next = new Map(Object.entries(memory));
  const notifiedIds = new Set(news.map(({ targetId }) => targetId));
  for (const target of targets) {
    const topics = topicsOf(target);
    const before = next.get(target.id);
    if (notifiedIds.has(target.id)) next.set(target.id, { atUtcMs: now.atUtcMs, topics });
    else if (before) next.set(target.id, { ...before, topics: stillPresent(before, topics) });
  }
  const newest = [...next].toSorted(([, a], [, b]) => b.atUtcMs - a.atUtcMs);
  return Object.fromEntries(newest.slice(0, rememberedLimit));
}

/** What is known of the backups at one moment. */
export type Known = Readonly<{
  /** Of recent readings. */
  targets: readonly TargetView[];
  /** Ids of the sources without a recent reading. */
  silentSources: ReadonlySet<string>;
}>;

/** It is over once none of this trouble is left, or the document and the sources have nothing of it any more. */
export function newsStanding(news: readonly BackupNews[], known: () => Known): Standing {
  const about = news.map(({ targetId }) => `backup ${targetId}`);
  const isOver = () => {
    const { targets, silentSources } = known();
    return news.every(({ targetId, sourceId, topic }) => {
      if (silentSources.has(sourceId)) return false;
      const target = targets.find(({ id }) => id === targetId);
      return !target || (isKnown(target) && !topicsOf(target).includes(topic));
    });
  };
  return { tells: about, about, isOver };
}

/** With these, a finding that is missing may still be true. */
const hiding: readonly FindingCode[] = ['stale-reading', 'clock-wrong', 'future', 'nothing-known'];

function isKnown({ findings }: TargetView): boolean {
  return !findings.some(({ code }) => hiding.includes(code));
}

function topicsOf({ findings }: TargetView): NewsTopic[] {
  const present = new Set(findings.map(({ code }) => topicOf[code]));
  return newsTopics.filter((topic) => present.has(topic));
}

function stillPresent({ topics }: Notified, now: readonly NewsTopic[]): NewsTopic[] {
  return topics.filter((topic) => now.includes(topic));
}

function isDue(topics: readonly NewsTopic[], before: Notified, now: NewsNow): boolean {
  const dayOf = (atUtcMs: number) => wallAt(atUtcMs, now.timeZone).day;
  if (dayOf(before.atUtcMs) === dayOf(now.atUtcMs)) return false;
  if (topics.some((topic) => !before.topics.includes(topic))) return true;
  // A clock that was set back must not suppress alerts for years.
  return Math.abs(now.atUtcMs - before.atUtcMs) >= remindMs;
}
