import { anyOf } from '../../../shared/wording/backups-page.ts';
import { useWords } from '../../app/words.ts';

type Props = Readonly<{
  /** Whom to ask; empty if the document names nobody. */
  people: readonly string[];
  /** The backup or the source that it is about. */
  name: string;
  onAsk: () => void;
}>;

/** Begins a message about a backup to those who look after it. */
export function AskButton({ people, name, onAsk }: Props) {
  const { t } = useWords();
  const who = people.length > 0 ? anyOf(t, people) : undefined;
  return (
    <button type="button" onClick={onAsk}>
      {who === undefined
        ? t('backupspage.askAbout.nobody', { name })
        : t('backupspage.askAbout', { people: who, name })}
    </button>
  );
}
