/** Runs that are due when the clocks change, or in zones where they never do. */
import { days, play, success, tokyo, toronto } from './stage.ts';

play([
  {
    what: 'Toronto springs over 02:30: due right after the gap, in its grace',
    now: '2026-03-08T03:59:00-04:00',
    says: { schedule: { ...toronto, cron: '30 2 * * *' }, ...success('2026-03-07T02:40:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'Toronto springs over 02:30: late an hour after the gap',
    now: '2026-03-08T04:00:00-04:00',
    says: { schedule: { ...toronto, cron: '30 2 * * *' }, ...success('2026-03-07T02:40:00-05:00') },
    seen: ['bad', 'late: Overdue since 03:00. Last good backup 1 day ago (Mar 7, 02:40).'],
  },
  {
    what: 'Toronto springs over 02:30: the run at 03:05 is that day’s',
    now: '2026-03-08T12:00:00-04:00',
    says: {
      schedule: { ...toronto, cron: '30 2 * * *' },
      ...success('2026-03-08T03:05:00-04:00'),
      days: days('2026-03-05', '2026-03-08'),
    },
    seen: ['good'],
  },
  {
    what: 'Toronto, the day after the change: 02:30 is an hour earlier in UTC',
    now: '2026-03-09T03:30:00-04:00',
    says: { schedule: { ...toronto, cron: '30 2 * * *' }, ...success('2026-03-08T03:05:00-04:00') },
    seen: ['bad', 'late: Overdue since 02:30. Last good backup 1 day ago (Mar 8, 03:05).'],
  },
  {
    what: 'Toronto falls back: 01:30 comes twice, and the first is waited for until after the second',
    now: '2026-11-01T02:29:00-05:00',
    says: { schedule: { ...toronto, cron: '30 1 * * *' }, ...success('2026-10-31T01:40:00-04:00') },
    seen: ['good'],
  },
  {
    what: 'Toronto falls back: late an hour after the second 01:30',
    now: '2026-11-01T02:30:00-05:00',
    says: { schedule: { ...toronto, cron: '30 1 * * *' }, ...success('2026-10-31T01:40:00-04:00') },
    seen: ['bad', 'late: Overdue since 01:30. Last good backup 1 day ago (Oct 31, 01:40).'],
  },
  {
    what: 'Toronto falls back: a run at the first 01:30 will do',
    now: '2026-11-01T12:00:00-05:00',
    says: { schedule: { ...toronto, cron: '30 1 * * *' }, ...success('2026-11-01T01:35:00-04:00') },
    seen: ['good'],
  },
  {
    what: 'Toronto falls back: so will one at the second',
    now: '2026-11-01T12:00:00-05:00',
    says: { schedule: { ...toronto, cron: '30 1 * * *' }, ...success('2026-11-01T01:35:00-05:00') },
    seen: ['good'],
  },
  {
    what: 'Toronto falls back: hourly runs have 25 hours, and the second 01:00 counts',
    now: '2026-11-01T01:20:00-05:00',
    says: {
      schedule: { ...toronto, cron: '0 * * * *', graceS: 900 },
      ...success('2026-11-01T00:05:00-04:00'),
    },
    seen: ['bad', 'late: 2 backups missing since 01:00. Last good backup 2 hr ago (00:05).'],
  },
  {
    what: 'Tokyo knows no summer time: in its grace on Toronto’s day',
    now: '2026-03-08T01:59:00+09:00',
    says: { schedule: tokyo, ...success('2026-03-07T01:40:00+09:00') },
    seen: ['good'],
  },
  {
    what: 'Tokyo: late half an hour after 01:30, which is the day before in UTC',
    now: '2026-03-08T02:00:00+09:00',
    says: { schedule: tokyo, ...success('2026-03-07T01:40:00+09:00') },
    seen: ['bad', 'late: Overdue since 01:30. Last good backup 1 day ago (Mar 7, 01:40).'],
  },
  {
    what: 'Tokyo: its own calendar names the days',
    now: '2026-11-01T10:00:00+09:00',
    says: {
      schedule: tokyo,
      ...success('2026-11-01T01:40:00+09:00'),
      days: days('2026-10-25', '2026-11-01', { '2026-10-31': undefined }),
    },
    seen: ['warning', 'missing-days: 1 of the last 90 days has no backup: Oct 31.'],
  },
  {
    what: 'Tokyo: today is not missing before its grace ends',
    now: '2026-11-01T01:59:00+09:00',
    says: {
      schedule: tokyo,
      ...success('2026-10-31T01:40:00+09:00'),
      days: days('2026-10-25', '2026-10-31'),
    },
    seen: ['good'],
  },
]);
