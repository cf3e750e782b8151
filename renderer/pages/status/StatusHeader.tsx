import { andMuted, awaitedSentence, summarySentence } from '../../../shared/wording/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Summary } from '../../../shared/status/summary.ts';
import {
  isBlind,
  isClockInTheWay,
  needsAttention,
  summarise,
} from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import styles from './StatusHeader.module.css';

/** Whether all is well, and when that was checked. */
export function StatusHeader({ snapshot }: Readonly<{ snapshot: Snapshot }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { checkedAtUtcMs, checkingNow } = snapshot;
  return (
    <header className={styles.header}>
      <h1 className={styles.sentence} aria-live="polite">
        {headline(t, snapshot)}
      </h1>
      <p className={styles.checked}>
        {checkedAtUtcMs === undefined
          ? t('status.notCheckedYet')
          : t('status.checkedAt', { time: times.clock(checkedAtUtcMs, now) })}
      </p>
      <button type="button" disabled={checkingNow} onClick={() => void call('status.checkNow', {})}>
        {t(checkingNow ? 'status.checking' : 'status.checkNow')}
      </button>
    </header>
  );
}

/** Counts services instead of naming them as the tray does: the list is right below. */
function headline(t: Words['t'], { services, connectivity, policy }: Snapshot): string {
  const summary = summarise(services, connectivity, policy.scope);
  const count = services.filter(needsAttention).length;
  const allUnknown = summary.counts.unknown === summary.total;
  const cannotTell = isBlind(connectivity) || isClockInTheWay(summary, connectivity);
  if (cannotTell || allUnknown) return summarySentence(t, summary, connectivity);
  if (summary.total === 0) return summarySentence(t, summary, connectivity);
  return andMuted(t, 'summary.muted', troubleSentence(t, summary, count), summary);
}

/** Services not checked yet count as neither well nor in trouble. */
function troubleSentence(t: Words['t'], summary: Summary, count: number): string {
  const { awaited, total } = summary;
  if (count === 0) {
    return awaited > 0 ? awaitedSentence(t, summary) : t('headline.allUp', { total });
  }
  const sentence = t('headline.attention', { count, total });
  return awaited > 0 ? t('headline.andAwaited', { sentence, count: awaited }) : sentence;
}
