/** Backups in every state, as main sends them: for the page's tests. */
import type {
  BackupsState,
  DayView,
  Finding,
  SourceView,
  TargetView,
} from '../../../shared/backups/view.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The strip up to today: all days well except for those in `change`, by days ago. */
export function daysUntil(
  nowUtcMs: number,
  change: Readonly<Record<number, Partial<DayView>>> = {},
): DayView[] {
  return Array.from({ length: 90 }, (_, index) => {
    const ago = 89 - index;
    const day = new Date(nowUtcMs - ago * dayMs).toISOString().slice(0, 10);
    const sizeBytes = Math.round(4.2e9 + index * 9e6 + (index % 7) * 4e6);
    return { day, state: 'ok', sizeBytes, ...change[ago] };
  });
}

export function finding(
  code: Finding['code'],
  state: Finding['state'] = 'warning',
  params: Finding['params'] = {},
): Finding {
  return { code, state, params };
}

export function target(name: string, now: number, change: Partial<TargetView> = {}): TargetView {
  return {
    id: `machine/${name}`,
    name,
    sourceId: 'machine',
    sourceName: 'Backup machine',
    state: 'good',
    findings: [],
    days: daysUntil(now),
    lastSuccessUtcMs: now - 9 * hourMs,
    nextExpectedUtcMs: now + 15 * hourMs,
    sizeBytes: 5_020_000_000,
    retention: { wantedDays: 90, heldDays: 90 },
    check: { atUtcMs: now - 12 * dayMs, ok: true },
    drill: {
      atUtcMs: now - 21 * dayMs,
      ok: true,
      by: 'El',
      asserted: '40 passwords open',
      durationS: 720,
    },
    tool: 'borg',
    ...change,
  };
}

export function source(now: number, change: Partial<SourceView> = {}): SourceView {
  return {
    id: 'machine',
    name: 'Backup machine',
    readAtUtcMs: now - 4 * 60_000,
    remarks: [],
    ...change,
  };
}

/** A failed run has no size, since it did not end. */
const failed: Partial<DayView> = { state: 'failed', error: 'No space left on device' };

export function everyKind(now: number): BackupsState {
  const { sizeBytes: _size, ...rest } = target('Files (Nextcloud)', now);
  return {
    targets: [
      target('Passwords (Passbolt)', now, {
        state: 'bad',
        findings: [
          finding('late', 'bad', {
            dueUtcMs: now - 10 * hourMs,
            missed: 2,
            firstUtcMs: now - 34 * hourMs,
            lastUtcMs: now - 58 * hourMs,
          }),
          finding('missing-days', 'warning', {
            count: 3,
            day: '2026-11-23',
            failed: 1,
            missing: 2,
          }),
        ],
        lastSuccessUtcMs: now - 58 * hourMs,
        nextExpectedUtcMs: now + 14 * hourMs,
        days: daysUntil(now, {
          0: { state: 'not-due', sizeBytes: undefined },
          1: { state: 'missing', sizeBytes: undefined },
          2: { state: 'missing', sizeBytes: undefined },
          30: failed,
        }),
      }),
      {
        ...rest,
        state: 'unknown',
        findings: [finding('nothing-known', 'unknown')],
        sourceId: 'cloud',
        sourceName: 'Hoster',
        days: daysUntil(now).map(({ day }) => ({ day, state: 'unknown' })),
      },
      target('Forum', now, {
        state: 'warning',
        findings: [finding('drill-never')],
        drill: undefined,
      }),
      target('Wiki', now, {
        state: 'warning',
        findings: [
          finding('retention-short', 'warning', { held: 88, wanted: 90 }),
          finding('shrunk', 'warning', { sizeBytes: 200_000_000, usualBytes: 4_900_000_000 }),
        ],
        retention: { wantedDays: 90, heldDays: 88 },
        days: daysUntil(now, { 3: { state: 'shrunk', sizeBytes: 200_000_000 }, 60: failed }),
      }),
      target('Passwords (read-only copy)', now, {
        state: 'warning',
        findings: [
          finding('standby-stale', 'warning', { fromUtcMs: now - 6 * dayMs, maxAgeS: 172_800 }),
        ],
        standby: { restoredFromUtcMs: now - 6 * dayMs, reachable: true },
      }),
      target('Website', now),
      target('Chat (Matrix)', now, { days: daysUntil(now, { 12: { state: 'not-due' } }) }),
    ],
    sources: [
      source(now),
      source(now, {
        id: 'cloud',
        name: 'Hoster',
        readAtUtcMs: now - 3 * dayMs,
        problem: { code: 'html' },
      }),
      source(now, {
        id: 'checks',
        name: 'Healthchecks',
        readAtUtcMs: undefined,
        problem: { code: 'secret-missing' },
        needsSecret: true,
        way: { address: 'https://checks.example/api', kind: 'healthchecks', auth: 'api-key' },
      }),
    ],
    rooms: [],
    restore: { people: ['El', 'Robin', 'Kim'] },
    reading: false,
  };
}
