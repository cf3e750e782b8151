import type { BackupState } from '../../../shared/backups/view.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import type { Tone } from '../../components/tone.ts';

/** Backups use the icons of the status page. */
export const verdicts: Readonly<Record<BackupState, Verdict>> = {
  bad: 'down',
  unknown: 'unknown',
  warning: 'degraded',
  good: 'up',
};

export const tones: Readonly<Record<BackupState, Tone>> = {
  bad: 'bad',
  unknown: 'unknown',
  warning: 'minor',
  good: 'good',
};
