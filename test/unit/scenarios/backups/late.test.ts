/** Whether the last run came on time. */
import { at, days, lastNight, noon, play, success, toronto } from './stage.ts';

play([
  { what: 'last night’s came', now: noon, says: lastNight, seen: ['good'] },
  {
    what: 'due now, within its grace',
    now: '2026-11-24T02:59:59-05:00',
    says: { schedule: toronto, ...success('2026-11-23T02:10:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'due, and its grace is over',
    now: '2026-11-24T03:00:00-05:00',
    says: { schedule: toronto, ...success('2026-11-23T02:10:00-05:00') },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup 1 day ago (Nov 23, 02:10).'],
  },
  {
    what: 'late by two days',
    now: noon,
    says: { schedule: toronto, ...success('2026-11-22T02:10:00-05:00') },
    seen: [
      'bad',
      'late: 2 backups missing since Nov 23, 02:00. Last good backup 2 days ago (Nov 22, 02:10).',
    ],
  },
  {
    what: 'a run by hand before the time is not the one that was due',
    now: noon,
    says: { schedule: toronto, ...success('2026-11-24T01:30:00-05:00') },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup 10 hr ago (01:30).'],
  },
  {
    what: 'a clock three minutes ahead',
    now: noon,
    says: { schedule: toronto, ...success('2026-11-24T01:57:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'hourly, and the last one missing',
    now: '2026-11-24T12:20:00-05:00',
    says: {
      schedule: { ...toronto, cron: '0 * * * *', graceS: 600 },
      ...success('2026-11-24T11:01:00-05:00'),
    },
    seen: ['bad', 'late: Overdue since 12:00. Last good backup 1 hr ago (11:01).'],
  },
  {
    what: 'hourly, and missing for longer than is counted',
    now: '2026-11-24T12:20:00-05:00',
    says: {
      schedule: { ...toronto, cron: '0 * * * *', graceS: 600 },
      ...success('2026-11-21T11:01:00-05:00'),
    },
    seen: [
      'bad',
      'late: Overdue since Nov 21, 12:00. Last good backup 3 days ago (Nov 21, 11:01).',
    ],
  },
  {
    what: 'weekly, and it was Sunday’s turn',
    now: noon,
    says: { schedule: { ...toronto, cron: '0 2 * * 0' }, ...success('2026-11-15T02:10:00-05:00') },
    seen: [
      'bad',
      'late: Overdue since Nov 22, 02:00. Last good backup 9 days ago (Nov 15, 02:10).',
    ],
  },
  {
    what: 'weekly, and Sunday’s came',
    now: noon,
    says: { schedule: { ...toronto, cron: '0 2 * * 0' }, ...success('2026-11-22T02:10:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'the co-op document names the time that the source does not',
    now: noon,
    says: success('2026-11-23T02:10:00-05:00'),
    source: { schedule: toronto },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup 1 day ago (Nov 23, 02:10).'],
  },
  {
    what: 'the source’s own time comes before that of the document',
    now: noon,
    says: { schedule: { ...toronto, cron: '0 2 * * 0' }, ...success('2026-11-22T02:10:00-05:00') },
    source: { schedule: toronto },
    seen: ['good'],
  },
  {
    what: 'only days are told, and last night’s is there',
    now: noon,
    says: { schedule: toronto, days: days('2026-11-20', '2026-11-24') },
    seen: ['good'],
  },
  {
    what: 'only days are told, and last night’s is not there',
    now: noon,
    says: { schedule: toronto, days: days('2026-11-20', '2026-11-23') },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup: Nov 23.'],
  },
  {
    what: 'only days are told, and all of last year',
    now: noon,
    says: { schedule: toronto, days: days('2025-11-20', '2025-11-23') },
    seen: [
      'bad',
      'late: Overdue since 02:00. Last good backup: Nov 23, 2025.',
      'missing-days: 90 of the last 90 days have no backup, most recently Nov 24.',
    ],
  },
  {
    what: 'a run that still goes on past its grace',
    now: noon,
    says: {
      schedule: toronto,
      ...success('2026-11-23T02:10:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T02:00:00-05:00') },
    },
    seen: ['bad', 'late: Overdue since 02:00. Last good backup 1 day ago (Nov 23, 02:10).'],
  },
  {
    what: 'on Mondays of odd dates: the last one was yesterday',
    now: noon,
    says: {
      ...success('2026-11-23T02:10:00-05:00'),
      schedule: { ...toronto, cron: '0 2 */2 * 1' },
    },
    seen: ['good'],
  },
  {
    what: 'on Mondays of odd dates: that of yesterday has not come',
    now: noon,
    says: {
      ...success('2026-11-09T02:10:00-05:00'),
      schedule: { ...toronto, cron: '0 2 */2 * 1' },
    },
    seen: [
      'bad',
      'late: Overdue since Nov 23, 02:00. Last good backup 15 days ago (Nov 9, 02:10).',
    ],
  },
  {
    what: 'on the first Monday of the month, three weeks after it',
    now: noon,
    says: {
      ...success('2026-11-02T02:10:00-05:00'),
      schedule: { ...toronto, cron: '0 2 */100,1-7 * MON' },
    },
    seen: ['good'],
  },
  {
    what: 'a source whose runs are a month apart by its own word',
    now: noon,
    says: {
      ...success('2026-11-20T02:10:00-05:00'),
      nextExpectedUtcMs: at('2026-12-20T02:10:00-05:00'),
      everyS: 30 * 86_400,
    },
    seen: ['good'],
  },
  {
    what: 'its program is paused until somebody lets it go on',
    now: noon,
    says: { ...lastNight, paused: {} },
    seen: ['warning', 'paused: Paused: no backups are made until someone resumes them.'],
  },
  {
    what: 'its program is paused until after the next run',
    now: noon,
    says: { ...lastNight, paused: { untilUtcMs: at('2026-11-25T12:00:00-05:00') } },
    seen: ['warning', 'paused: Paused until Nov 25, 12:00: no backups are made before then.'],
  },
  {
    what: 'its program is paused until before the next run, or was',
    now: noon,
    says: { ...lastNight, paused: { untilUtcMs: at('2026-11-25T01:00:00-05:00') } },
    seen: ['good'],
  },
  {
    what: 'its program is paused, and nothing says when it runs next',
    now: noon,
    says: {
      ...success('2026-11-24T02:10:00-05:00'),
      paused: { untilUtcMs: at('2026-11-24T12:30:00-05:00') },
    },
    seen: [
      'unknown',
      'no-schedule: No schedule is given, so a late backup can’t be noticed.',
      'paused: Paused until 12:30: no backups are made before then.',
    ],
  },
  {
    what: 'a run of every month that was due yesterday',
    now: noon,
    says: {
      ...success('2026-10-24T02:10:00-04:00'),
      nextExpectedUtcMs: at('2026-11-23T02:10:00-05:00'),
      everyS: 30 * 86_400,
    },
    seen: [
      'bad',
      'late: Overdue since Nov 23, 02:10. Last good backup 31 days ago (Oct 24, 02:10).',
    ],
  },
  {
    what: 'one that is expected two months after the last, of runs that are a month apart',
    now: noon,
    says: {
      ...success('2026-10-20T02:10:00-04:00'),
      nextExpectedUtcMs: at('2026-12-20T02:10:00-05:00'),
      everyS: 30 * 86_400,
    },
    seen: ['unknown', 'no-schedule: No schedule is given, so a late backup can’t be noticed.'],
  },
]);
