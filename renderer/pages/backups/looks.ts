import type { BackupState } from '../../../shared/backups/view.ts';
import type { Tone } from '../../components/tone.ts';

export const tones: Readonly<Record<BackupState, Tone>> = {
  bad: 'bad',
  unknown: 'unknown',
  warning: 'minor',
  good: 'good',
};
