/** IPC calls and events of the backups page. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { KeptSchema } from '../redact/removals.ts';
import { BackupsStateSchema, WaySchema } from './view.ts';

const SourceId = v.pipe(v.string(), v.regex(serviceIdPattern));

/** Why a secret was not saved; the same codes as for accounts, to share the texts. */
const secretFaults = [
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'not-found',
  /** The document now specifies another way of access than the member was shown. */
  'moved',
  'internal',
] as const;
export type SecretFault = (typeof secretFaults)[number];

/** A single line, because it is sent in a header. */
const Secret = v.pipe(v.string(), v.trim(), v.maxLength(600), v.regex(/^\P{Cc}*$/u));

/** Maximum length of a restore request, in characters. */
export const requestLimit = 4000;

export const backupsCalls = {
  /** The current state; events carry later ones. */
  'backups.get': { payload: v.undefined(), result: BackupsStateSchema },
  /** Polls one source, or all, immediately. */
  'backups.readNow': {
    payload: v.object({ sourceId: v.optional(SourceId) }),
    result: v.void(),
  },
  /**
   * Saves a source's secret in the keyring (`name:password` for `basic`), for the way of access that was shown; an
   * empty secret is deleted.
   */
  'backups.setSecret': {
    payload: v.object({ sourceId: SourceId, secret: Secret, shown: WaySchema }),
    result: v.optional(v.picklist(secretFaults)),
  },
  /** Copies a restore request to the clipboard, with redactions applied. */
  'backups.copyRequest': {
    payload: v.object({
      text: v.pipe(v.string(), v.maxLength(requestLimit)),
      kept: v.optional(KeptSchema, []),
    }),
    result: v.void(),
  },
} as const;

export const backupsEvents = {
  /** The full state after any change. */
  backups: BackupsStateSchema,
} as const;
