import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { defined } from '../../../shared/defined.ts';
import type { RegularMeetingView, Started } from '../../../shared/meetings/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './StartNotes.module.css';

type Props = Readonly<{
  meeting: Pick<RegularMeetingView, 'id' | 'name'>;
  /** The event of the calendar beside which it stands. */
  eventId?: string;
}>;

/** Copies the template of a meeting, filled in, and opens its pad. In a row of buttons; what came of it is below them. */
export function StartNotes({ meeting: { id, name }, eventId }: Props) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Started | 'starting' | 'failed'>();
  const isStarting = outcome === 'starting';
  const start = async () => {
    if (isStarting) return;
    setOutcome('starting');
    setOutcome(
      await call('meetings.start', { id, ...defined({ eventId }) }).catch(() => 'failed' as const),
    );
  };
  return (
    <>
      <button
        type="button"
        aria-label={isStarting ? undefined : t('notes.startName', { name })}
        aria-disabled={isStarting}
        onClick={() => void start()}
      >
        {t(isStarting ? 'notes.starting' : 'notes.start')}
        <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {/* In the tree from the start, since a live region speaks only of what changes. */}
      <p aria-live="polite" className={styles.said}>
        {outcome && !isStarting && t(`notes.started.${outcome}`)}
      </p>
    </>
  );
}
