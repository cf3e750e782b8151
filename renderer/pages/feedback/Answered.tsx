import { useEffect, useRef, useState } from 'react';
import type { ItemView } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { Thread } from './Thread.tsx';
import styles from './Thread.module.css';

type Props = Readonly<{
  item: ItemView;
  /** The item whose answers the member asked to see; without an id, all that are new. */
  wanted: Readonly<{ itemId?: string | undefined }> | undefined;
}>;

/** The outcome of one item, and its replies behind a button. */
export function Answered({ item, wanted }: Props) {
  const { t } = useWords();
  const { answers, title } = item;
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const [followed, setFollowed] = useState<Props['wanted']>();
  const isNew = (answers?.unread ?? 0) > 0;
  const isMeant = wanted && (wanted.itemId === undefined ? isNew : wanted.itemId === item.id);
  if (isMeant && followed !== wanted) {
    setFollowed(wanted);
    setOpen(true);
  }
  useEffect(() => {
    if (followed) place.current?.scrollIntoView({ block: 'nearest' });
  }, [followed]);
  if (!answers) return null;
  const count = answers.replies.length + answers.sending.length;
  const action = open ? t('answers.hide') : t('answers.show', { count });
  return (
    <div ref={place} className={styles.answered}>
      <OutcomeLine answers={answers} />
      <button
        type="button"
        aria-expanded={open}
        aria-label={t('answers.of', { action, title })}
        onClick={() => setOpen(!open)}
      >
        {action}
      </button>
      {open && <Thread item={item} answers={answers} />}
    </div>
  );
}
