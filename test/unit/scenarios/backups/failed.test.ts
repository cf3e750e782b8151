/** Runs that failed, or never happened. */
import { at, days, noon, play, success, toronto } from './stage.ts';

play([
  {
    what: 'last night’s failed, and says why',
    now: noon,
    says: {
      schedule: toronto,
      ...success('2026-11-24T02:10:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T08:10:00-05:00'), ok: false, error: 'disk full' },
    },
    seen: ['bad', 'failed: The last backup failed (08:10): “disk full”'],
  },
  {
    what: 'last night’s failed without a word, and so it is overdue',
    now: noon,
    says: {
      schedule: toronto,
      ...success('2026-11-23T02:10:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T02:10:00-05:00'), ok: false },
    },
    seen: [
      'bad',
      'failed: The last backup failed (02:10).',
      'late: Overdue since 02:00. Last good backup 1 day ago (Nov 23, 02:10).',
    ],
  },
  {
    what: 'failed, and well again since',
    now: noon,
    says: {
      schedule: toronto,
      ...success('2026-11-24T09:00:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T02:10:00-05:00'), ok: false },
    },
    seen: ['good'],
  },
  {
    what: 'failed from the first day',
    now: noon,
    says: {
      schedule: toronto,
      lastAttempt: {
        atUtcMs: at('2026-11-24T02:10:00-05:00'),
        ok: false,
        error: 'no such repository',
      },
    },
    seen: ['bad', 'failed: The last backup failed (02:10): “no such repository”'],
  },
  {
    what: 'only the days tell that it failed',
    now: noon,
    says: {
      schedule: toronto,
      days: days('2026-11-20', '2026-11-24', { '2026-11-24': { ok: false, error: 'lock' } }),
    },
    seen: [
      'bad',
      'failed: The last backup failed (Nov 24): “lock”',
      'late: Overdue since 02:00. Last good backup: Nov 23.',
    ],
  },
  {
    what: 'never ran',
    now: noon,
    says: { schedule: toronto, days: [] },
    seen: ['bad', 'never-ran: Never run: there’s no backup.'],
  },
]);
