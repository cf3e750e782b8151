import { listNames } from '../../../shared/wording/sentences.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { useWords } from '../../app/words.ts';
import styles from './Dependents.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** The services that a root cause takes down, collapsed to one line. */
export function Dependents({ views, onSelect }: Props) {
  const { t } = useWords();
  const names = listNames(
    t,
    views.map((view) => view.name),
  );
  return (
    <Disclosure summary={t('depends.count', { count: views.length, names })}>
      <ul className={styles.list}>
        {views.map((view) => (
          <li key={view.id}>
            <button type="button" className={styles.item} onClick={() => onSelect(view.id)}>
              <StateIcon verdict={view.verdict} />
              <span className={styles.name} dir="auto">
                {view.name}
              </span>
              <span className={`${styles.state} capital`}>{t(`verdict.${view.verdict}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
