import { useState } from 'react';
import type { Preview } from '../../../shared/feedback/preview-view.ts';
import { isAsShown } from '../../../shared/feedback/shown-place.ts';
import type { DestinationView, Draft } from '../../../shared/feedback/state.ts';
import type { Result } from '../../../shared/ipc.ts';
import { call } from '../../app/bridge.ts';
import type { DraftWork, Look } from './use-draft.ts';
import type { PictureWork } from './use-picture.ts';

export type SendOutcome = Result<'feedback.send'> | Result<'feedback.openForm'> | 'failed';

type SendRequest = Readonly<{ id: string; digest: string }>;
type Action = (request: SendRequest) => Promise<SendOutcome>;

type Deps = Readonly<{
  id: string;
  work: DraftWork;
  picture: PictureWork;
  /** As shown beside the button. */
  destination: DestinationView | undefined;
  /** Called if the preview differs from what the member has seen. */
  onLookAgain: () => void;
  onSent: () => void;
}>;

export type Sending = Readonly<{
  busy: boolean;
  outcome: SendOutcome | undefined;
  send: () => void;
  openForm: () => void;
}>;

/** Sends only what the member has seen: main gets the digest of the preview, not the text. */
export function useSend({ id, work, picture, destination, onLookAgain, onSent }: Deps): Sending {
  const [outcome, setOutcome] = useState<SendOutcome>();
  const [busy, setBusy] = useState(false);
  const { draft } = work;

  /** The draft with the picture that is still in the editor. Undefined if storing the picture failed. */
  const withPicture = async (): Promise<Draft | undefined> => {
    if (!picture.taken) return draft;
    const kept = await picture.keep();
    return kept && { ...draft, picture: kept };
  };
  const currentLook = async (): Promise<Look | undefined> => {
    const current = await withPicture();
    if (!current) return undefined;
    return current === draft && work.isLookedAt() ? work.look : work.keep(current);
  };
  /** The latest preview may name another place than the one shown beside the button. */
  const actIfSeen = async ({ destination: found, digest }: Preview, action: Action) => {
    if (!destination || !isAsShown(destination, found)) return 'look-again';
    return action({ id, digest }).catch(() => 'failed' as const);
  };
  const run = async (action: Action) => {
    if (busy) return;
    setBusy(true);
    setOutcome(undefined);
    const look = await currentLook().catch(() => undefined);
    const next = look && 'preview' in look ? await actIfSeen(look.preview, action) : undefined;
    setBusy(false);
    setOutcome(next);
    if (next === 'look-again') {
      onLookAgain();
      void work.lookAgain();
    }
    if (next !== 'taken') return;
    work.letGo();
    onSent();
  };
  return {
    busy,
    outcome,
    send: () => void run((request) => call('feedback.send', request)),
    openForm: () => void run((request) => call('feedback.openForm', request)),
  };
}
