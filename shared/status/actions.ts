/** What a member can do on a service’s page, in which order. Pure. */
import { isAway } from './offers.ts';
import type { ServiceView } from './view.ts';

export type Action = 'open' | 'check' | 'echo' | 'feedback';

export type Actions = Readonly<{
  /** As buttons; whatever the service offers instead stands before them. */
  beside: readonly Action[];
  folded: readonly Action[];
}>;

type Possible = Readonly<{ echo: boolean; feedback: boolean }>;

/** The page and the room of a service that is away lead nowhere: they are never among the first things to do. */
export function actionsOf(
  { verdict, hasPage }: Pick<ServiceView, 'verdict' | 'hasPage'>,
  can: Possible,
): Actions {
  const open: readonly Action[] = hasPage ? ['open'] : [];
  const away = isAway(verdict);
  const order: readonly ('echo' | 'feedback')[] = away
    ? ['feedback', 'echo']
    : ['echo', 'feedback'];
  const others = order.filter((one) => can[one]);
  return {
    beside: [...(away ? [] : open), 'check', ...others.slice(0, 1)],
    folded: [...others.slice(1), ...(away ? open : [])],
  };
}
