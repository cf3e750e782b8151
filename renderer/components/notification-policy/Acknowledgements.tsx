import { UserRoundCheck } from 'lucide-react';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Note } from '../../../shared/triage/notes.ts';
import { notesOf } from '../../../shared/triage/notes.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../Disclosure.tsx';
import styles from './Acknowledgements.module.css';

/** Who is on it, said once: the newest note of the member and of others, and the earlier ones folded away. */
export function Acknowledgements({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const [newest, ...earlier] = notesOf(view);
  const { unreadNotes } = view;
  return (
    <>
      {newest && <Chip note={newest} />}
      {earlier.length > 0 && (
        <Disclosure summary={t('policy.earlierNotes', { count: earlier.length })}>
          <ul className={styles.earlier}>
            {earlier.map((note) => (
              <li key={note.by ?? ''}>
                <Chip note={note} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {unreadNotes && <p className="quiet small">{t('policy.unreadNotes', unreadNotes)}</p>}
    </>
  );
}

function Chip({ note: { by, text, atUtcMs, shared } }: Readonly<{ note: Note }>) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <p className={styles.chip}>
      <UserRoundCheck size={16} strokeWidth={1.75} aria-hidden="true" />
      <span dir="auto">
        {by === undefined
          ? t(shared ? 'policy.seenSharedLine' : 'policy.seenLine', { reason: text })
          : t('policy.seenByLine', { by, note: text, time: times.clock(atUtcMs, now) })}
      </span>
    </p>
  );
}
