/** Links as the page groups them: by what their keywords begin with. Pure. */
import { grouped } from '../lists/grouped.ts';
import { keyOfKeyword } from './shortlink.ts';

type Keyed = Readonly<{ keyword: string }>;
export type LinkGroup<T extends Keyed> = Readonly<{
  /** What its keywords begin with; absent for those that share their beginning with no other. */
  prefix?: string;
  links: readonly T[];
}>;

/** By prefix, and within by keyword; those without a group come last, together. */
export function groupsByPrefix<T extends Keyed>(links: readonly T[]): readonly LinkGroup<T>[] {
  const sorted = links.toSorted((a, b) =>
    keyOfKeyword(a.keyword) < keyOfKeyword(b.keyword) ? -1 : 1,
  );
  const all = [...grouped(sorted, ({ keyword }) => prefixOf(keyword))];
  const groups = all.filter(([, { length }]) => length > 1);
  const rest = all.filter(([, { length }]) => length === 1).flatMap(([, alone]) => alone);
  return [
    ...groups.map(([prefix, of]) => ({ prefix, links: of })),
    ...(rest.length > 0 ? [{ links: rest }] : []),
  ];
}

/** `wg` of `wg-template`. */
function prefixOf(keyword: string): string {
  const [prefix = ''] = keyOfKeyword(keyword).split(/[-_./ ]/, 1);
  return prefix;
}
