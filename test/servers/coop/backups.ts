/** The stand-in co-op's sources of backups: one of each kind of trouble, always relative to now. */
import type * as v from 'valibot';
import type { CoopBackupsSchema } from '../../../shared/backups/format-schema.ts';
import type { Listener, Reply } from '../http.ts';
import { listen, pathOf, send } from '../http.ts';
import type { Network } from './conditions.ts';
import type { DocumentInput } from '../../../shared/coop/document.ts';
import { notFound, portalPage } from './replies.ts';

type File = v.InferInput<typeof CoopBackupsSchema>;
type Target = File['targets'][number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const runMs = 11 * 60_000;
const strip = 90;

/** `html`: the home page for every path, like a web server that lost its files. */
export const backupsConditions = ['well', 'html'] as const;
export type BackupsCondition = (typeof backupsConditions)[number];

export type StandInBackups = Readonly<{
  url: string;
  take: (condition: BackupsCondition) => void;
  setNetwork: (network: Network) => Promise<void>;
  stop: () => Promise<void>;
}>;

export const backupsPath = '/backups.json';
const vaultPath = '/vault.json';

/** `vaultKey`: the key that the second source requires. */
export async function startBackups(
  port: number,
  vaultKey: string | undefined,
): Promise<StandInBackups> {
  let condition: BackupsCondition = 'well';
  const reply = (path: string, key: string | undefined): Reply => {
    if (condition === 'html') return portalPage;
    if (path === backupsPath) return json(backupsFile(Date.now()));
    if (path !== vaultPath || vaultKey === undefined) return notFound;
    return key === `Bearer ${vaultKey}` ? json(vaultFile(Date.now())) : { status: 401 };
  };
  const listener: Listener = await listen(
    (request, response) => send(response, reply(pathOf(request), request.headers.authorization)),
    { port },
  );
  return {
    url: listener.url,
    take: (next) => (condition = next),
    setNetwork: (network) => (network === 'online' ? listener.start() : listener.pause()),
    stop: listener.stop,
  };
}

export function backupsPlan(url: string, hasVault: boolean): NonNullable<DocumentInput['backups']> {
  const machine = {
    id: 'backups',
    name: 'Backup machine',
    kind: 'coop-backups' as const,
    url: url + backupsPath,
  };
  const vault = {
    id: 'vault',
    name: 'Hoster’s vault',
    kind: 'coop-backups' as const,
    url: url + vaultPath,
    auth: 'bearer' as const,
  };
  return {
    sources: [machine, ...(hasVault ? [vault] : [])],
    restore: { people: ['El', 'Robin'] },
  };
}

/** Created for each request, so that what is late stays late. */
export function backupsFile(nowUtcMs: number): File {
  // Every night, the last one eight hours ago, at any time of day.
  const dueUtcMs = Math.floor(nowUtcMs / hourMs) * hourMs - 8 * hourMs;
  const made = (id: string, name: string, bytes: number, runs: Runs = {}) =>
    target(dueUtcMs, { id, name }, bytes, runs);
  const standby = {
    restoredFrom: iso(dueUtcMs - 6 * dayMs),
    restoredAt: iso(dueUtcMs - 6 * dayMs + hourMs),
    reachable: true,
    maxAgeS: 26 * 3600,
  };
  return {
    format: 'coop-backups/1',
    written: iso(nowUtcMs),
    targets: [
      made('website', 'Website', 640e6),
      made('passwords', 'Passwords (Passbolt)', 42e6, { missing: [0, 1], failed: [33] }),
      { ...made('files', 'Files (Nextcloud)', 61e9), retention: { wantedDays: 90, heldDays: 88 } },
      { ...made('forum', 'Forum', 2.3e9, { shrunk: [21] }), drill: 'never' },
      { ...made('copy', 'Passwords (read-only copy)', 42e6), standby },
      made('chat', 'Chat (Matrix)', 18e9),
      made('pads', 'Pads', 310e6),
    ],
  };
}

function vaultFile(nowUtcMs: number): File {
  const dueUtcMs = Math.floor(nowUtcMs / hourMs) * hourMs - 5 * hourMs;
  const machines = target(dueUtcMs, { id: 'vms', name: 'Virtual machines' }, 220e9, {});
  return { format: 'coop-backups/1', written: iso(nowUtcMs), targets: [machines] };
}

/** In days ago; 0 is the last due run. */
type Runs = Readonly<{
  missing?: readonly number[];
  failed?: readonly number[];
  shrunk?: readonly number[];
}>;

function target(
  dueUtcMs: number,
  names: Readonly<{ id: string; name: string }>,
  bytes: number,
  { missing = [], failed = [], shrunk = [] }: Runs,
): Target {
  const sizeOf = (ago: number) =>
    Math.round(shrunk.includes(ago) ? bytes / 9 : bytes * (1 - ago * 0.0018 + (ago % 7) * 0.0007));
  const days = Array.from({ length: strip }, (_, index) => strip - 1 - index)
    .filter((ago) => !missing.includes(ago))
    .map((ago) => {
      const day = iso(dueUtcMs - ago * dayMs).slice(0, 10);
      if (failed.includes(ago)) return { day, ok: false, error: 'No space left on device' };
      return { day, ok: true, sizeBytes: sizeOf(ago) };
    });
  const last = [0, 1, 2, 3].find((ago) => !missing.includes(ago)) ?? 0;
  const lastUtcMs = dueUtcMs - last * dayMs + runMs;
  return {
    ...names,
    schedule: { cron: `0 ${new Date(dueUtcMs).getUTCHours()} * * *`, timeZone: 'UTC' },
    lastAttempt: { at: iso(lastUtcMs), ok: true },
    lastSuccess: iso(lastUtcMs),
    sizeBytes: sizeOf(last),
    retention: { wantedDays: 90, heldDays: 90 },
    days,
    check: { at: iso(dueUtcMs - 9 * dayMs), ok: true },
    drill: {
      at: iso(dueUtcMs - 40 * dayMs),
      ok: true,
      by: 'El',
      asserted: 'opened on a machine of its own, newest entry there',
      durationS: 24 * 60,
    },
    tool: 'borg',
  };
}

const iso = (atUtcMs: number) => new Date(atUtcMs).toISOString();

const json = (value: unknown): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
