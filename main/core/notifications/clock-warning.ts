/** Tells a member once that the clock of their machine is wrong, and what to do: nothing else can put it right. */
import type { Connectivity } from '../../../shared/net/connectivity.ts';
import type { NoticeText } from '../../../shared/wording/sentences.ts';
import { clockSentence } from '../../../shared/wording/sentences.ts';
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';

export type ClockNotice = Readonly<{
  /** Call whenever the state of the machine, or the quiet, is another. */
  review: () => void;
}>;

export function createClockNotice(
  parts: Readonly<{
    t: Translate;
    times: Times;
    connectivity: () => Connectivity;
    /** Whether the member wants to hear nothing now: it is told afterwards. */
    isQuiet: () => boolean;
    show: (text: NoticeText) => void;
  }>,
): ClockNotice {
  const { t, times } = parts;
  let told = false;
  return {
    review: () => {
      const { clockOffMs } = parts.connectivity();
      if (clockOffMs === undefined) {
        told = false;
      } else if (!told && !parts.isQuiet()) {
        told = true;
        const body = clockSentence(t, times, clockOffMs);
        parts.show({ title: t('summary.clockWrong'), body, urgent: false });
      }
    },
  };
}
