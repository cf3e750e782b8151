/** The stand-in co-op's collective, and the one of its festival. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { StandInAccount } from '../open-collective.ts';
import { graphqlPath } from '../open-collective.ts';

export const collectives: Readonly<Record<string, StandInAccount>> = {
  'maple-street': { name: 'Maple Street', cents: 1_284_550, currency: 'CAD' },
  'maple-festival': { name: 'Maple Festival', cents: null, currency: null },
};

export function moneyPlan(url: string): NonNullable<DocumentInput['money']> {
  return {
    collectives: Object.keys(collectives).map((slug) => ({ slug })),
    url,
    apiUrl: url + graphqlPath,
  };
}
