import { useEffect, useRef, useState } from 'react';
import type { ItemView } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { Thread } from './Thread.tsx';
import styles from './Thread.module.css';

type Props = Readonly<{
  item: ItemView;
  /** The item whose answers were requested by the route; without an id, all with new answers. */
  wanted: Readonly<{ itemId?: string | undefined }> | undefined;
}>;

/** The outcome of one item, with a button that shows its replies. */
export function Answered({ item, wanted }: Props) {
  const { t } = useWords();
  const { answers, title } = item;
  const [open, setOpen] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const [followed, setFollowed] = useState<Props['wanted']>();
  const isNew = (answers?.unread ?? 0) > 0;
  const isWanted = wanted && (wanted.itemId === undefined ? isNew : wanted.itemId === item.id);
  if (isWanted && followed !== wanted) {
    setFollowed(wanted);
    setOpen(true);
  }
  useEffect(() => {
    if (followed) container.current?.scrollIntoView({ block: 'nearest' });
  }, [followed]);
  if (!answers) return null;
  const count = answers.replies.length + answers.sending.length;
  const action = open ? t('answers.hide') : t('answers.show', { count });
  return (
    <div ref={container} className={styles.answered}>
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
