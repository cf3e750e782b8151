/** Keeps the planned work of the coming day at hand, and says when some of it begins or ends. */
import type { Maintenance } from '../../shared/coop/maintenance.ts';
import type { MaintenanceWindow } from '../../shared/status/maintenance.ts';
import { nextTurn, noticeMs, windowsOf } from '../../shared/status/maintenance.ts';
import type { Clock } from '../platform/clock.ts';

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
  let cancel = () => {};

  const look = () => {
    cancel();
    if (entries.length === 0) {
      windows = [];
      return;
    }
    const now = clock.nowUtcMs();
    windows = windowsOf(entries, now - renewMs, now + 2 * noticeMs);
    const turn = nextTurn(windows, now) ?? Number.POSITIVE_INFINITY;
    cancel = clock.after(Math.min(turn - now, renewMs), () => {
      look();
      parts.onTurn();
    });
  };

  return {
    windows: () => windows,
    setMaintenance: (next) => {
      entries = next;
      look();
    },
    wake: look,
    dispose: () => cancel(),
  };
}
