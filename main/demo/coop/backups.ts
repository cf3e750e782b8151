/** The file that the demo's backup server would publish. Pure. */
import type * as v from 'valibot';
import type { CoopBackupsSchema } from '../../../shared/backups/format-schema.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Say } from './language.ts';

type File = v.InferInput<typeof CoopBackupsSchema>;
type Target = File['targets'][number];

const keptDays = 90;
const runMs = 11 * 60_000;

export function backupsOf(say: Say, nowUtcMs: number): File {
  // Every night: the last run was eight hours ago, at any time of day.
  const dueUtcMs = Math.floor(nowUtcMs / hourMs) * hourMs - 8 * hourMs;
  const target = (id: string, name: string, bytes: number, runs: Runs = {}) =>
    targetOf({ id, name, bytes, dueUtcMs, runs });
  return {
    format: 'coop-backups/1',
    written: iso(nowUtcMs),
    targets: [
      target('chat', say('Chat', 'Messagerie'), 18e9),
      target('files', say('Files', 'Fichiers'), 61e9, { failed: [33] }),
      target('passwords', say('Passwords', 'Mots de passe'), 42e6, { missing: [0, 1] }),
      { ...target('forum', 'Forum', 2.3e9), drill: 'never' },
      target('website', say('Website', 'Site Web'), 640e6),
    ],
  };
}

/** In days ago; 0 is the last due run. */
type Runs = Readonly<{ missing?: readonly number[]; failed?: readonly number[] }>;

type Planned = Readonly<{ id: string; name: string; bytes: number; dueUtcMs: number; runs: Runs }>;

function targetOf({ id, name, bytes, dueUtcMs, runs }: Planned): Target {
  const { missing = [], failed = [] } = runs;
  const sizeOf = (ago: number) => Math.round(bytes * (1 - ago * 0.0018 + (ago % 7) * 0.0007));
  const ages = Array.from({ length: keptDays }, (_, index) => keptDays - 1 - index);
  const done = ages.filter((ago) => !missing.includes(ago));
  const last = done.at(-1) ?? 0;
  const lastEnd = iso(dueUtcMs - last * dayMs + runMs);
  return {
    id,
    name,
    schedule: { cron: `0 ${new Date(dueUtcMs).getUTCHours()} * * *`, timeZone: 'UTC' },
    lastAttempt: { at: lastEnd, ok: true },
    lastSuccess: lastEnd,
    sizeBytes: sizeOf(last),
    retention: { wantedDays: keptDays, heldDays: keptDays },
    days: done.map((ago) => {
      const day = iso(dueUtcMs - ago * dayMs).slice(0, 10);
      if (failed.includes(ago)) return { day, ok: false, error: 'No space left on device' };
      return { day, ok: true, sizeBytes: sizeOf(ago) };
    }),
    check: { at: iso(dueUtcMs - 9 * dayMs), ok: true },
    drill: { at: iso(dueUtcMs - 40 * dayMs), ok: true, by: 'Noor', durationS: 24 * 60 },
    tool: 'borg',
  };
}

function iso(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString();
}
