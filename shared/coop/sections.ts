/** The sections of the co-op document that stand alone: nothing else refers to them, and a fault in one costs no other. */
import * as v from 'valibot';
import { GithubSchema, MatrixSchema } from './accounts.ts';
import { BackupsSchema, insecureSources } from './backups.ts';
import { FeedbackPlanSchema } from './feedback.ts';
import type { Problem } from './problem.ts';
import { parseEntry, problemAt } from './problem.ts';
import { RdapSchema } from './rdap.ts';

/** Adding one here adds it to the document's schema, its frame and its type. */
export const sectionEntries = {
  rdap: v.optional(RdapSchema),
  matrix: v.optional(MatrixSchema),
  github: v.optional(GithubSchema),
  feedback: v.optional(FeedbackPlanSchema),
  backups: v.optional(BackupsSchema),
};

type Entries = typeof sectionEntries;
export type SectionName = keyof Entries;

/** Those that the document has and that are sound. */
export type Sections = {
  readonly [N in SectionName]?: NonNullable<v.InferOutput<Entries[N]>>;
};

export const sectionNames = Object.keys(sectionEntries) as SectionName[];

/** The same entries before they are checked: each section is parsed on its own. */
export const uncheckedSections = v.partial(
  v.object(v.entriesFromList(sectionNames, v.unknown())),
).entries;

type Unchecked = Readonly<Partial<Record<SectionName, unknown>>>;

export function readSections(
  unchecked: Unchecked,
): Readonly<{ sections: Sections; problems: readonly Problem[] }> {
  const sound: Partial<Record<SectionName, unknown>> = {};
  const problems: Problem[] = [];
  for (const name of sectionNames) {
    const parsed = parseEntry(sectionEntries[name], unchecked[name]);
    if (!parsed.success) problems.push(problemAt(`$.${name}`, parsed.issues[0]));
    else if (parsed.output) sound[name] = parsed.output;
  }
  // Each value was parsed by the schema of its own name.
  const sections = sound as Sections;
  return { sections, problems: [...problems, ...usableFaults(sections)] };
}

/** Faults that do not make their section unusable. */
function usableFaults({ backups }: Sections): readonly Problem[] {
  return backups ? insecureSources(backups) : [];
}
