/** What ended against the member's will: the whole app, its window, or a piece of work. Pure. */
import * as v from 'valibot';
import { UtcMs } from '../time/utc-ms.ts';

/** `app`: the main process; `window`: the page's process; `fault`: an exception that nothing has caught. */
export const incidentKinds = ['app', 'window', 'fault'] as const;

/** As Electron and the source code name them. */
const Code = v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w-]+$/));

export const IncidentSchema = v.object({
  kind: v.picklist(incidentKinds),
  /** When it happened; of the app, when the next start noticed, ms UTC. */
  atUtcMs: UtcMs,
  /** Of the app that it happened to. */
  version: v.pipe(v.string(), v.maxLength(40)),
  /** When that run of the app began, ms UTC. */
  begunUtcMs: UtcMs,
  /** Why the window's process ended, or the class of the exception. */
  reason: v.optional(Code),
  /** Of the window's process. */
  exitCode: v.optional(v.pipe(v.number(), v.integer())),
});
export type Incident = Readonly<v.InferOutput<typeof IncidentSchema>>;

export const KeptIncidentSchema = v.object({
  ...IncidentSchema.entries,
  /** The member has reported it, or does not want to. */
  answered: v.optional(v.literal(true)),
});
export type KeptIncident = Readonly<v.InferOutput<typeof KeptIncidentSchema>>;

/** The newest one, offered to the member for a report. */
export const CrashSchema = v.object({
  ...IncidentSchema.entries,
  /** How many there were, one soon after the other. */
  count: v.number(),
});
export type Crash = Readonly<v.InferOutput<typeof CrashSchema>>;
