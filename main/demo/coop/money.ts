/** What the API of the demo's collective answers. Pure. */
import type { Say } from './language.ts';

export function moneyOf(say: Say): unknown {
  const name = say('Pine Lane Co-op', 'Coop de la rue des Pins');
  const balance = { valueInCents: 842_315, currency: 'CAD' };
  return { data: { a0: { name, stats: { balance } } } };
}
