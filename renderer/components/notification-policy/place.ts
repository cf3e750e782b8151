import { useEffect, useState } from 'react';
import type { ChosenPlace, SharingPlace } from '../../../shared/triage/sharing.ts';
import { isTrouble } from '../../../shared/observation/trouble.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call, on, useSnapshot } from '../../app/bridge.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';

/** Where an acknowledgement can be shared. Undefined where it cannot, and while that is not known. */
export function usePlace(view: ServiceView): SharingPlace | 'signed-out' | undefined {
  const { coop } = useSnapshot();
  const [place, setPlace] = useState<SharingPlace | 'signed-out'>();
  // Signing in or out, or a new document, changes it.
  useEffect(() => {
    const ask = () =>
      void call('policy.sharing', undefined).then((found) =>
        setPlace(found === 'waiting' ? undefined : found),
      );
    ask();
    return on('snapshot', ask);
  }, []);
  return hasSection(coop, 'acknowledgements') && isTrouble(view.verdict) ? place : undefined;
}

export function isSamePlace(
  chosen: ChosenPlace | undefined,
  place: SharingPlace | 'signed-out' | undefined,
): boolean {
  if (chosen === undefined || place === undefined || place === 'signed-out') return false;
  return chosen.room === place.room && chosen.userId === place.userId;
}
