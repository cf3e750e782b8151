import { useEffect, useState } from 'react';
import type { ChosenPlace, SharingPlace } from '../../../shared/triage/sharing.ts';
import { isTrouble } from '../../../shared/observation/trouble.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call, on, useSnapshot } from '../../app/bridge.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';

/** Where an acknowledgement can be shared; undefined if it cannot, and while loading. */
export function usePlace(view: ServiceView): SharingPlace | 'signed-out' | undefined {
  const { coop } = useSnapshot();
  const [place, setPlace] = useState<SharingPlace | 'signed-out'>();
  // Changes with the account and the document.
  useEffect(() => {
    const load = () =>
      void call('policy.sharing', undefined).then((found) =>
        setPlace(found === 'waiting' ? undefined : found),
      );
    load();
    return on('snapshot', load);
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
