/** Follows links into the app. None does more than show a page, or ask the member. */
import { domainToASCII } from 'node:url';
import { coopKey } from '../../shared/coop/source.ts';
import { parseDeepLink } from '../../shared/deep-link/parse.ts';
import { admit } from '../../shared/deep-link/rate.ts';
import type { Route } from '../../shared/route.ts';
import type { Clock } from '../platform/clock.ts';

export type DeepLinksDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  /** The source of the member's co-op; undefined without one. */
  source: () => string | undefined;
  goTo: (route: Route) => void;
  show: () => void;
}>;

/** Returns what to call with a link as it was received. A refused one does nothing. */
export function createDeepLinks({ clock, source, goTo, show }: DeepLinksDeps) {
  let recent: readonly number[] = [];
  const propose = (coop: string) => {
    const known = source();
    if (known === undefined) return goTo({ page: 'join', source: coop });
    if (coopKey(known) === coopKey(coop)) return show();
    goTo({ page: 'settings', join: coop });
  };
  return (link: string): void => {
    const parsed = parseDeepLink(link, domainToASCII);
    const admitted = parsed && admit(recent, clock.monotonicMs());
    if (!parsed || !admitted) return;
    recent = admitted;
    if (parsed.verb === 'join') propose(parsed.coop);
    // Without a co-op there are no pages, and the window asks for one.
    else if (source() === undefined) show();
    else goTo(parsed.route);
  };
}
