/** What sources of backups may answer, each as long as is read, and the rules over all of them. */
import { readers } from '../../../shared/backups/readers/index.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, list, mib, nowUtcMs } from './case.ts';

const room = 4 * mib - 1000;
const written = '"format":"coop-backups/1","written":"2026-11-24T03:00:00Z"';

const read =
  (kind: BackupKind, text: string): WorstCase =>
  () => {
    const source = { id: 's', name: 'S', kind, url: 'https://x.example/' } as never;
    return () => readers[kind](text, source, nowUtcMs);
  };

export const backupCases: WorstCases = {
  'snapshots without anything': read('restic-snapshots', `[${filled(room, () => '{}')}]`),
  'as many snapshots as there is room for': read(
    'restic-snapshots',
    `[${filled(room, () => '{"time":"2026-11-24T03:00:00Z","paths":["/a"]}')}]`,
  ),
  'groups of snapshots': read(
    'restic-snapshots',
    `[${filled(room, () => '{"group_key":{},"snapshots":[]}')}]`,
  ),
  'a snapshot of a long path': read(
    'restic-snapshots',
    `[{"time":"2026-11-24T03:00:00Z","paths":["${'a'.repeat(room)}"]}]`,
  ),
  'a snapshot of many paths': read(
    'restic-snapshots',
    `[{"time":"2026-11-24T03:00:00Z","paths":[${filled(room, () => '"a"')}]}]`,
  ),
  'runs without anything': read(
    'github-workflow',
    `{"workflow_runs":[${filled(room, () => '{}')}]}`,
  ),
  'times of one plan': read(
    'backrest',
    `{"configPath":"x","planSummaries":[{"id":"1","recentBackups":{"timestampMs":[${filled(room, () => '1')}]}}]}`,
  ),
  'times of many plans': read(
    'backrest',
    `{"configPath":"x","planSummaries":[${list(200, (at) => `{"id":"${at}","recentBackups":{"timestampMs":[${list(100, (run) => `"${nowUtcMs - run}"`).join(',')}]}}`).join(',')}]}`,
  ),
  'a check with a long name': read(
    'healthchecks',
    `{"checks":[{"name":"a","unique_key":"${'a'.repeat(room)}","status":"up"}]}`,
  ),
  'days that are none': read(
    'coop-backups',
    `{${written},"targets":[{"id":"a","days":[${filled(mib - 1000, () => '1')}]}]}`,
  ),
};
