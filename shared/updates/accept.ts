/** Whether a manifest may be believed now, given what is known already. Pure. */
import { dayMs } from '../time/calendar.ts';
import type { Channel, Manifest } from './manifest.ts';
import { compareVersions } from './version.ts';

/** The last manifest of a channel that was believed. */
export type Known = Readonly<{
  manifest: Manifest;
  /** SHA-256 of its bytes. */
  digest: string;
}>;

export const refusals = [
  'other-app',
  'other-channel',
  'clock-behind',
  'expired',
  'older',
  'contradicts',
] as const;
export type Refusal = (typeof refusals)[number];

export type Expected = Readonly<{
  app: string;
  channel: Channel;
  nowUtcMs: number;
  known: Known | undefined;
}>;

/** How far this computer's clock may be behind before it is no judge of what has expired. */
const slackMs = dayMs;

/**
 * A server, or who sits in between, can hold back a version (until the manifest expires), but neither go back nor show
 * different files under one number. Undefined if all is well.
 */
export function refusalOf(fresh: Known, expected: Expected): Refusal | undefined {
  const { manifest } = fresh;
  if (manifest.app !== expected.app) return 'other-app';
  if (manifest.channel !== expected.channel) return 'other-channel';
  if (expected.nowUtcMs < Date.parse(manifest.issued) - slackMs) return 'clock-behind';
  if (hasExpired(manifest, expected.nowUtcMs)) return 'expired';
  return expected.known && conflictWith(expected.known, fresh);
}

export function hasExpired({ expires }: Manifest, nowUtcMs: number): boolean {
  return nowUtcMs >= Date.parse(expires);
}

function conflictWith(known: Known, fresh: Known): Refusal | undefined {
  const order = compareVersions(fresh.manifest.version, known.manifest.version);
  if (order !== 0) return order < 0 ? 'older' : undefined;
  const laterMs = Date.parse(fresh.manifest.issued) - Date.parse(known.manifest.issued);
  if (laterMs < 0) return 'older';
  if (laterMs === 0) return fresh.digest === known.digest ? undefined : 'contradicts';
  // The same version signed again, so that it does not expire; a late package may have joined the others.
  return known.manifest.files.every((file) => isAmong(file, fresh.manifest.files))
    ? undefined
    : 'contradicts';
}

function isAmong(file: Manifest['files'][number], files: Manifest['files']): boolean {
  return files.some(
    ({ target, sha512, sizeBytes }) =>
      target === file.target && sha512 === file.sha512 && sizeBytes === file.sizeBytes,
  );
}
