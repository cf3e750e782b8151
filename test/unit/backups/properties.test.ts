/** Properties of the rules that hold for every answer of a source. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { TargetReading } from '../../../shared/backups/reading.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import { backupStates } from '../../../shared/backups/view.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';

/** Nearly every input has its own schedule, evaluated over ninety days. */
vi.setConfig({ testTimeout: 60_000 });

const nowUtcMs = Date.parse('2026-11-24T14:00:00Z');
const dayMs = 86_400_000;
const source: BackupSource = {
  id: 's',
  name: 'Nightly',
  kind: 'coop-backups',
  url: 'https://a.example/',
  intervalS: 1800,
  auth: 'none',
  drillDays: 100,
  wantedDays: 90,
};

const instant = fc.integer({ min: nowUtcMs - 200 * dayMs, max: nowUtcMs + dayMs });
const dayName = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const reading: fc.Arbitrary<TargetReading> = fc.record(
  {
    id: fc.constant('pads'),
    name: fc.constant('Pads'),
    schedule: fc.record({
      cron: fc.constantFrom('0 2 * * *', '30 1 * * *', '0 * * * *', '0 2 * * 0', '0 0 30 2 *', 'x'),
      timeZone: fc.constantFrom('America/Toronto', 'Asia/Tokyo', 'UTC', 'Mars/Base'),
      graceS: fc.constantFrom(0, 3600, 1e300),
    }),
    lastAttempt: fc.record({ atUtcMs: instant, ok: fc.boolean() }),
    lastSuccessUtcMs: instant,
    nextExpectedUtcMs: instant,
    sizeBytes: fc.nat(),
    retention: fc.record({ heldDays: fc.nat({ max: 120 }) }),
    days: fc.array(fc.record({ day: dayName, ok: fc.boolean(), sizeBytes: fc.nat() }), {
      maxLength: 30,
    }),
    check: fc.oneof(
      fc.constant('never' as const),
      fc.record({ atUtcMs: instant, ok: fc.boolean() }),
    ),
    drill: fc.oneof(
      fc.constant('never' as const),
      fc.record({ atUtcMs: instant, ok: fc.boolean() }),
    ),
    standby: fc.record({ restoredFromUtcMs: instant, reachable: fc.boolean() }),
  },
  { requiredKeys: ['id', 'name'] },
);

const stateAt = (one: TargetReading, readAtUtcMs: number, now: number) =>
  backupStates.indexOf(viewTarget(one, source, readAtUtcMs, now).state);

test('what says nothing of a run is never good', () => {
  fc.assert(
    fc.property(reading, ({ lastAttempt: _a, lastSuccessUtcMs: _s, days: _d, ...silent }) => {
      expect(viewTarget(silent, source, nowUtcMs, nowUtcMs).state).not.toBe('good');
    }),
    { numRuns: 100 },
  );
});

test('what never went well is never good', () => {
  fc.assert(
    fc.property(reading, ({ lastSuccessUtcMs: _s, lastAttempt: _a, days = [], ...rest }) => {
      const failed = { ...rest, days: days.map((one) => ({ ...one, ok: false })) };
      expect(viewTarget(failed, source, nowUtcMs, nowUtcMs).state).not.toBe('good');
    }),
    { numRuns: 100 },
  );
});

test('waiting never makes it better', () => {
  fc.assert(
    fc.property(
      reading,
      fc.nat({ max: 3 * dayMs }),
      fc.nat({ max: 3 * dayMs }),
      (one, soon, more) => {
        const later = stateAt(one, nowUtcMs, nowUtcMs + soon + more);
        expect(later).toBeLessThanOrEqual(stateAt(one, nowUtcMs, nowUtcMs + soon));
      },
    ),
    { numRuns: 100 },
  );
});

test('a reading that is too old is never good, and the strip always ends today', () => {
  fc.assert(
    fc.property(reading, (one) => {
      const view = viewTarget(one, source, nowUtcMs - 3 * 1_800_000 - 1, nowUtcMs);
      expect(view.state).not.toBe('good');
      expect(view.days).toHaveLength(90);
      const today = new Intl.DateTimeFormat('sv', { timeZone: view.timeZone ?? 'UTC' });
      expect(view.days.at(-1)?.day).toBe(today.format(nowUtcMs));
    }),
    { numRuns: 100 },
  );
});
