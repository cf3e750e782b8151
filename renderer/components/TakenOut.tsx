import type { MessageKey } from '../../shared/i18n/en.ts';
import { keptAs } from '../../shared/redact/kinds.ts';
import type { Removal } from '../../shared/redact/removals.ts';
import { useWords } from '../app/words.ts';
import styles from './TakenOut.module.css';

type Props = Readonly<{
  removals: readonly Removal[];
  /** Redactions that the member has undone, by `keptAs`. */
  kept: readonly string[];
  onKeep: (kept: readonly string[]) => void;
  legend?: MessageKey;
}>;

/** Enough to recognise a long key. */
const shownCharacters = 60;

/** Lists the redactions in a text, each with a checkbox to undo it. */
export function TakenOut({ removals, kept, onKeep, legend = 'redact.legend' }: Props) {
  const { t } = useWords();
  if (removals.length === 0) return null;
  return (
    <fieldset className={styles.list}>
      <legend>{t(legend)}</legend>
      {removals.map((one) => (
        <label key={keptAs(one)} className={styles.choice}>
          <input
            type="checkbox"
            checked={kept.includes(keptAs(one))}
            onChange={(event) => onKeep(withKept(kept, keptAs(one), event.target.checked))}
          />
          {t('redact.leaveIn', {
            text: shortened(one.text),
            what: t(`feedback.redacted.${one.kind}`, { count: 1 }),
          })}
        </label>
      ))}
    </fieldset>
  );
}

function withKept(kept: readonly string[], one: string, isKept: boolean): readonly string[] {
  return isKept ? [...kept, one] : kept.filter((other) => other !== one);
}

function shortened(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
