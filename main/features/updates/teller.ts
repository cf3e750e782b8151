/** Tells the member of each version at most once, and not while it is quiet. */
import { hourMs } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Memory } from './memory.ts';

export type TellerDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  isQuiet: () => boolean;
  tell: (version: string) => void;
}>;

/** Call `review` whenever `offered` may have changed. */
export function createTeller(
  { clock, isQuiet, tell }: TellerDeps,
  memory: Memory,
  offered: () => string | undefined,
) {
  let cancel = () => {};
  const review = () => {
    cancel();
    const version = offered();
    if (version === undefined || !memory.current().isOn || memory.current().told === version) {
      return;
    }
    if (isQuiet()) {
      cancel = clock.after(hourMs, review);
      return;
    }
    memory.change({ told: version });
    tell(version);
  };
  return { review, dispose: () => cancel() };
}
