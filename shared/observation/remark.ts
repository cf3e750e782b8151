/**
 * What is not as it should be in an answer that browsers take all the same: told to whoever runs the service, changes
 * no verdict. Each has a sentence in every language (`remark.CODE` in the catalogue).
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
