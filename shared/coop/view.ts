/** The part of the co-op document that the window needs; contains no URLs. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import { isFading } from './accounts.ts';
import { CardViewSchema, viewCard } from './card.ts';
import type { DirectoryError } from './directory-error.ts';
import { DirectoryErrorSchema } from './directory-error.ts';
import type { CoopDocument } from './parse.ts';
import { ProblemSchema } from './problem.ts';
import { RoomViewSchema, viewRooms } from './room-view.ts';
import type { SectionName } from './sections.ts';
import { sectionNames } from './sections.ts';
import { OtherLanguagesSchema } from './texts.ts';

/** What pages and menus depend on besides the standalone sections. */
const others = {
  echo: ({ echo }) => echo.length > 0,
  announcements: ({ matrix }) => matrix?.announcements !== undefined,
  acknowledgements: ({ matrix }) => matrix?.acknowledgements !== undefined,
  /** Rooms with expiring messages; shown on the backups page. */
  fadingRooms: ({ matrix }) => matrix?.rooms.some(isFading) ?? false,
} satisfies Readonly<Record<string, (document: CoopDocument) => boolean>>;

type Other = keyof typeof others;
export type CoopSection = SectionName | Other;
const otherNames = Object.keys(others) as Other[];

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: a domain, a URL or a file path. */
  source: v.string(),
  /** When this copy of the document was fetched, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be loaded and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  sections: v.array(v.picklist([...sectionNames, ...otherNames])),
  emergency: v.optional(CardViewSchema),
  /** Absent if there are none. */
  otherLanguages: v.optional(OtherLanguagesSchema),
  /** Services that offer the echo test. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
  /** Where members meet for calls; absent if the document names no room. */
  rooms: v.optional(v.array(RoomViewSchema)),
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
  const rooms = viewRooms(document);
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
      rooms: rooms.length > 0 ? rooms : undefined,
      otherLanguages: document.otherLanguages.length > 0 ? document.otherLanguages : undefined,
      emergency: document.emergency && viewCard(document.emergency),
      error,
    }),
  };
}
