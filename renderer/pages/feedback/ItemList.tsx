import { MessageSquare } from 'lucide-react';
import { useRef } from 'react';
import type { FeedbackState, ItemView } from '../../../shared/feedback/state.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LongList } from '../../components/LongList.tsx';
import { Note } from '../../components/Note.tsx';
import { ItemRow } from './ItemRow.tsx';
import type { Wanted } from './wanted.ts';
import styles from './ItemList.module.css';

type Props = Readonly<{
  state: FeedbackState;
  /** The draft that is open in the composer. */
  openId: string;
  wanted: Wanted | undefined;
  onOpen: (item: ItemView) => void;
  onRedirected: (id: string) => void;
}>;

const firstRows = 20;

/** All items, each with its progress. */
export function ItemList({ state, openId, wanted, onOpen, onRedirected }: Props) {
  const { t } = useWords();
  const items = state.items.filter(({ id, phase }) => phase.at !== 'draft' || id !== openId);
  const list = useRef<HTMLDivElement>(null);
  // Deleting or sending an item removes the button that did it.
  useLostFocus(list, items.map(({ id, phase }) => `${id} ${phase.at}`).join());
  return (
    <div ref={list} tabIndex={-1} className={styles.list}>
      {!state.writable && <Note>{t('feedback.unwritable')}</Note>}
      {state.unreadable > 0 && <Note>{t('feedback.unreadable', { count: state.unreadable })}</Note>}
      {items.length === 0 ? (
        <EmptyState icon={MessageSquare} text={t('feedback.list.empty')} />
      ) : (
        <LongList items={items} first={firstRows} className={styles.items}>
          {(item) => (
            <ItemRow
              key={item.id}
              item={item}
              state={state}
              wanted={wanted}
              onOpen={() => onOpen(item)}
              onRedirected={onRedirected}
            />
          )}
        </LongList>
      )}
    </div>
  );
}
