import { MessageSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Composer } from './Composer.tsx';
import type { OpenDrafts } from './open-draft.ts';
import styles from './Composer.module.css';

type Props = Readonly<{
  state: FeedbackState;
  snapshot: Snapshot;
  drafts: OpenDrafts;
  /** Whether its tab is chosen. */
  isShown: boolean;
  /** Shows what was sent. */
  onList: () => void;
}>;

/** The composer, and what became of what was sent from it last. */
export function WritePanel({ state, snapshot, drafts, isShown, onList }: Props) {
  const { t } = useWords();
  if (state.destinations.length === 0) {
    return <EmptyState icon={MessageSquare} text={t('feedback.none')} />;
  }
  return (
    <>
      <SentLine state={state} sentId={drafts.sentId} onList={onList} />
      <Composer
        key={drafts.open.id}
        {...drafts.open}
        state={state}
        snapshot={snapshot}
        isShown={isShown}
        onSent={drafts.sent}
      />
    </>
  );
}

type SentProps = Readonly<{
  state: FeedbackState;
  sentId: string | undefined;
  onList: () => void;
}>;

/** Takes the focus, because sending replaces the focused form. */
function SentLine({ state, sentId, onList }: SentProps) {
  const { t } = useWords();
  const line = useRef<HTMLOutputElement>(null);
  const sent = state.items.find(({ id }) => id === sentId);
  useEffect(() => {
    if (sentId !== undefined) line.current?.focus();
  }, [sentId]);
  return (
    <div className={styles.sent} data-phase={sent?.phase.at}>
      <output ref={line} tabIndex={-1}>
        {sent &&
          t('feedback.told', { title: sent.title, phase: t(`feedback.phase.${sent.phase.at}`) })}
      </output>
      {sent && (
        <button type="button" className="link" onClick={onList}>
          {t('feedback.list')}
        </button>
      )}
    </div>
  );
}
