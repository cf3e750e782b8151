/** Answers of status pages, each of the maximum length. */
import { parseFeed } from '../../../shared/feeds/parse.ts';
import type { FeedReading } from '../../../shared/feeds/reading.ts';
import type { FeedType } from '../../../shared/feeds/types.ts';
import { feedStatusOf } from '../../../shared/status/feed-status.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, list, mib, nowUtcMs } from './case.ts';

const room = mib - 1000;
/** Made on demand: all texts together are large. */
const read =
  (type: FeedType, ...textsOf: readonly (() => string)[]): WorstCase =>
  () => {
    const texts = textsOf.map((one) => one());
    return () => parseFeed(type, texts, nowUtcMs);
  };

const beats = (time: (at: number) => string) =>
  JSON.stringify(list(100, (at) => ({ status: at % 2, time: time(at) })));
const minutes = (at: number) => `2026-11-24 13:${String(at % 60).padStart(2, '0')}:00`;
const groups = (monitors: string) => `{"publicGroupList":[{"monitorList":[${monitors}]}]}`;

/** 2000 components, and 200 incidents and plans that each cover about 200 of them. */
const fullReading = (): FeedReading => {
  const entries = list(200, (at) => ({
    id: `i${at}`,
    title: 'x',
    affects: [...list(200, (key) => `k${(at * 10 + key) % 2000}`)],
  }));
  return {
    components: [
      ...list(2000, (at) => ({ key: `k${at}`, name: `Name ${at}`, verdict: 'up' as const })),
    ],
    incidents: entries.map((one) => ({ ...one, state: 'unknown', impact: 'none' })),
    maintenance: entries.map((one) => ({ ...one, active: false })),
    unlisted: 'unknown',
  };
};

const heard: WorstCase = () => {
  const feed = {
    id: 'f',
    type: 'statuspage',
    url: 'https://a.example/',
    slug: 'x',
    intervalS: 60,
  } as const;
  return () => {
    const state = { feed, reading: fullReading(), readAtUtcMs: nowUtcMs, faults: 0 };
    return list(5000, (at) =>
      feedStatusOf(state, { feed: 'f', component: `name ${at}` }, nowUtcMs),
    );
  };
};

export const feedCases: WorstCases = {
  'a monitor that is listed again and again': read(
    'uptime-kuma',
    () =>
      `{"publicGroupList":[${filled(room, () => `{"monitorList":[${filled(150_000, () => '{"id":1,"name":"a"}')}]}`)}]}`,
    () => `{"heartbeatList":{"1":${beats(minutes)}}}`,
  ),
  'monitors with all their beats': read(
    'uptime-kuma',
    () => groups(list(2000, (at) => `{"id":${at},"name":"a"}`).join(',')),
    () => `{"heartbeatList":{${filled(room, (at) => `"${at}":${beats(minutes)}`)}}}`,
  ),
  'systems of a site in no zone': read(
    'cstate',
    () =>
      `{"buildDate":"2026-11-24","buildTime":"13:00:00","buildTimezone":"Mars/Base","systems":[${list(10_000, (at) => `{"name":"a${at}"}`).join(',')}]}`,
  ),
  'one issue again and again': read(
    'cstate',
    () =>
      `{"systems":[${list(8, (at) => `{"name":"a${at}","unresolvedIssues":[{"title":"a","affected":${JSON.stringify(list(200, (key) => `k${key}`))}},${list(8000, () => '{"title":"a"}').join(',')}]}`).join(',')}]}`,
  ),
  'incidents that name many components': read(
    'statuspage',
    () =>
      `{"components":[],"incidents":[${filled(room, (at) => `{"id":${at},"name":"a","components":[${list(8000, (key) => `{"id":${key}}`).join(',')}]}`)}]}`,
  ),
  'days of a history': read(
    'better-stack',
    () =>
      `{"included":[${list(5, (at) => `{"type":"status_page_resource","id":"${at}","attributes":{"public_name":"a","status_history":[${list(9900, () => '{"day":"2020-11-24"}').join(',')}]}}`).join(',')}]}`,
  ),
  alerts: read(
    'alertmanager',
    () =>
      `[${list(9000, (at) => `{"fingerprint":"${at}","labels":{"job":"a${at}","alertname":"x"},"startsAt":"2026-11-24T13:00:00Z"}`).join(',')}]`,
  ),
  'what a full page says of thousands of services': heard,
};
