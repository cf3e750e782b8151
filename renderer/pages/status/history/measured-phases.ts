import type { RecordedPhase } from '../../../../shared/history/kinds.ts';
import { recordedPhases } from '../../../../shared/history/kinds.ts';
import type { Point } from '../../../../shared/history/view.ts';

/** The phases that any point has a figure of, in their order: a legend names no others. */
export function measuredPhases(points: readonly Point[]): readonly RecordedPhase[] {
  return recordedPhases.filter((phase) => points.some(({ means }) => means[phase] !== undefined));
}
