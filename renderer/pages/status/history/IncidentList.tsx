import { useState } from 'react';
import type { IncidentView } from '../../../../shared/history/view.ts';
import { reasonSentence } from '../../../../shared/wording/sentences.ts';
import { useNow } from '../../../app/now.ts';
import { useWords } from '../../../app/words.ts';
import { StateIcon } from '../../../components/StateIcon.tsx';
import styles from './IncidentList.module.css';

type Props = Readonly<{
  incidents: readonly IncidentView[];
  /** Number of older incidents that are left out. */
  older: number;
}>;

/** Number of incidents shown initially. */
const initialCount = 5;

export function IncidentList({ incidents, older }: Props) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? incidents : incidents.slice(0, initialCount);
  const more = incidents.length - shown.length;
  return (
    <section>
      <h2>{t('history.incidents')}</h2>
      {incidents.length === 0 && <p className="quiet">{t('history.incidents.none')}</p>}
      <ul>
        {shown.map((incident) => (
          <Incident key={incident.fromUtcMs} incident={incident} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" onClick={() => setAll(true)}>
          {t('history.incidents.all', { count: more })}
        </button>
      )}
      {more === 0 && older > 0 && (
        <p className="quiet">{t('history.incidents.older', { count: older })}</p>
      )}
    </section>
  );
}

function Incident({ incident }: Readonly<{ incident: IncidentView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { kind, end, fromUtcMs, toUtcMs, reason } = incident;
  return (
    <li className={styles.item}>
      <StateIcon verdict={kind} />
      <div className={styles.text}>
        <p>
          <strong className="capital">{t(`history.kind.${kind}`)}</strong>{' '}
          {t(`history.incident.${end}`, {
            time: times.clock(fromUtcMs, now),
            duration: times.span((end === 'open' ? now : toUtcMs) - fromUtcMs),
          })}
        </p>
        {reason && <p className="quiet">{reasonSentence(t, times, reason)}</p>}
      </div>
    </li>
  );
}
