/** The draft that is open in the composer. */
import { useState } from 'react';
import { likelyService } from '../../../shared/status/likely-service.ts';
import type { Begun, Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { RouteOf } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { aboutOf } from './about.ts';

export type OpenDraft = Readonly<{
  id: string;
  first: Draft;
  /** Whether it is in the outbox already. */
  isKept: boolean;
}>;

export type OpenDrafts = Readonly<{
  open: OpenDraft;
  /** The item that was sent last from here. */
  sentId: string | undefined;
  /** Opens an item as a draft, as soon as its state arrives. */
  choose: (id: string) => void;
  /** The open draft was sent: begins another one. */
  sent: () => void;
}>;

type Props = Readonly<{
  state: FeedbackState;
  snapshot: Snapshot;
  route: RouteOf<'feedback'>;
  lastServiceId: string | undefined;
}>;

export function useOpenDraft({ state, snapshot, route, lastServiceId }: Props): OpenDrafts {
  const { t } = useWords();
  const likely = () => likelyService(snapshot.services, lastServiceId);
  const begin = (aboutId: string | undefined, begun?: Begun) =>
    newDraft({ t, state, snapshot }, aboutId, begun);
  const [open, setOpen] = useState<OpenDraft>(
    () => resumed(state, route) ?? begin(route.aboutServiceId ?? likely(), route.begun),
  );
  const [sentId, setSentId] = useState<string>();
  const [wantedId, setWantedId] = useState<string>();

  // A redirected item may arrive with a later state.
  const chosen = state.items.find(({ id }) => id === wantedId);
  if (chosen?.draft) {
    setWantedId(undefined);
    setSentId(undefined);
    setOpen({ id: chosen.id, first: chosen.draft, isKept: true });
  }
  return {
    open,
    sentId,
    choose: setWantedId,
    sent: () => {
      setSentId(open.id);
      setOpen(begin(likely()));
    },
  };
}

/** The newest draft, unless the route requests feedback about something. */
function resumed(
  { items }: FeedbackState,
  { aboutServiceId, begun }: RouteOf<'feedback'>,
): OpenDraft | undefined {
  if (aboutServiceId !== undefined || begun) return undefined;
  const found = items.find(({ phase, draft }) => phase.at === 'draft' && draft);
  return found?.draft && { id: found.id, first: found.draft, isKept: true };
}

function newDraft(
  { t, state, snapshot }: Readonly<{ t: Translate; state: FeedbackState; snapshot: Snapshot }>,
  aboutId: string | undefined,
  begun: Begun = { text: '' },
): OpenDraft {
  const value = aboutId === undefined ? 'other' : `service:${aboutId}`;
  const about = aboutOf(t, value, state, snapshot) ?? aboutOf(t, 'other', state, snapshot);
  const first: Draft = { ...(about ? { about } : {}), ...begun, withDiagnostics: false };
  return { id: crypto.randomUUID(), first, isKept: false };
}
