/** The sections of the co-op document that nothing else refers to; an invalid one does not affect the others. */
import * as v from 'valibot';
import { GithubSchema, MatrixSchema } from './accounts.ts';
import { BackupsSchema, insecureSources } from './backups.ts';
import { FeedbackPlanSchema } from './feedback.ts';
import { CalendarsSchema } from './calendars.ts';
import { LinksSchema } from './link-sources.ts';
import { LogoSchema } from './logo.ts';
import { MoneySchema } from './money.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem.ts';
import { MeetingsSchema } from './meetings.ts';
import { RdapSchema } from './rdap.ts';
import { RoomsSchema } from './rooms.ts';
import { takenIds } from './taken-ids.ts';
import type { Chosen, TextReader } from './texts.ts';

/** A section added here becomes part of the document's schema, frame and type. */
export const sectionEntries = {
  logo: v.optional(LogoSchema),
  rdap: v.optional(RdapSchema),
  matrix: v.optional(MatrixSchema),
  github: v.optional(GithubSchema),
  feedback: v.optional(FeedbackPlanSchema),
  calendars: v.optional(CalendarsSchema),
  links: v.optional(LinksSchema),
  money: v.optional(MoneySchema),
  backups: v.optional(BackupsSchema),
  rooms: v.optional(RoomsSchema),
  meetings: v.optional(MeetingsSchema),
};

type Entries = typeof sectionEntries;
export type SectionName = keyof Entries;

/** The valid sections of a document. */
export type Sections = {
  readonly [N in SectionName]?: Chosen<NonNullable<v.InferOutput<Entries[N]>>>;
};

export const sectionNames = Object.keys(sectionEntries) as SectionName[];

/** The sections in the frame, unchecked: each one is parsed on its own. */
export const uncheckedSections = v.partial(
  v.object(v.entriesFromList(sectionNames, v.unknown())),
).entries;

type Unchecked = Readonly<Partial<Record<SectionName, unknown>>>;

export function readSections(
  unchecked: Unchecked,
  texts: TextReader,
): Readonly<{ sections: Sections; problems: readonly Problem[] }> {
  const sound: Partial<Record<SectionName, unknown>> = {};
  const problems: Problem[] = [];
  for (const name of sectionNames) {
    const parsed = texts.read(sectionEntries[name], unchecked[name]);
    if (!parsed.success) problems.push(problemAt(`$.${name}`, parsed.issues[0]));
    else if (parsed.output) sound[name] = parsed.output;
  }
  // Each value was parsed with the schema of its name.
  const sections = sound as Sections;
  return { sections, problems: [...problems, ...minorProblems(sections)] };
}

/** Problems in sections that remain usable. */
function minorProblems(sections: Sections): readonly Problem[] {
  const { backups } = sections;
  return [...(backups ? insecureSources(backups) : []), ...takenIds(sections)];
}
