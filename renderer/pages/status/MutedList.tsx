import type { ServiceView } from '../../../shared/status/view.ts';
import { MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { useWords } from '../../app/words.ts';
import styles from './MutedList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** Muted services, which the figures leave out. */
export function MutedList({ views, onSelect }: Props) {
  const { t } = useWords();
  return (
    <section className={styles.muted} aria-labelledby="muted">
      <h2 id="muted">{t('policy.mutedList')}</h2>
      <ul>
        {views.map((view) => (
          <li key={view.id} className={styles.item}>
            <StateIcon verdict={view.verdict} />
            <button type="button" className={styles.name} onClick={() => onSelect(view.id)}>
              {t('menu.service', { name: view.name, verdict: t(`verdict.${view.verdict}`) })}
            </button>
            <MuteControls view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
