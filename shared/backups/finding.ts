/** How bad each finding is, and why; docs/backups.md says the same to people. Pure. */
import type { Finding, FindingCode } from './view.ts';
import { backupStates, findingCodes } from './view.ts';

/**
 * `bad`: what is lost today cannot be got back, or only from long ago. `unknown`: nobody can tell, which is worse than a
 * blemish that is known. `warning`: there is a fresh backup, but something about it is not as the co-op wants it.
 */
const stateOf: Readonly<Record<FindingCode, Finding['state']>> = {
  failed: 'bad',
  late: 'bad',
  'never-ran': 'bad',
  /** It was there, and a source that can be read tells of it no more. */
  gone: 'bad',
  /** A store that can be read, with nothing in it. */
  empty: 'bad',
  /** Nothing is late yet, but nothing will come either. */
  paused: 'warning',
  'missing-days': 'warning',
  'retention-short': 'warning',
  /** Often somebody has tidied up; if not, the backups before it are still there. */
  shrunk: 'warning',
  /** What is kept may be damaged. */
  'check-failed': 'bad',
  'check-old': 'warning',
  'check-never': 'warning',
  /** The disk fills up, and the backups themselves go on. */
  'upkeep-failed': 'warning',
  /** Somebody has tried to get something back, and could not. */
  'drill-failed': 'bad',
  'drill-never': 'warning',
  'drill-old': 'warning',
  /** A standby is a convenience beside the backup that it was restored from. */
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

/** The worst first; of equally bad ones in the order of their list. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      backupStates.indexOf(a.state) - backupStates.indexOf(b.state) ||
      findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code),
  );
}
