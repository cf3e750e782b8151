import { UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import styles from './Acknowledgements.module.css';

/** Who is on it: the acknowledgements of the member and of peers. */
export function Acknowledgements({ view }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { acknowledged, seenBy = [], unreadNotes } = view;
  return (
    <>
      {acknowledged && (
        <Chip>
          {t(acknowledged.shared ? 'policy.seenSharedLine' : 'policy.seenLine', {
            reason: acknowledged.reason,
          })}
        </Chip>
      )}
      {seenBy.map(({ by, note, atUtcMs }) => (
        <Chip key={by}>
          {t('policy.seenByLine', { by, note, time: times.clock(atUtcMs, now) })}
        </Chip>
      ))}
      {unreadNotes && <p className="quiet small">{t('policy.unreadNotes', unreadNotes)}</p>}
    </>
  );
}

function Chip({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <p className={styles.chip}>
      <UserRoundCheck size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
