/**
 * Duplicati's server state: whether it is paused (`GET /api/v1/serverstate`), and its notifications
 * (`/api/v1/notifications`), because the backup list shows runs that skipped files as finished.
 */
import * as v from 'valibot';
import { given, textOf } from '../../feeds/fields.ts';
import { parseJson } from '../../json.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import type { FollowUpAnswers } from './reader.ts';
import { realTime } from './duplicati-time.ts';
import { Instant } from './parts.ts';

const StateSchema = v.object({
  ProgramState: v.string(),
  /** The year 1 for an indefinite pause. */
  EstimatedPauseEnd: Instant,
});
const NotificationSchema = v.object({
  Type: v.string(),
  Message: v.nullish(v.string()),
  BackupID: v.nullish(v.union([v.string(), v.number()])),
  Timestamp: Instant,
});

export type Trouble = Readonly<{ atUtcMs: number; error: string }>;

export type Server = Readonly<{
  paused?: TargetReading['paused'];
  /** The last undismissed error of each backup, by backup id. */
  troubles: ReadonlyMap<string, Trouble>;
  problems: readonly SourceProblem[];
}>;

export function readServer({ state, notifications }: FollowUpAnswers): Server {
  const serverState = state === undefined ? { problems: [] } : readState(state);
  const { troubles, problems } = readNotifications(notifications ?? '[]');
  return { ...serverState, troubles, problems: [...serverState.problems, ...problems] };
}

function readState(text: string): Pick<Server, 'paused' | 'problems'> {
  const state = v.safeParse(StateSchema, parseJson(text));
  if (!state.success) {
    return { problems: [problemAt('serverstate: $', 'the state of the server')] };
  }
  const { ProgramState: programState, EstimatedPauseEnd: end } = state.output;
  // Any other state counts as paused: only a running server makes backups.
  const paused = programState === 'Running' ? undefined : given('untilUtcMs', realTime(end));
  return { ...given('paused', paused), problems: [] };
}

function readNotifications(text: string): Pick<Server, 'troubles' | 'problems'> {
  const list = v.safeParse(v.array(v.unknown()), parseJson(text));
  if (!list.success) {
    return { troubles: new Map(), problems: [problemAt('notifications: $', 'a list')] };
  }
  const troubles = new Map<string, Trouble>();
  const problems: SourceProblem[] = [];
  for (const [at, item] of list.output.entries()) {
    const one = v.safeParse(NotificationSchema, item);
    if (!one.success) problems.push(problemAt(`notifications: $[${at}]`, 'a notification'));
    else addTrouble(troubles, one.output);
  }
  return { troubles, problems };
}

/** Warnings are ignored, because most of them do not affect the backup. */
function addTrouble(
  troubles: Map<string, Trouble>,
  { Type, Message, BackupID, Timestamp: atUtcMs }: v.InferOutput<typeof NotificationSchema>,
): void {
  if (Type !== 'Error' || BackupID === null || BackupID === undefined || atUtcMs === undefined)
    return;
  const id = String(BackupID);
  if ((troubles.get(id)?.atUtcMs ?? 0) > atUtcMs) return;
  troubles.set(id, { atUtcMs, error: textOf(Message, 300) ?? 'error' });
}

function problemAt(path: string, expected: string): SourceProblem {
  return { code: 'unexpected', path, expected };
}
