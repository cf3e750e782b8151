import type { InstanceView } from '../../../shared/echo/state.ts';
import { useWords } from '../../app/words.ts';
import { durationS } from './durations.ts';
import styles from './Choose.module.css';

/** The limit of `echo.start`. */
const maxInstances = 8;

export function StartButton({ chosen }: Readonly<{ chosen: readonly InstanceView[] }>) {
  const { t } = useWords();
  const [first, second] = chosen;
  const count = chosen.length;
  const label = second
    ? t('calls.start.many', { count })
    : first
      ? t('calls.start.one', { name: first.name })
      : t('calls.start.none');
  return (
    <div className={styles.start}>
      <button type="submit" className="primary" disabled={count === 0 || count > maxInstances}>
        {label}
      </button>
      <span className="quiet">
        {count > maxInstances && t('calls.start.tooMany', { limit: maxInstances })}
        {count === 1 && t('calls.start.takes.one')}
        {count > 1 &&
          count <= maxInstances &&
          t('calls.start.takes.many', { minutes: Math.ceil(durationS(count) / 60) })}
      </span>
    </div>
  );
}
