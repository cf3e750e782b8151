/** What is remembered of a source of backups between two polls. */
import type { SourceProblem, TargetReading } from './reading.ts';

export type MissingTarget = Readonly<{
  /** When its source last told of it. */
  seenUtcMs: number;
  /** What it told then. */
  reading: TargetReading;
}>;

/** The last good reading of a source. */
export type GoodReading = Readonly<{
  /** When it was taken. */
  atUtcMs: number;
  targets: readonly TargetReading[];
  remarks: readonly SourceProblem[];
  /** What it told of before, and tells of no more. */
  missing?: readonly MissingTarget[];
}>;

export type SourceMemory = Readonly<{
  good?: GoodReading;
  /** Why the last look found nothing; absent when it found something, or was not made yet. */
  problem?: SourceProblem;
  /** Looks in a row that found nothing. */
  faults: number;
}>;

export const unread: SourceMemory = { faults: 0 };

/** By the id of the source. */
export type SourceMemories = ReadonlyMap<string, SourceMemory>;
