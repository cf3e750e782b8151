/** The part of the co-op document that the window needs; contains no URLs. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import { isFading } from './accounts.ts';
import { CardViewSchema, viewCard } from './card.ts';
import type { DirectoryError } from './directory-error.ts';
import { DirectoryErrorSchema } from './directory-error.ts';
import type { CoopDocument } from './parse.ts';
import { ProblemSchema } from './problem.ts';

/** Optional parts of a document that pages and menus depend on. */
const sectionTests = {
  echo: ({ echo }) => echo.length > 0,
  feedback: ({ feedback }) => feedback !== undefined,
  announcements: ({ matrix }) => matrix?.announcements !== undefined,
  acknowledgements: ({ matrix }) => matrix?.acknowledgements !== undefined,
  backups: ({ backups }) => backups !== undefined,
  /** Rooms with expiring messages; shown on the backups page. */
  fadingRooms: ({ matrix }) => matrix?.rooms.some(isFading) ?? false,
} satisfies Readonly<Record<string, (document: CoopDocument) => boolean>>;

export type CoopSection = keyof typeof sectionTests;
const coopSections = Object.keys(sectionTests) as CoopSection[];

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: a domain, a URL or a file path. */
  source: v.string(),
  /** When this copy of the document was fetched, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be loaded and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  sections: v.array(v.picklist(coopSections)),
  emergency: v.optional(CardViewSchema),
  /** Services that offer the echo test. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
});
export type CoopView = Readonly<v.InferOutput<typeof CoopViewSchema>>;

export function hasSection(coop: CoopView | undefined, ...sections: CoopSection[]): boolean {
  return coop !== undefined && sections.some((one) => coop.sections.includes(one));
}

type Coop = Readonly<{
  document: CoopDocument;
  source: string;
  readAtUtcMs: number;
  error?: DirectoryError;
}>;

export function viewCoop({ document, source, readAtUtcMs, error }: Coop): CoopView {
  const echo = document.echo.flatMap(({ id, service }) =>
    service === undefined ? [] : { instanceId: id, serviceId: service },
  );
  return {
    name: document.name,
    source,
    readAtUtcMs,
    problems: [...document.problems],
    sections: coopSections.filter((one) => sectionTests[one](document)),
    ...defined({
      echo: echo.length > 0 ? echo : undefined,
      emergency: document.emergency && viewCard(document.emergency),
      error,
    }),
  };
}
