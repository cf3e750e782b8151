/** State of a backup source between polls. */
import type { SourceProblem, TargetReading } from './reading.ts';

export type MissingTarget = Readonly<{
  /** When its source last listed it. */
  seenUtcMs: number;
  reading: TargetReading;
}>;

/** The last good reading of a source. */
export type GoodReading = Readonly<{
  atUtcMs: number;
  targets: readonly TargetReading[];
  remarks: readonly SourceProblem[];
  /** Targets that were listed before, but no longer are. */
  missing?: readonly MissingTarget[];
}>;

export type SourceMemory = Readonly<{
  good?: GoodReading;
  /** Why the last poll failed; absent if it succeeded, or there was none. */
  problem?: SourceProblem;
  /** Consecutive failed polls. */
  faults: number;
}>;

export const unread: SourceMemory = { faults: 0 };

/** By the id of the source. */
export type SourceMemories = ReadonlyMap<string, SourceMemory>;
