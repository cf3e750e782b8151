import type { CoopSection, CoopView } from './view.ts';

/** Whether the co-op has any of these. */
export function hasSection(coop: CoopView | undefined, ...sections: CoopSection[]): boolean {
  return coop !== undefined && sections.some((one) => coop.sections.includes(one));
}
