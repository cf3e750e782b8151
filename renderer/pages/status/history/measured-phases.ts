import type { Point } from '../../../../shared/history/view.ts';
import type { Phase } from '../../../../shared/observation/observation.ts';
import { phases } from '../../../../shared/observation/observation.ts';

/** The phases that any point has a figure of, in their order: a legend names no others. */
export function measuredPhases(points: readonly Point[]): readonly Phase[] {
  return phases.filter((phase) => points.some(({ means }) => means[phase] !== undefined));
}
