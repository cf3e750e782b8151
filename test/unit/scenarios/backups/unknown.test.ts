/** The unknown is never shown as well. */
import { at, days, lastNight, noon, play, success, toronto } from './stage.ts';

play([
  {
    what: 'nothing but a name',
    now: noon,
    says: { schedule: toronto },
    seen: ['unknown', 'nothing-known: Nothing is reported about it.'],
  },
  {
    what: 'nothing says when it should run',
    now: noon,
    says: success('2026-11-24T02:10:00-05:00'),
    seen: ['unknown', 'no-schedule: No schedule is given, so a late backup can’t be noticed.'],
  },
  {
    what: 'a zone that does not exist is no schedule',
    now: noon,
    says: { ...lastNight, schedule: { ...toronto, timeZone: 'America/Hypha' } },
    seen: ['unknown', 'no-schedule: No schedule is given, so a late backup can’t be noticed.'],
  },
  {
    what: 'a day that never comes is no schedule',
    now: noon,
    says: { ...lastNight, schedule: { ...toronto, cron: '0 2 30 2 *' } },
    seen: ['unknown', 'no-schedule: No schedule is given, so a late backup can’t be noticed.'],
  },
  {
    what: 'the source expects the next one tonight',
    now: noon,
    says: {
      ...success('2026-11-24T02:10:00-05:00'),
      nextExpectedUtcMs: at('2026-11-25T02:00:00-05:00'),
    },
    seen: ['good'],
  },
  {
    what: 'the source expected one at 10:00',
    now: noon,
    says: {
      ...success('2026-11-23T10:10:00-05:00'),
      nextExpectedUtcMs: at('2026-11-24T10:00:00-05:00'),
    },
    seen: ['bad', 'late: Overdue since 10:00. Last good backup 1 day ago (Nov 23, 10:10).'],
  },
  {
    what: 'a source that expects one tonight, whenever the last one was',
    now: noon,
    says: {
      ...success('2026-09-01T02:10:00-04:00'),
      nextExpectedUtcMs: at('2026-11-25T02:00:00-05:00'),
    },
    seen: ['unknown', 'no-schedule: No schedule is given, so a late backup can’t be noticed.'],
  },
  { what: 'read ninety minutes ago', now: noon, readS: 5400, says: lastNight, seen: ['good'] },
  {
    what: 'not read for two hours',
    now: noon,
    readS: 7200,
    says: lastNight,
    seen: ['unknown', 'stale-reading: Last known state is 2 hr old: no newer report has come.'],
  },
  {
    what: 'late at the last reading, which is of yesterday',
    now: noon,
    readS: 86_400,
    says: { schedule: toronto, ...success('2026-11-21T02:10:00-05:00') },
    seen: [
      'bad',
      'late: 2 backups missing since Nov 22, 02:00. Last good backup 3 days ago (Nov 21, 02:10).',
      'stale-reading: Last known state is 1 day old: no newer report has come.',
    ],
  },
  {
    what: 'the laptop slept over the run: nobody has looked since',
    now: '2026-11-24T03:20:00-05:00',
    readS: 4800,
    says: { schedule: toronto, ...success('2026-11-23T02:10:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'a reading of tomorrow: this machine’s clock was set back',
    now: noon,
    readS: -3600,
    says: lastNight,
    seen: ['unknown', 'stale-reading: Last check unknown: this computer’s clock was set back.'],
  },
  {
    what: 'a success of the year 2099',
    now: noon,
    says: { schedule: toronto, ...success('2099-01-01T00:00:00Z') },
    seen: [
      'unknown',
      'future: The report has future dates. A clock is probably wrong.',
      'nothing-known: Nothing is reported about it.',
    ],
  },
  {
    what: 'a restore of the year 2099',
    now: noon,
    says: { ...lastNight, drill: { atUtcMs: at('2099-01-01T00:00:00Z'), ok: true } },
    seen: ['unknown', 'future: The report has future dates. A clock is probably wrong.'],
  },
  {
    what: 'everything at once, the worst first',
    now: noon,
    says: {
      schedule: toronto,
      ...success('2026-11-20T02:10:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T02:10:00-05:00'), ok: false, error: 'disk full' },
      days: days('2026-11-01', '2026-11-20', { '2026-11-10': undefined }),
      retention: { wantedDays: 90, heldDays: 20 },
      drill: 'never',
      standby: {},
    },
    seen: [
      'bad',
      'failed: The last backup failed (02:10): “disk full”',
      'late: 4 backups missing since Nov 21, 02:00. Last good backup 4 days ago (Nov 20, 02:10).',
      'standby-unknown: The age of the standby’s data is unknown.',
      'missing-days: 5 of the last 90 days have no backup (1 failed, 4 missing), most recently Nov 24.',
      'retention-short: Goes back 20 days; 90 are required.',
      'drill-never: A restore has never been tested.',
    ],
  },
]);
