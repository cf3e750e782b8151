/** The small files of the profile, and what can be wrong with one. Pure. */
import * as v from 'valibot';

/** Each lies in the profile as `NAME.json`, and has a name for members in the catalogue (`files.of.NAME`). */
export const keptFiles = [
  'coop',
  'peace',
  'domains',
  'shortcut',
  'echo',
  'echo-results',
  'accounts',
  'answers',
  'announcements',
  'backups',
  'room-copies',
] as const;
export type KeptFileName = (typeof keptFiles)[number];

/**
 * Closed, each with a sentence in the catalogue (`files.FAULT`). `set-aside`: not all of it could be read, and a copy is
 * kept. `newer` and `unreadable`: it is left alone, and what is set is not kept. `unwritable`: it is tried again.
 */
export const fileFaults = ['set-aside', 'newer', 'unreadable', 'unwritable'] as const;
export type FileFault = (typeof fileFaults)[number];

export const FileTroubleSchema = v.object({
  of: v.picklist(keptFiles),
  fault: v.picklist(fileFaults),
  /** Where it lies, or where it was set aside. */
  path: v.string(),
});
export type FileTrouble = Readonly<v.InferOutput<typeof FileTroubleSchema>>;
