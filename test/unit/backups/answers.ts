/** What a member would see of a server's answers: its list, and the additional requests. */
import { readers } from '../../../shared/backups/readers/index.ts';
import type { FollowUpAnswers } from '../../../shared/backups/readers/reader.ts';
import type { ReadSource, TargetReading } from '../../../shared/backups/reading.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import type { DayView, TargetView } from '../../../shared/backups/view.ts';
import type { BackupKind, BackupSource } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

/** 10:00 in Toronto, a Tuesday. */
export const nowUtcMs = Date.UTC(2026, 10, 24, 15);

export function sourceOf(kind: BackupKind, more: object = {}): BackupSource {
  const named = { id: 's', name: 'Nightly', kind, url: 'https://backups.example/', ...more };
  return entry(BackupSourceSchema, named);
}

export type Answers = Readonly<{ list: unknown; besides?: FollowUpAnswers; source?: object }>;

export function readAnswers(kind: BackupKind, answers: Answers): ReadSource {
  const { list, besides, source } = answers;
  return readers[kind](JSON.stringify(list), sourceOf(kind, source), nowUtcMs, besides);
}

export function targetsIn(kind: BackupKind, answers: Answers): readonly TargetReading[] {
  const read = readAnswers(kind, answers);
  return read.ok ? read.targets : [];
}

export function viewsOf(kind: BackupKind, answers: Answers): readonly TargetView[] {
  const source = sourceOf(kind, answers.source);
  return targetsIn(kind, answers).map((one) => viewTarget(one, source, nowUtcMs, nowUtcMs));
}

/** Each target as `name: state findings`. */
export function seenIn(kind: BackupKind, answers: Answers): readonly string[] {
  return viewsOf(kind, answers).map(({ name, state, findings }) =>
    [`${name}: ${state}`, ...findings.map(({ code }) => code)].join(' '),
  );
}

/** The listed days of the first target. */
export function daysIn(
  kind: BackupKind,
  answers: Answers,
  names: readonly string[],
): readonly DayView['state'][] {
  const days = viewsOf(kind, answers)[0]?.days ?? [];
  return names.map((name) => days.find(({ day }) => day === name)?.state ?? 'unknown');
}
