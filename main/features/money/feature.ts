/** The co-op's money: nothing is loaded, and nobody asked, until a member opens the page. */
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Money } from './index.ts';

export function moneyFeature(host: Host): Feature<'money', MoneyPlan | undefined, Money> {
  return {
    section: ({ money }) => money,
    load: async () => (await import('./create.ts')).startMoney(host),
    calls: ({ api }) => ({
      'money.get': async () => (await api()).state(),
      'money.retry': async () => (await api()).retry(),
      'money.contribute': async ({ slug }) => host.openAddress((await api()).addressOf(slug)),
    }),
  };
}
