/** What the window sees of the co-op document: enough to draw, and no address. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import { isFading } from './accounts.ts';
import { CardViewSchema, viewCard } from './card.ts';
import type { DirectoryError } from './directory-error.ts';
import { DirectoryErrorSchema } from './directory-error.ts';
import type { CoopDocument } from './parse.ts';
import { ProblemSchema } from './problem.ts';
import type { SectionName } from './sections.ts';
import { sectionNames } from './sections.ts';

/** What pages and menus depend on beside the sections that stand alone. */
const others = {
  echo: ({ echo }) => echo.length > 0,
  announcements: ({ matrix }) => matrix?.announcements !== undefined,
  acknowledgements: ({ matrix }) => matrix?.acknowledgements !== undefined,
  /** Rooms whose messages are removed some day; shown beside the backups. */
  fadingRooms: ({ matrix }) => matrix?.rooms.some(isFading) ?? false,
} satisfies Readonly<Record<string, (document: CoopDocument) => boolean>>;

type Other = keyof typeof others;
export type CoopSection = SectionName | Other;
const otherNames = Object.keys(others) as Other[];

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: an address, a URL or a file. */
  source: v.string(),
  /** When this copy of the document was fetched, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be reached and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  sections: v.array(v.picklist([...sectionNames, ...otherNames])),
  emergency: v.optional(CardViewSchema),
  /** Services whose server's echo can be tested. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
});
export type CoopView = Readonly<v.InferOutput<typeof CoopViewSchema>>;

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
    sections: [
      ...sectionNames.filter((one) => document[one] !== undefined),
      ...otherNames.filter((one) => others[one](document)),
    ],
    ...defined({
      echo: echo.length > 0 ? echo : undefined,
      emergency: document.emergency && viewCard(document.emergency),
      error,
    }),
  };
}
