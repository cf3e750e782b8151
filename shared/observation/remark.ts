/**
 * Protocol faults that browsers tolerate: shown to a service's administrators, without effect on the verdict. Each has
 * a sentence in every language (`remark.CODE` in the catalogue).
 */
export const remarks = [
  'status-line',
  'line-ends',
  'folded-header',
  'odd-header',
  'two-lengths',
  'chunks',
  'packing',
  'cut-short',
] as const;
export type Remark = (typeof remarks)[number];
