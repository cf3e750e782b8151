/** What becomes of a window whose process has ended on its own. */
import type { BrowserWindow } from 'electron';
import { isCrash, mayReopen } from '../../shared/crash/rules.ts';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';

/** `parked`: minimized for want of a tray icon, so that nothing else leads to the app. */
export type Whereabouts = 'in-sight' | 'parked' | 'hidden';

/** As Electron names the reason. */
export type ProcessEnd = Readonly<{ reason: string; exitCode: number }>;

export type WindowEnd = ProcessEnd &
  Readonly<{
    isCrash: boolean;
    /** `stays-away`: it was there, but crashes again and again. */
    outcome: 'was-hidden' | 'reopens' | 'stays-away';
  }>;

export type WindowEnds = Readonly<{
  /** Whether the window is to open again. */
  note: (end: ProcessEnd, was: Whereabouts) => boolean;
  on: Emitter<WindowEnd>['on'];
  clear: () => void;
}>;

export function createWindowEnds(clock: Pick<Clock, 'monotonicMs'>): WindowEnds {
  const ends = createEmitter<WindowEnd>();
  const crashesMs: number[] = [];
  return {
    note: ({ reason, exitCode }, was) => {
      const isBug = isCrash(reason);
      if (isBug) crashesMs.push(clock.monotonicMs());
      const wasThere = was !== 'hidden';
      const outcome = !wasThere ? 'was-hidden' : mayReopen(crashesMs) ? 'reopens' : 'stays-away';
      ends.emit({ reason, exitCode, isCrash: isBug, outcome });
      return outcome === 'reopens';
    },
    on: ends.on,
    clear: ends.clear,
  };
}

export function whereaboutsOf(window: BrowserWindow, isParked: boolean): Whereabouts {
  if (isParked) return 'parked';
  return window.isVisible() && !window.isMinimized() ? 'in-sight' : 'hidden';
}
