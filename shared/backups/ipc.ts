/** The calls and the event of the backups' page, as one part of the schema in `shared/ipc.ts`. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { KeptSchema } from '../redact/removals.ts';
import { BackupsStateSchema, WaySchema } from './view.ts';

const SourceId = v.pipe(v.string(), v.regex(serviceIdPattern));

/** Why a secret was not kept: named as the accounts name it, so that one sentence serves both. */
export const secretFaults = [
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'not-found',
  /** Since the member was shown where it goes, the document names another way of asking. */
  'moved',
  'internal',
] as const;
export type SecretFault = (typeof secretFaults)[number];

/** Goes into a header, so it is one line. */
const Secret = v.pipe(v.string(), v.trim(), v.maxLength(600), v.regex(/^\P{Cc}*$/u));

/** Of a request to get something back, in characters. */
export const requestLimit = 4000;

export const backupsCalls = {
  /** The state now; events carry the later ones. */
  'backups.get': { payload: v.undefined(), result: BackupsStateSchema },
  /** Reads one source, or all, without waiting for its turn. */
  'backups.readNow': {
    payload: v.object({ sourceId: v.optional(SourceId) }),
    result: v.void(),
  },
  /** Puts a source's secret into the keyring (for `basic`, as `name:password`), for the way that was shown; an empty one is forgotten. */
  'backups.setSecret': {
    payload: v.object({ sourceId: SourceId, secret: Secret, shown: WaySchema }),
    result: v.optional(v.picklist(secretFaults)),
  },
  /** Puts a request to get something back on the clipboard, without what is taken out of it. */
  'backups.copyRequest': {
    payload: v.object({
      text: v.pipe(v.string(), v.maxLength(requestLimit)),
      kept: v.optional(KeptSchema, []),
    }),
    result: v.void(),
  },
} as const;

export const backupsEvents = {
  /** The state of the backups after any change. */
  backups: BackupsStateSchema,
} as const;
