import { useEffect, useRef, useState } from 'react';
import type { Begun, Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import type { RouteOf } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { aboutOf } from './AboutField.tsx';
import { Composer } from './Composer.tsx';
import { useFeedback } from './feedback-state.ts';
import { ItemList } from './ItemList.tsx';
import styles from './FeedbackPage.module.css';

type Props = Readonly<{ route: RouteOf<'feedback'>; snapshot: Snapshot }>;

export function FeedbackPage({ route, snapshot }: PageProps<'feedback'>) {
  const { t } = useWords();
  const state = useFeedback();
  if (state === 'failed') return <h1>{t('feedback.failed')}</h1>;
  if (!state) return <h1 className="quiet">{t('feedback.loading')}</h1>;
  return <Feedback key={route.aboutServiceId} state={state} route={route} snapshot={snapshot} />;
}

type Open = Readonly<{ id: string; first: Draft; isKept: boolean }>;

function Feedback({ state, route, snapshot }: Props & Readonly<{ state: FeedbackState }>) {
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(() => firstOpen(state, snapshot, route));
  const [sentId, setSentId] = useState<string>();
  /** The item to open as a draft once its state arrives. */
  const [wantedId, setWantedId] = useState<string>();
  const outcome = useRef<HTMLOutputElement>(null);
  const sent = state.items.find(({ id }) => id === sentId);
  // Sending replaces the focused form.
  useEffect(() => {
    if (sentId !== undefined) outcome.current?.focus();
  }, [sentId]);

  // A redirected item may arrive with a later state.
  const chosen = state.items.find(({ id }) => id === wantedId);
  if (chosen?.draft) {
    setWantedId(undefined);
    setSentId(undefined);
    setOpen({ id: chosen.id, first: chosen.draft, isKept: true });
  }
  return (
    <div className={styles.page}>
      <h1>{t('feedback.heading')}</h1>
      <output ref={outcome} tabIndex={-1} className={styles.outcome}>
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
            setOpen(newDraft(state, snapshot, undefined));
          }}
        />
      )}
      <ItemList
        state={state}
        wanted={route.answers}
        openId={open.id}
        onOpen={({ id }) => setWantedId(id)}
        onRedirected={setWantedId}
      />
    </div>
  );
}

/** Resumes a draft, unless the route requests feedback about something. */
function firstOpen(
  state: FeedbackState,
  snapshot: Snapshot,
  { aboutServiceId, begun }: RouteOf<'feedback'>,
): Open {
  const resumable = state.items.find(({ phase, draft }) => phase.at === 'draft' && draft);
  if (aboutServiceId === undefined && !begun && resumable?.draft) {
    return { id: resumable.id, first: resumable.draft, isKept: true };
  }
  return newDraft(state, snapshot, aboutServiceId, begun);
}

function newDraft(
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
