import type { Removal } from '../../shared/redact/removals.ts';
import { useWords } from '../app/words.ts';
import styles from './TakenOut.module.css';

type Props = Readonly<{
  removals: readonly Removal[];
  /** What the member has put back so far, and wants to now. */
  kept: readonly string[];
  onKeep: (kept: readonly string[]) => void;
}>;

/** A long key is recognised by its beginning. */
const shownCharacters = 60;

/** What is taken out of a text before it is sent, each with a box to leave it in. */
export function TakenOut({ removals, kept, onKeep }: Props) {
  const { t } = useWords();
  if (removals.length === 0) return null;
  return (
    <fieldset className={styles.list}>
      <legend>{t('redact.legend')}</legend>
      {removals.map(({ kind, text }) => (
        <label key={text} className={styles.choice}>
          <input
            type="checkbox"
            checked={kept.includes(text)}
            onChange={(event) =>
              onKeep(event.target.checked ? [...kept, text] : kept.filter((one) => one !== text))
            }
          />{' '}
          {t('redact.leaveIn', {
            text: text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text,
            what: t(`feedback.redacted.${kind}`, { count: 1 }),
          })}
        </label>
      ))}
    </fieldset>
  );
}
