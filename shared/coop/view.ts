/** What the window sees of the co-op document: enough to draw, and no address. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import { isFading } from './accounts.ts';
import { CardViewSchema, viewCard } from './card.ts';
import type { DirectoryError } from './directory-error.ts';
import { DirectoryErrorSchema } from './directory-error.ts';
import type { CoopDocument } from './parse.ts';
import { ProblemSchema } from './problem.ts';

/** What a document may name or not, and pages and menus depend on. */
const tests = {
  echo: ({ echo }) => echo.length > 0,
  feedback: ({ feedback }) => feedback !== undefined,
  announcements: ({ matrix }) => matrix?.announcements !== undefined,
  acknowledgements: ({ matrix }) => matrix?.acknowledgements !== undefined,
  backups: ({ backups }) => backups !== undefined,
  /** Rooms whose messages are removed some day; shown beside the backups. */
  fadingRooms: ({ matrix }) => matrix?.rooms.some(isFading) ?? false,
} satisfies Readonly<Record<string, (document: CoopDocument) => boolean>>;

export type CoopSection = keyof typeof tests;
const coopSections = Object.keys(tests) as CoopSection[];

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: an address, a URL or a file. */
  source: v.string(),
  /** When this copy of the document was fetched, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be reached and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  sections: v.array(v.picklist(coopSections)),
  emergency: v.optional(CardViewSchema),
  /** Services whose server's echo can be tested. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
});
export type CoopView = Readonly<v.InferOutput<typeof CoopViewSchema>>;

/** Whether the co-op has any of these. */
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
    sections: coopSections.filter((one) => tests[one](document)),
    ...defined({
      echo: echo.length > 0 ? echo : undefined,
      emergency: document.emergency && viewCard(document.emergency),
      error,
    }),
  };
}
