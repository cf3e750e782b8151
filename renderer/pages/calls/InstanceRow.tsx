import type { InstanceView, Result } from '../../../shared/echo/state.ts';
import { qualityText } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { QualityIcon } from './QualityIcon.tsx';
import styles from './Choose.module.css';

type Props = Readonly<{
  instance: InstanceView;
  last: Result | undefined;
  chosen: boolean;
  onToggle: (on: boolean) => void;
}>;

/** One server to choose, with the result of its last test. */
export function InstanceRow({ instance, last, chosen, onToggle }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.instance}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <span className={styles.name} dir="auto">
          {instance.name}
          <span className="quiet">
            {instance.host}
            {instance.own && ` · ${t('calls.choose.own')}`}
          </span>
        </span>
      </label>
      {last ? (
        <span className={styles.last}>
          <QualityIcon quality={last.verdict.quality} />
          {t('calls.choose.last', { quality: qualityText(t, last.verdict.quality) })}
        </span>
      ) : (
        <span className={styles.last}>{t('calls.choose.never')}</span>
      )}
      {instance.own && (
        <button
          type="button"
          aria-label={t('calls.choose.remove', { name: instance.name })}
          onClick={() => void call('echo.removeRoom', { instanceId: instance.id })}
        >
          {t('calls.choose.removeShort')}
        </button>
      )}
    </div>
  );
}
