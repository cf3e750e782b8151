/** Severity of each finding; docs/backups.md explains it to users. Pure. */
import type { Finding, FindingCode } from './view.ts';
import { backupStates, findingCodes } from './view.ts';

/**
 * `bad`: data lost today cannot be restored, or only from an old backup. `unknown`: the state cannot be determined,
 * which ranks worse than a known flaw. `warning`: there is a recent backup, but something about it is not as intended.
 */
const stateOf: Readonly<Record<FindingCode, Finding['state']>> = {
  failed: 'bad',
  late: 'bad',
  'never-ran': 'bad',
  /** Previously listed by its source, which is readable but no longer lists it. */
  gone: 'bad',
  /** A readable source without any backups. */
  empty: 'bad',
  /** Nothing is late yet, but no runs will start. */
  paused: 'warning',
  'missing-days': 'warning',
  'retention-short': 'warning',
  /** Often a deliberate clean-up; otherwise, the earlier backups still exist. */
  shrunk: 'warning',
  /** The stored data may be damaged. */
  'check-failed': 'bad',
  'check-old': 'warning',
  'check-never': 'warning',
  /** The disk fills up, but backups continue. */
  'upkeep-failed': 'warning',
  /** An attempted restore did not work. */
  'drill-failed': 'bad',
  'drill-never': 'warning',
  'drill-old': 'warning',
  /** A standby is optional: the backup it was restored from still exists. */
  'standby-stale': 'warning',
  'standby-unreachable': 'warning',
  'standby-unknown': 'unknown',
  'no-schedule': 'unknown',
  'stale-reading': 'unknown',
  'clock-wrong': 'unknown',
  future: 'unknown',
  'nothing-known': 'unknown',
};

export function finding(code: FindingCode, params: Finding['params'] = {}): Finding {
  return { code, state: stateOf[code], params };
}

/** Most severe first, then in the order of `findingCodes`. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      backupStates.indexOf(a.state) - backupStates.indexOf(b.state) ||
      findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code),
  );
}
