import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ItemView } from '../../../shared/feedback/state.ts';
import { useKept } from '../../app/kept.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Thread } from './Thread.tsx';
import type { Wanted } from './wanted.ts';

type Props = Readonly<{
  item: ItemView;
  wanted: Wanted | undefined;
  /** The other buttons of the item. */
  children: ReactNode;
}>;

/** The buttons of an item, of which the first shows its replies. */
export function Answered({ item, wanted, children }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  const { id, answers, title } = item;
  const [open, setOpen] = useKept(`feedback.thread.${id}`, false);
  const row = useRef<HTMLDivElement>(null);
  const [followed, setFollowed] = useState<Props['wanted']>();
  const isNew = (answers?.unread ?? 0) > 0;
  const isWanted = wanted && (wanted.itemId === undefined ? isNew : wanted.itemId === id);
  if (isWanted && followed !== wanted) {
    setFollowed(wanted);
    setOpen(true);
  }
  useEffect(() => {
    if (followed) row.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [followed]);
  if (!answers) {
    return (
      <div ref={row} className="row">
        {children}
      </div>
    );
  }
  const count = answers.replies.length + answers.sending.length;
  const action = open ? t('answers.hide') : t('answers.show', { count });
  return (
    <>
      {open && <Thread item={item} answers={answers} />}
      <div ref={row} className="row">
        <button
          type="button"
          aria-expanded={open}
          aria-label={t('answers.of', { action, title })}
          onClick={() => setOpen(!open)}
        >
          {action}
        </button>
        {children}
        <span className="quiet small">
          {answers.askedAtUtcMs === undefined
            ? t('answers.unknown')
            : t('answers.asOf', { time: times.clock(answers.askedAtUtcMs, now) })}
        </span>
      </div>
    </>
  );
}
