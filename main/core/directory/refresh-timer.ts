/** When the document is fetched again: regularly, sooner after an error, and never before its server allows it. */
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';

export type RefreshTimer = Readonly<{
  onDue: Emitter<void>['on'];
  /** Call after each attempt to read the source. */
  schedule: (source: string, hasFailed: boolean) => void;
  /** The source asks us to wait this long before the next request. */
  refuse: (source: string, waitMs: number) => void;
  /** Whether the source still has to be left alone; if so, the refresh is due when that ends. */
  putOff: (source: string) => boolean;
  stop: () => void;
}>;

const refreshMs = 6 * 3_600_000;
/** Delay after an error, in ms. */
const retryDelayMs = 10 * 60_000;

export function createRefreshTimer(clock: Pick<Clock, 'after' | 'monotonicMs'>): RefreshTimer {
  const due = createEmitter<void>();
  let refused = { source: '', untilMs: 0 };
  let cancel = () => {};

  const waitMs = (source: string) =>
    source === refused.source ? Math.max(0, refused.untilMs - clock.monotonicMs()) : 0;
  const start = (ms: number) => {
    cancel();
    cancel = clock.after(ms, () => due.emit());
  };

  return {
    onDue: due.on,
    schedule: (source, hasFailed) =>
      start(Math.max(hasFailed ? retryDelayMs : refreshMs, waitMs(source))),
    refuse: (source, ms) => {
      refused = { source, untilMs: clock.monotonicMs() + ms };
    },
    putOff: (source) => {
      const leftMs = waitMs(source);
      if (leftMs > 0) start(leftMs);
      return leftMs > 0;
    },
    stop: () => cancel(),
  };
}
