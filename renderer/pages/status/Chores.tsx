import { groupsOf } from '../../../shared/status/groups.ts';
import { choresOf } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { listNames, reasonSentence } from '../../../shared/wording/sentences.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { DetailsButton } from './parts.tsx';
import styles from './Chores.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  /** The member helps to run the servers. */
  helps: boolean;
  onSelect: (serviceId: string) => void;
}>;

/** What only administrators have to look at, in one line that can be opened. */
export function Chores({ views, helps, onSelect }: Props) {
  const { t, times } = useWords();
  const chores = choresOf(views);
  const due = new Set(chores);
  const idle = views.filter((view) => view.audience === 'admins' && !due.has(view));
  const shown = groupsOf([...chores, ...idle]).flatMap((group) => group.views);
  if (shown.length === 0) return null;
  const names = listNames(
    t,
    chores.map(({ name }) => name),
  );
  return (
    <Disclosure
      className={styles.fold}
      open={helps && chores.length > 0}
      summary={chores.length > 0 ? t('status.chores', { names }) : t('status.chores.none')}
    >
      <ul className={styles.list}>
        {shown.map((view) => (
          <li key={view.id} className={styles.item} data-row={view.id}>
            <StateIcon verdict={view.verdict} />
            <div className={styles.text}>
              <p>
                <bdi>{view.name}</bdi>{' '}
                <span className="quiet capital">{t(`verdict.${view.verdict}`)}</span>
              </p>
              {view.reason && view.verdict !== 'up' && (
                <p className="quiet small">{reasonSentence(t, times, view.reason)}</p>
              )}
              {helps && <MuteControls view={view} />}
            </div>
            <DetailsButton view={view} onSelect={onSelect} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
