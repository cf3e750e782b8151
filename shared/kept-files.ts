/** The small files of the profile, and what can go wrong with one. Pure. */
import * as v from 'valibot';

/** Each is `NAME.json` in the profile, and has a display name in the catalogue (`files.of.NAME`). */
export const keptFiles = [
  'coop',
  'peace',
  'domains',
  'shortcut',
  'quick-open-shortcut',
  'text-size',
  'echo',
  'echo-results',
  'accounts',
  'answers',
  'reply-drafts',
  'announcements',
  'backups',
  'room-copies',
  'welcome',
  'stays-in-tray',
  'logo',
  'links',
  'picks',
  'link-checks',
  'money',
  'calendars',
  'calendar-copies',
  'templates',
  'proxy',
  'crashes',
  'updates',
] as const;
export type KeptFileName = (typeof keptFiles)[number];

/**
 * Each has a sentence in the catalogue (`files.FAULT`). `set-aside`: partly unreadable, and a copy was saved. `newer`
 * and `unreadable`: the file is left untouched, and changes are not saved. `unwritable`: writing is retried.
 */
export const fileFaults = ['set-aside', 'newer', 'unreadable', 'unwritable'] as const;
export type FileFault = (typeof fileFaults)[number];

export const FileTroubleSchema = v.object({
  of: v.picklist(keptFiles),
  fault: v.picklist(fileFaults),
  /** The file, or the copy that was set aside. */
  path: v.string(),
});
export type FileTrouble = Readonly<v.InferOutput<typeof FileTroubleSchema>>;
