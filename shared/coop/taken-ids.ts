/** Entries that nothing can find, because an earlier one of their list has the same id. Pure. */
import type { Problem } from './problem.ts';
import { remedy } from './remedy.ts';

type Entries = readonly Readonly<{ id: string }>[];

type Given = Readonly<{
  calendars?: Entries;
  links?: Readonly<{ sources: Entries }>;
  money?: Readonly<{ collectives: readonly Readonly<{ slug: string }>[] }>;
  rooms?: Entries;
  meetings?: Entries;
  backups?: Readonly<{ sources: Entries }>;
  feedback?: Readonly<{ destinations: Entries; staging: Entries }>;
}>;
type List = readonly [path: string, key: string, ids: readonly string[]];

export function takenIds(sections: Given): readonly Problem[] {
  return listsOf(sections).flatMap(([path, key, ids]) =>
    ids.flatMap((id, at) =>
      ids.indexOf(id) < at
        ? [{ path: `${path}[${at}].${key}`, ...remedy('id-taken', { id: id.slice(0, 80) }) }]
        : [],
    ),
  );
}

function listsOf({
  calendars,
  links,
  money,
  rooms,
  meetings,
  backups,
  feedback,
}: Given): readonly List[] {
  return [
    ['$.calendars', 'id', idsOf(calendars)],
    ['$.links.sources', 'id', idsOf(links?.sources)],
    ['$.money.collectives', 'slug', (money?.collectives ?? []).map(({ slug }) => slug)],
    ['$.rooms', 'id', idsOf(rooms)],
    ['$.meetings', 'id', idsOf(meetings)],
    ['$.backups.sources', 'id', idsOf(backups?.sources)],
    ['$.feedback.destinations', 'id', idsOf(feedback?.destinations)],
    ['$.feedback.staging', 'id', idsOf(feedback?.staging)],
  ];
}

function idsOf(entries: Entries = []): readonly string[] {
  return entries.map(({ id }) => id);
}
