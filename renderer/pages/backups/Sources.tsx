import type { SourceView } from '../../../shared/backups/view.ts';
import { problemSentence } from '../../../shared/wording/backups.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Note } from '../../components/Note.tsx';
import { AskButton } from './AskButton.tsx';
import { SecretForm } from './SecretForm.tsx';
import styles from './Sources.module.css';

type Props = Readonly<{ sources: readonly SourceView[] }>;

type NotesProps = Props &
  Readonly<{
    people: readonly string[];
    /** Undefined while nothing can be said of a source. */
    onAsk: ((source: SourceView) => void) | undefined;
  }>;

/** Sources that cannot be read: why, the age of their data, whom to ask, and a field for a missing key. */
export function SourceNotes({ sources, people, onAsk }: NotesProps) {
  const { t, times } = useWords();
  const now = useNow();
  return sources
    .filter(({ problem, needsSecret }) => problem || needsSecret)
    .map((source) => {
      const { id, name, problem, readAtUtcMs: at } = source;
      return (
        <Note key={id}>
          <p>
            <strong>{t('backupspage.source.problem', { name })}.</strong>{' '}
            {problem && `${problemSentence(t, problem)} `}
            {at === undefined
              ? t('backupspage.source.never')
              : t('backupspage.source.last', {
                  time: times.clock(at, now),
                  span: times.span(now - at),
                })}
          </p>
          {problem && onAsk && (
            <AskButton people={people} name={name} onAsk={() => onAsk(source)} />
          )}
          {source.needsSecret && source.way && <SecretForm source={source} way={source.way} />}
        </Note>
      );
    });
}

/** Each source with the time of its last good reading and its remarks. */
export function Sources({ sources }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <Disclosure summary={<h2>{t('backupspage.sources')}</h2>}>
      <ul className={styles.list}>
        {sources.map(({ id, name, readAtUtcMs: at, remarks }) => (
          <li key={id}>
            <DocumentText>{name}</DocumentText>{' '}
            <span className="quiet">
              {at === undefined
                ? t('backupspage.source.notYet')
                : t('backupspage.source.read', { time: times.clock(at, now) })}
            </span>
            {remarks.length > 0 && (
              <Disclosure summary={t('backupspage.source.remarks')}>
                <ul className={styles.remarks}>
                  {remarks.map((one) => (
                    <li key={`${one.path} ${one.code}`}>{problemSentence(t, one)}</li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
