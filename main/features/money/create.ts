/** Wires the money to the network, the profile and the window. */
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { moneyForm } from './file.ts';
import type { Money } from './index.ts';
import { createMoney } from './index.ts';
import { createReadMoney } from './request.ts';

export async function startMoney(host: Host): Promise<Running<MoneyPlan | undefined, Money>> {
  const money = createMoney({
    clock: host.clock,
    random: Math.random,
    read: createReadMoney(host.pages),
    connectivity: host.connectivity,
    store: host.files.file(moneyForm),
  });
  await money.restore();
  money.onChange(() => host.send('money', money.state));
  return {
    api: money,
    setSection: money.setPlan,
    suspend: money.suspend,
    resume: money.resume,
    dispose: money.dispose,
  };
}
