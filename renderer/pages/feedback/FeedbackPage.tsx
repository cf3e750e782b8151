import { useEffect, useRef, useState } from 'react';
import type { Begun, Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { aboutOf } from './AboutField.tsx';
import { Composer } from './Composer.tsx';
import { useFeedback } from './feedback-state.ts';
import type { Wanted } from './ItemList.tsx';
import { ItemList } from './ItemList.tsx';
import styles from './FeedbackPage.module.css';

/** `aboutId` is the service from which the page was opened. */
type Props = Readonly<{
  snapshot: Snapshot;
  aboutId: string | undefined;
  /** What was written of it already. */
  begun: Begun | undefined;
  /** A member asked to see what was answered: to one item, or to any. */
  wanted: Wanted | undefined;
}>;

export function FeedbackPage({ snapshot, aboutId, begun, wanted }: Props) {
  const { t } = useWords();
  const state = useFeedback();
  if (state === 'failed') return <h1>{t('feedback.failed')}</h1>;
  if (!state) return <h1 className="quiet">{t('feedback.loading')}</h1>;
  const props = { snapshot, aboutId, begun, wanted };
  return <Feedback state={state} {...props} />;
}

type Open = Readonly<{ id: string; first: Draft; isKept: boolean }>;

function Feedback({
  state,
  snapshot,
  aboutId,
  begun,
  wanted,
}: Props & Readonly<{ state: FeedbackState }>) {
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(() => firstOpen({ state, snapshot, aboutId, begun }));
  const [sentId, setSentId] = useState<string>();
  /** A draft of the list that is to be opened. */
  const [wantedId, setWantedId] = useState<string>();
  const told = useRef<HTMLOutputElement>(null);
  const sent = state.items.find(({ id }) => id === sentId);
  // What was written is gone from the form, and the focus with it.
  useEffect(() => {
    if (sentId !== undefined) told.current?.focus();
  }, [sentId]);

  // It may be in none of the states that were heard of so far.
  const chosen = state.items.find(({ id }) => id === wantedId);
  if (chosen?.draft) {
    setWantedId(undefined);
    setSentId(undefined);
    setOpen({ id: chosen.id, first: chosen.draft, isKept: true });
  }
  return (
    <div className={styles.page}>
      <h1>{t('feedback.heading')}</h1>
      <output ref={told} tabIndex={-1} className={styles.told}>
        {sent &&
          t('feedback.told', { title: sent.title, phase: t(`feedback.phase.${sent.phase.at}`) })}
      </output>
      {state.destinations.length === 0 ? (
        <p>{t('feedback.none')}</p>
      ) : (
        <Composer
          key={open.id}
          {...open}
          state={state}
          snapshot={snapshot}
          onSent={() => {
            setSentId(open.id);
            setOpen(anew(state, snapshot, undefined));
          }}
        />
      )}
      <ItemList
        state={state}
        wanted={wanted}
        openId={open.id}
        onOpen={({ id }) => setWantedId(id)}
        onRedirected={setWantedId}
      />
    </div>
  );
}

/** A draft that waits is gone on with, unless the page was opened for something else. */
function firstOpen({
  state,
  snapshot,
  aboutId,
  begun,
}: Omit<Parameters<typeof Feedback>[0], 'wanted'>): Open {
  const waiting = state.items.find(({ phase, draft }) => phase.at === 'draft' && draft);
  if (aboutId === undefined && !begun && waiting?.draft) {
    return { id: waiting.id, first: waiting.draft, isKept: true };
  }
  return anew(state, snapshot, aboutId, begun);
}

function anew(
  state: FeedbackState,
  snapshot: Snapshot,
  aboutId: string | undefined,
  begun: Begun = { text: '' },
): Open {
  const value = aboutId === undefined ? 'app' : `service:${aboutId}`;
  const about = aboutOf(value, state, snapshot) ?? aboutOf('app', state, snapshot);
  const first: Draft = {
    ...(about ? { about } : {}),
    kind: 'broken',
    ...begun,
    withDiagnostics: false,
  };
  return { id: crypto.randomUUID(), first, isKept: false };
}
