import type { StripDay } from '../../../../shared/history/strip.ts';
import type { Kind } from '../../../../shared/history/kinds.ts';
import type { Words } from '../../../app/words.ts';

type Part = Kind | 'unwatched';

/** Shorter times are left out. */
const minMs = 1000;

/** Such as "down 12 min, up 5 h, not watched 18 h". */
export function timeParts(
  { t, times }: Words,
  { time, unwatchedMs }: Pick<StripDay, 'time' | 'unwatchedMs'>,
  parts: readonly Part[],
): string {
  return parts
    .map((part) => ({ part, ms: part === 'unwatched' ? unwatchedMs : time[part] }))
    .filter(({ ms }) => ms >= minMs)
    .map(({ part, ms }) =>
      t('history.part', { kind: t(`history.kind.${part}`), duration: times.span(ms) }),
    )
    .join(', ');
}
