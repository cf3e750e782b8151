import type { ReactNode } from 'react';
import type { CardView } from '../../shared/coop/card.ts';
import { fold } from '../../shared/text/fold.ts';
import { useAccounts } from './accounts/accounts-state.ts';

type Props = Readonly<{
  people: readonly string[];
  card: CardView | undefined;
  /** `mayAsk`: false for the only one who is to be asked. */
  children: (others: readonly string[], mayAsk: boolean) => ReactNode;
}>;

/** Those to ask without the member, who is known where the card leads to the account that they are signed in with. */
export function OthersToAsk({ people, card, children }: Props) {
  const asked = new Set(people.map(fold));
  const names = new Map(
    (card?.contacts ?? []).flatMap(({ name, account }) =>
      account !== undefined && asked.has(fold(name)) ? [[account.toLowerCase(), fold(name)]] : [],
    ),
  );
  // Nobody’s accounts are looked up for nothing.
  if (names.size === 0) return children(people, true);
  return (
    <Known people={people} names={names}>
      {children}
    </Known>
  );
}

type KnownProps = Omit<Props, 'card'> &
  Readonly<{
    /** By account. */
    names: ReadonlyMap<string, string>;
  }>;

function Known({ people, names, children }: KnownProps) {
  const accounts = useAccounts();
  const mine = typeof accounts === 'object' ? [accounts.matrix.userId, accounts.github?.login] : [];
  const me = mine.map((one) => one && names.get(one.toLowerCase()));
  const others = people.filter((name) => !me.includes(fold(name)));
  return children(others, others.length > 0);
}
