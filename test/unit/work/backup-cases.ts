/** Answers of sources of backups, each of the maximum length, and the rules over all of them. */
import { readers } from '../../../shared/backups/readers/index.ts';
import type { TargetReading } from '../../../shared/backups/reading.ts';
import { viewBackups } from '../../../shared/backups/sources.ts';
import { fadingRooms } from '../../../shared/room-export/retention.ts';
import type { BackupKind, BackupSource } from '../../../shared/coop/backups.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, list, mib, nowUtcMs } from './case.ts';

const room = 4 * mib - 1000;
const written = '"format":"coop-backups/1","written":"2026-11-24T03:00:00Z"';

/** Made on demand: all texts together are large. */
const read =
  (kind: BackupKind, textOf: () => string): WorstCase =>
  () => {
    const text = textOf();
    const source = { id: 's', name: 'S', kind, url: 'https://x.example/' } as never;
    return () => readers[kind](text, source, nowUtcMs);
  };

/** Each evaluation is at another moment, since results are cached. */
const viewed =
  (
    sourceCount: number,
    scheduleOf: (target: number) => Pick<TargetReading, 'schedule'>,
  ): WorstCase =>
  () => {
    const targets = list(200, (at) => ({
      id: `t${at}`,
      name: `T${at}`,
      days: [{ day: '2026-10-01', ok: true, sizeBytes: 1 }],
      ...scheduleOf(at),
    }));
    const sources = list(sourceCount, (at) => ({
      id: `b${at}`,
      name: 'B',
      kind: 'coop-backups',
      url: 'https://x.example/',
      intervalS: 60,
      auth: 'none',
      drillDays: 100,
    })) satisfies readonly BackupSource[];
    const good = { atUtcMs: nowUtcMs, targets, remarks: [] };
    const memories = new Map(sources.map(({ id }) => [id, { faults: 0, good }]));
    let atUtcMs = nowUtcMs;
    return () => {
      atUtcMs += 60_000;
      const now = { atUtcMs, reading: false, isClockRight: true };
      return viewBackups({ sources: [...sources] }, [], memories, now);
    };
  };
const daily = (minute: number, hour: number) => ({
  schedule: { cron: `${minute} ${hour} * * *`, timeZone: 'America/Toronto', graceS: 3600 },
});

/** Each evaluation uses new patterns, since results are cached. */
const fading =
  (days: string): WorstCase =>
  () => {
    let look = 0;
    return () => {
      look += 1;
      const plans = list(500, (at) => ({
        room: `#r${at}:a`,
        name: 'R',
        archived: false,
        purge: {
          cron: `${at % 60} ${Math.floor(at / 60)} ${days}`,
          timeZone: zones[look] ?? 'UTC',
        },
      }));
      return fadingRooms(plans, nowUtcMs + look);
    };
  };
const zones = ['UTC', 'Asia/Osaka', 'Asia/Tokyo', 'Europe/Paris', 'Europe/Rome', 'Asia/Kolkata'];

export const backupCases: WorstCases = {
  'targets of one schedule': viewed(1, () => daily(0, 3)),
  'targets of schedules of their own': viewed(1, (at) => daily(at % 60, at % 24)),
  'targets of as many sources as there may be': viewed(50, () => ({})),
  'targets of many sources, each with a schedule': viewed(50, () => daily(0, 3)),
  'rooms with patterns of their own': fading('* * *'),
  'rooms with patterns of leap years': fading('29 2 *'),
  'rooms with patterns that never come': fading('1-28 * */7#5'),
  'rooms with patterns of weekdays that are Sundays': fading('1W,2W,3W,4W,5W,6W,7W,8W,9W * */7'),
  'snapshots without anything': read('restic-snapshots', () => `[${filled(room, () => '{}')}]`),
  'as many snapshots as there is room for': read(
    'restic-snapshots',
    () => `[${filled(room, () => '{"time":"2026-11-24T03:00:00Z","paths":["/a"]}')}]`,
  ),
  'groups of snapshots': read(
    'restic-snapshots',
    () => `[${filled(room, () => '{"group_key":{},"snapshots":[]}')}]`,
  ),
  'a snapshot of a long path': read(
    'restic-snapshots',
    () => `[{"time":"2026-11-24T03:00:00Z","paths":["${'a'.repeat(room)}"]}]`,
  ),
  'a snapshot of many paths': read(
    'restic-snapshots',
    () => `[{"time":"2026-11-24T03:00:00Z","paths":[${filled(room, () => '"a"')}]}]`,
  ),
  'runs without anything': read(
    'github-workflow',
    () => `{"workflow_runs":[${filled(room, () => '{}')}]}`,
  ),
  'times of one plan': read(
    'backrest',
    () =>
      `{"configPath":"x","planSummaries":[{"id":"1","recentBackups":{"timestampMs":[${filled(room, () => '1')}]}}]}`,
  ),
  'times of many plans': read(
    'backrest',
    () =>
      `{"configPath":"x","planSummaries":[${list(200, (at) => `{"id":"${at}","recentBackups":{"timestampMs":[${list(100, (run) => `"${nowUtcMs - run}"`).join(',')}]}}`).join(',')}]}`,
  ),
  'a check with a long name': read(
    'healthchecks',
    () => `{"checks":[{"name":"a","unique_key":"${'a'.repeat(room)}","status":"up"}]}`,
  ),
  'days that are none': read(
    'coop-backups',
    () => `{${written},"targets":[{"id":"a","days":[${filled(mib - 1000, () => '1')}]}]}`,
  ),
};
