/** What was read of a list of links, a line each: `keyword > address`, and `line code`. */
import type { ReadLinks } from '../../../shared/links/read.ts';

export function told(result: ReadLinks): readonly string[] {
  if (!result.ok) return [result.code];
  return [
    ...result.links.map(
      ({ keyword, address, aliasOf }) =>
        `${keyword} > ${address}${aliasOf === undefined ? '' : ` as ${aliasOf}`}`,
    ),
    ...result.faults.map(({ line, code }) => `${line} ${code}`),
    ...(result.left > 0 ? [`left ${result.left}`] : []),
  ];
}
