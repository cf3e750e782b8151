/** Integrity checks, pruning, restores and standbys. */
import { at, lastNight, noon, play } from './stage.ts';

play([
  {
    what: 'the integrity check failed',
    now: noon,
    says: {
      ...lastNight,
      check: { atUtcMs: at('2026-11-22T04:00:00-05:00'), ok: false, error: '3 broken packs' },
    },
    seen: [
      'bad',
      'check-failed: The last check for damage failed (Nov 22, 04:00): “3 broken packs”',
    ],
  },
  {
    what: 'checked 35 days ago',
    now: noon,
    says: { ...lastNight, check: { atUtcMs: at(noon) - 35 * 86_400_000, ok: true } },
    seen: ['good'],
  },
  {
    what: 'checked 36 days ago',
    now: noon,
    says: { ...lastNight, check: { atUtcMs: at(noon) - 36 * 86_400_000, ok: true } },
    seen: ['warning', 'check-old: The last check for damage was 36 days ago (Oct 19, 2026).'],
  },
  {
    what: 'never checked',
    now: noon,
    says: { ...lastNight, check: 'never' },
    seen: ['warning', 'check-never: It has never been checked for damage.'],
  },
  {
    what: 'old copies could not be cleared away',
    now: noon,
    says: {
      ...lastNight,
      upkeep: { atUtcMs: at('2026-11-22T04:00:00-05:00'), ok: false, error: 'disk is read-only' },
    },
    seen: [
      'warning',
      'upkeep-failed: Old copies couldn’t be deleted (Nov 22, 04:00): “disk is read-only”',
    ],
  },
  {
    what: 'old copies were cleared away, or will be one day',
    now: noon,
    says: { ...lastNight, upkeep: { atUtcMs: at('2026-11-22T04:00:00-05:00'), ok: true } },
    seen: ['good'],
  },
  {
    what: 'cleared away in the future',
    now: noon,
    says: { ...lastNight, upkeep: { atUtcMs: at('2027-11-22T04:00:00-05:00'), ok: false } },
    seen: ['unknown', 'future: The report has future dates. A clock is probably wrong.'],
  },
  {
    what: 'restored 100 days ago',
    now: noon,
    says: { ...lastNight, drill: { atUtcMs: at(noon) - 100 * 86_400_000, ok: true } },
    seen: ['good'],
  },
  {
    what: 'restored 101 days ago',
    now: noon,
    says: { ...lastNight, drill: { atUtcMs: at(noon) - 101 * 86_400_000, ok: true } },
    seen: [
      'warning',
      'drill-old: Last restore test 101 days ago (Aug 15, 2026); due every 100 days.',
    ],
  },
  {
    what: 'restored 101 days ago, where the document wants it each half year',
    now: noon,
    says: { ...lastNight, drill: { atUtcMs: at(noon) - 101 * 86_400_000, ok: true } },
    source: { drillDays: 182 },
    seen: ['good'],
  },
  {
    what: 'never restored',
    now: noon,
    says: { ...lastNight, drill: 'never' },
    seen: ['warning', 'drill-never: A restore has never been tested.'],
  },
  {
    what: 'the restore did not work',
    now: noon,
    says: { ...lastNight, drill: { atUtcMs: at('2026-11-20T15:00:00-05:00'), ok: false } },
    seen: ['bad', 'drill-failed: The last restore test failed (Nov 20, 2026).'],
  },
  {
    what: 'a standby with data of last night',
    now: noon,
    says: {
      ...lastNight,
      standby: {
        restoredFromUtcMs: at('2026-11-24T02:10:00-05:00'),
        reachable: true,
        maxAgeS: 93_600,
      },
    },
    seen: ['good'],
  },
  {
    what: 'a standby with data of three days ago',
    now: noon,
    says: {
      ...lastNight,
      standby: {
        restoredFromUtcMs: at('2026-11-21T02:10:00-05:00'),
        reachable: true,
        maxAgeS: 93_600,
      },
    },
    seen: [
      'warning',
      'standby-stale: The standby’s data is 3 days old (Nov 21, 02:10); the limit is 26 hours.',
    ],
  },
  {
    what: 'a standby that is away, and of which nothing else is known',
    now: noon,
    says: { ...lastNight, standby: { reachable: false } },
    seen: [
      'unknown',
      'standby-unknown: The age of the standby’s data is unknown.',
      'standby-unreachable: The standby can’t be reached.',
    ],
  },
  {
    what: 'a standby that answers, with data of nobody knows when',
    now: noon,
    says: { ...lastNight, standby: { reachable: true } },
    seen: ['unknown', 'standby-unknown: The age of the standby’s data is unknown.'],
  },
]);
