/** The outcome of copying, saving or sending results, to show beside the buttons. */
import { useState } from 'react';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import { call } from '../../app/bridge.ts';

export type Outcome =
  | 'sent'
  | 'sendFailed'
  | 'sendNowhere'
  | 'sendLookAgain'
  | 'copied'
  | 'saved'
  | 'saveFailed'
  | 'failed';

export function useOutcome(resultIds: string[]) {
  const [outcome, setOutcome] = useState<Outcome>();
  /** Sets the outcome when `work` settles; undefined if the member cancelled. */
  const track = (work: Promise<Outcome | undefined>) => {
    setOutcome(undefined);
    work.then(setOutcome).catch(() => setOutcome('failed'));
  };
  const copy = async () => {
    await call('echo.copy', { resultIds });
    return 'copied' as const;
  };
  const save = async () => {
    const how = await call('echo.save', { resultIds });
    if (how === 'cancelled') return undefined;
    return how === 'saved' ? how : 'saveFailed';
  };
  const send = async (shown: ShownPlace) => {
    const how = await call('echo.send', { resultIds, shown });
    if (how === 'taken') return 'sent';
    return how === 'look-again' ? 'sendLookAgain' : 'sendFailed';
  };
  return {
    outcome,
    track,
    send: (shown: ShownPlace) => track(send(shown)),
    copy: () => track(copy()),
    save: () => track(save()),
  };
}
