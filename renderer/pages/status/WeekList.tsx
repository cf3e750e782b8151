import type { ServiceIncident } from '../../../shared/history/overview.ts';
import { weekOf } from '../../../shared/history/week.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './WeekList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  incidents: readonly ServiceIncident[];
  onSelect: (serviceId: string) => void;
}>;

const firstRows = 6;

/** What happened in the last seven days, to all services. */
export function WeekList({ views, incidents, onSelect }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  const week = weekOf(views, incidents, now);
  return (
    <section className={styles.week} aria-labelledby="week">
      <h2 id="week">{t('status.week')}</h2>
      {week.length === 0 && <p className="quiet">{t('status.week.none')}</p>}
      <LongList items={week} first={firstRows} className={styles.list}>
        {({ view, incident: { kind, end, fromUtcMs, toUtcMs, reason } }) => (
          <li key={`${view.id} ${fromUtcMs}`} className={styles.item}>
            <StateIcon verdict={kind} />
            <div className={styles.text}>
              <p>
                <button type="button" className="link" onClick={() => onSelect(view.id)}>
                  <bdi>{view.name}</bdi>
                </button>
                {' · '}
                <span className="capital">{t(`history.kind.${kind}`)}</span>
                <span className="quiet">
                  {' · '}
                  {t(`history.incident.${end}`, {
                    time: times.clock(fromUtcMs, now),
                    duration: times.span((end === 'open' ? now : toUtcMs) - fromUtcMs),
                  })}
                </span>
              </p>
              {reason && <p className="quiet small">{reasonSentence(t, times, reason)}</p>}
            </div>
          </li>
        )}
      </LongList>
    </section>
  );
}
