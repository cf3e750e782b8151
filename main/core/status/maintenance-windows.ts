/** The planned work of the coming day, with an event whenever some of it begins or ends. */
import type { Maintenance } from '../../../shared/coop/maintenance.ts';
import type { MaintenanceWindow, Span } from '../../../shared/status/maintenance.ts';
import { inOrder, nextTurn, noticeMs, windowStep } from '../../../shared/status/maintenance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';

export type MaintenanceWindows = Readonly<{
  windows: () => readonly MaintenanceWindow[];
  /** Planned work has begun or ended. */
  onTurn: Emitter<void>['on'];
  setMaintenance: (entries: readonly Maintenance[]) => void;
  /** Recomputes the windows; call after a sleep. */
  wake: () => void;
  dispose: () => void;
}>;

/** How often the windows are recomputed, in ms; they extend twice as far as is shown. */
const renewMs = 6 * 3_600_000;

export function createMaintenanceWindows(deps: Readonly<{ clock: Clock }>): MaintenanceWindows {
  const { clock } = deps;
  const turns = createEmitter<void>();
  let entries: readonly Maintenance[] = [];
  let windows: readonly MaintenanceWindow[] = [];
  /** When the windows were computed, monotonic, in ms. */
  let madeAtMs = 0;
  let cancel = () => {};

  /** In steps, with other work in between, because hundreds of patterns take seconds. True if done synchronously. */
  const compute = (
    left: readonly Maintenance[],
    made: readonly (readonly MaintenanceWindow[])[],
    span: Span,
    onLate: () => void,
  ): boolean => {
    const step = windowStep(left, span);
    const all = [...made, step.windows];
    if (step.rest.length === 0) {
      windows = inOrder(all.flat());
      return true;
    }
    cancel = clock.after(0, () => {
      if (compute(step.rest, all, span, onLate)) onLate();
    });
    return false;
  };

  /** Sets a timer for when work next begins or ends, or the windows have to be recomputed. */
  const wait = () => {
    cancel();
    const nowUtcMs = clock.nowUtcMs();
    const turnUtcMs = nextTurn(windows, nowUtcMs) ?? Number.POSITIVE_INFINITY;
    const renewInMs = Math.max(0, madeAtMs + renewMs - clock.monotonicMs());
    cancel = clock.after(Math.min(turnUtcMs - nowUtcMs, renewInMs), () => {
      if (clock.monotonicMs() - madeAtMs >= renewMs) recompute();
      else wait();
      turns.emit();
    });
  };

  const recompute = () => {
    cancel();
    if (entries.length === 0) {
      windows = [];
      return;
    }
    const nowUtcMs = clock.nowUtcMs();
    madeAtMs = clock.monotonicMs();
    const span = { fromUtcMs: nowUtcMs - renewMs, toUtcMs: nowUtcMs + 2 * noticeMs };
    const isDone = compute(entries, [], span, () => {
      wait();
      turns.emit();
    });
    if (isDone) wait();
  };

  return {
    windows: () => windows,
    onTurn: turns.on,
    setMaintenance: (next) => {
      entries = next;
      windows = [];
      recompute();
    },
    wake: recompute,
    dispose: () => {
      cancel();
      turns.clear();
    },
  };
}
