/** Warns once that the machine's clock is wrong, which only the member can fix, until it is right. */
import type { Connectivity } from '../../../shared/net/connectivity.ts';
import type { Standing } from '../../../shared/standing.ts';
import type { NoticeText } from '../../../shared/wording/sentences.ts';
import { clockSentence } from '../../../shared/wording/sentences.ts';
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';

export type ClockWarning = Readonly<{
  /** Call when connectivity or the notification policy has changed. */
  review: () => void;
}>;

export type ClockWarningDeps = Readonly<{
  t: Translate;
  times: Times;
  connectivity: () => Connectivity;
  /** The warning waits while this is true. */
  isQuiet: () => boolean;
  show: (text: NoticeText, standing: Standing) => void;
}>;

export function createClockWarning(deps: ClockWarningDeps): ClockWarning {
  const { t, times } = deps;
  let hasWarned = false;
  const isOver = () => deps.connectivity().clockOffMs === undefined;
  return {
    review: () => {
      const { clockOffMs } = deps.connectivity();
      if (clockOffMs === undefined) {
        hasWarned = false;
      } else if (!hasWarned && !deps.isQuiet()) {
        hasWarned = true;
        const body = clockSentence(t, times, clockOffMs);
        deps.show(
          { title: t('summary.clockWrong'), body, urgent: false },
          { tells: ['clock'], about: ['clock'], isOver },
        );
      }
    },
  };
}
