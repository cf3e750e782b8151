/** Days without a backup, paused schedules, and sizes. */
import { GB, days, lastNight, noon, play, success, toronto } from './stage.ts';

const unknown = { ok: undefined };
const bothUnknown = { '2026-11-23': unknown, '2026-11-24': unknown };

play([
  {
    what: 'two days missing in ninety',
    now: noon,
    says: {
      ...lastNight,
      days: days('2026-08-27', '2026-11-24', { '2026-09-10': undefined, '2026-11-12': undefined }),
    },
    seen: ['warning', 'missing-days: 2 of the last 90 days have no backup, most recently Nov 12.'],
  },
  {
    what: 'a day that failed left none either',
    now: noon,
    says: {
      ...lastNight,
      days: days('2026-08-27', '2026-11-24', { '2026-11-12': { ok: false, error: 'timeout' } }),
    },
    seen: ['warning', 'missing-days: 1 of the last 90 days has no backup: Nov 12.'],
  },
  {
    what: 'a day of which nobody knows what became of it',
    now: noon,
    says: { ...lastNight, days: days('2026-08-27', '2026-11-24', { '2026-11-12': unknown }) },
    seen: ['good'],
  },
  {
    what: 'nothing but such days',
    now: noon,
    says: { schedule: toronto, days: days('2026-11-23', '2026-11-24', bothUnknown) },
    seen: ['unknown', 'nothing-known: Nothing is reported about it.'],
  },
  {
    what: 'such days since the last good one',
    now: noon,
    says: { schedule: toronto, days: days('2026-11-22', '2026-11-24', bothUnknown) },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup: Nov 22.'],
  },
  {
    what: 'a failure, and such a day since',
    now: noon,
    says: {
      schedule: toronto,
      days: days('2026-11-22', '2026-11-24', {
        '2026-11-23': { ok: false, error: 'timeout' },
        '2026-11-24': unknown,
      }),
    },
    seen: [
      'bad',
      'failed: The last backup failed (Nov 23): “timeout”',
      'late: Overdue since 02:00. Last good backup: Nov 22.',
      'missing-days: 1 of the last 90 days has no backup: Nov 23.',
    ],
  },
  {
    what: 'a gap older than ninety days',
    now: noon,
    says: { ...lastNight, days: days('2026-08-01', '2026-11-24', { '2026-08-26': undefined }) },
    seen: ['good'],
  },
  {
    what: 'a gap ninety days ago',
    now: noon,
    says: { ...lastNight, days: days('2026-08-01', '2026-11-24', { '2026-08-27': undefined }) },
    seen: ['warning', 'missing-days: 1 of the last 90 days has no backup: Aug 27.'],
  },
  {
    what: 'weekly: the days between are not missing',
    now: noon,
    says: {
      schedule: { ...toronto, cron: '0 2 * * 0' },
      ...success('2026-11-22T02:10:00-05:00'),
      days: ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'].map((day) => ({
        day,
        ok: true,
      })),
    },
    seen: ['good'],
  },
  {
    what: 'new: nothing is known of the days before its first',
    now: noon,
    says: { ...lastNight, days: days('2026-11-22', '2026-11-24') },
    seen: ['good'],
  },
  {
    what: '88 of 90 days are held',
    now: noon,
    says: { ...lastNight, retention: { wantedDays: 90, heldDays: 88 } },
    seen: ['warning', 'retention-short: Goes back 88 days; 90 are required.'],
  },
  {
    what: 'the document wants ninety days, the source says that it holds one',
    now: noon,
    says: { ...lastNight, retention: { heldDays: 1 } },
    source: { wantedDays: 90 },
    seen: ['warning', 'retention-short: Goes back 1 day; 90 are required.'],
  },
  {
    what: 'a third of the usual size',
    now: noon,
    says: {
      ...lastNight,
      days: days('2026-11-05', '2026-11-24').map((one) => ({
        ...one,
        sizeBytes: one.day === '2026-11-24' ? 0.4 * GB : 1.234 * GB,
      })),
    },
    seen: [
      'warning',
      'shrunk: The last backup is much smaller than usual: 400 MB instead of 1.23 GB.',
    ],
  },
  {
    what: 'half of the usual size is not sharply',
    now: noon,
    says: {
      ...lastNight,
      days: days('2026-11-05', '2026-11-24').map((one) => ({
        ...one,
        sizeBytes: one.day === '2026-11-24' ? 0.5 * GB : GB,
      })),
    },
    seen: ['good'],
  },
  {
    what: 'what is small may halve',
    now: noon,
    says: {
      ...lastNight,
      days: days('2026-11-05', '2026-11-24').map((one) => ({
        ...one,
        sizeBytes: one.day === '2026-11-24' ? 10 : 9000,
      })),
    },
    seen: ['good'],
  },
]);
