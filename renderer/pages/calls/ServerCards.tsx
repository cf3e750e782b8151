import type { EchoState, InstanceView, Result } from '../../../shared/echo/state.ts';
import { X } from 'lucide-react';
import { qualityText } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Pill } from '../../components/Pill.tsx';
import { lookOf } from './QualityIcon.tsx';
import { Sparkline } from './Sparkline.tsx';
import styles from './ServerCards.module.css';

type Props = Readonly<{
  state: EchoState;
  chosen: string | undefined;
  /** Ids of those whose service is down. */
  down: readonly string[];
  onChoose: (instanceId: string) => void;
}>;

/** The servers to choose one from, each with its last results. */
export function ServerCards({ state: { instances, results }, chosen, down, onChoose }: Props) {
  const { t } = useWords();
  return (
    <fieldset className={styles.cards}>
      <legend className="unseen">{t('calls.choose')}</legend>
      {instances.map((one) => (
        <ServerCard
          key={one.id}
          instance={one}
          results={results.filter(({ instance, taken }) => instance.id === one.id && !taken)}
          chosen={one.id === chosen}
          isDown={down.includes(one.id)}
          onChoose={() => onChoose(one.id)}
        />
      ))}
    </fieldset>
  );
}

type CardProps = Readonly<{
  instance: InstanceView;
  /** Newest first. */
  results: readonly Result[];
  chosen: boolean;
  isDown: boolean;
  onChoose: () => void;
}>;

function ServerCard({ instance, results, chosen, isDown, onChoose }: CardProps) {
  const { t, times } = useWords();
  const now = useNow();
  const [last] = results;
  return (
    <div className={styles.card} data-chosen={chosen}>
      <label className={styles.choice}>
        <input
          type="radio"
          name="server"
          value={instance.id}
          checked={chosen}
          onChange={onChoose}
        />
        <span className={styles.name} dir="auto">
          {instance.name}
          <span className="quiet small">
            {instance.host}
            {instance.own && ` · ${t('calls.choose.own')}`}
          </span>
        </span>
        <Sparkline results={results} />
        {isDown && (
          <Pill tone="bad">
            <span className="capital">{t('verdict.down')}</span>
          </Pill>
        )}
        {last ? (
          <span className={styles.last}>
            <Pill tone={lookOf(last.verdict.quality).tone}>
              <span className="capital">{qualityText(t, last.verdict.quality)}</span>
            </Pill>
            <span className="quiet small">{times.clock(last.atUtcMs, now)}</span>
          </span>
        ) : (
          <span className="quiet small">{t('calls.choose.never')}</span>
        )}
      </label>
      {instance.own && (
        <button
          type="button"
          className="ghost icon"
          aria-label={t('calls.choose.remove', { name: instance.name })}
          onClick={() => void call('echo.removeRoom', { instanceId: instance.id })}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
