/** Keeps the planned work of the coming day at hand, and says when some of it begins or ends. */
import type { Maintenance } from '../../../shared/coop/maintenance.ts';
import type { MaintenanceWindow, Span } from '../../../shared/status/maintenance.ts';
import { inOrder, nextTurn, noticeMs, windowStep } from '../../../shared/status/maintenance.ts';
import type { Clock } from '../../platform/clock.ts';

export type Plan = Readonly<{
  windows: () => readonly MaintenanceWindow[];
  setMaintenance: (entries: readonly Maintenance[]) => void;
  /** Looks at the time again, after a sleep. */
  wake: () => void;
  dispose: () => void;
}>;

/** The windows are worked out again this often, in ms; they reach twice as far as is shown. */
const renewMs = 6 * 3_600_000;

export function createPlan(parts: Readonly<{ clock: Clock; onTurn: () => void }>): Plan {
  const { clock } = parts;
  let entries: readonly Maintenance[] = [];
  let windows: readonly MaintenanceWindow[] = [];
  /** When the windows were worked out, monotonic, in ms. */
  let madeAtMs = 0;
  let cancel = () => {};

  /** Waits for the next moment at which something turns, or the windows have to be worked out again. */
  const wait = () => {
    cancel();
    const now = clock.nowUtcMs();
    const turn = nextTurn(windows, now) ?? Number.POSITIVE_INFINITY;
    const renewInMs = Math.max(0, madeAtMs + renewMs - clock.monotonicMs());
    cancel = clock.after(Math.min(turn - now, renewInMs), () => {
      if (clock.monotonicMs() - madeAtMs >= renewMs) look();
      else wait();
      parts.onTurn();
    });
  };

  const look = () => {
    cancel();
    if (entries.length === 0) {
      windows = [];
      return;
    }
    const now = clock.nowUtcMs();
    madeAtMs = clock.monotonicMs();
    const span = { fromUtcMs: now - renewMs, toUtcMs: now + 2 * noticeMs };
    if (work(entries, [], span)) wait();
  };

  /** Step by step, and other things in between: hundreds of patterns take seconds. True when it is done at once. */
  const work = (
    left: readonly Maintenance[],
    made: readonly (readonly MaintenanceWindow[])[],
    span: Span,
  ): boolean => {
    const step = windowStep(left, span);
    const all = [...made, step.windows];
    if (step.rest.length > 0) {
      cancel = clock.after(0, () => {
        if (!work(step.rest, all, span)) return;
        wait();
        parts.onTurn();
      });
      return false;
    }
    windows = inOrder(all.flat());
    return true;
  };

  return {
    windows: () => windows,
    setMaintenance: (next) => {
      entries = next;
      windows = [];
      look();
    },
    wake: look,
    dispose: () => cancel(),
  };
}
