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
  /** A draft to start from. */
  begun: Begun | undefined;
  /** The answers that the member asked to see. */
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
  /** A draft to open from the list. */
  const [wantedId, setWantedId] = useState<string>();
  const told = useRef<HTMLOutputElement>(null);
  const sent = state.items.find(({ id }) => id === sentId);
  // The form is new, so the outcome takes its focus.
  useEffect(() => {
    if (sentId !== undefined) told.current?.focus();
  }, [sentId]);

  // A redirected item may arrive only with a later state.
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

/** Continues a waiting draft, unless the page was opened for something else. */
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
