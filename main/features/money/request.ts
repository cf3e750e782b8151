/** One question about the co-op's money. */
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import type { Account } from '../../../shared/money/account.ts';
import { readAccounts } from '../../../shared/money/account.ts';
import type { MoneyProblem } from '../../../shared/money/ipc.ts';
import { moneyQuery } from '../../../shared/money/query.ts';
import { netFault, statusFault } from '../../platform/net/read-fault.ts';
import type { Net } from '../../platform/net/index.ts';

const phaseMs = 15_000;
/** Ten accounts are 2 KiB. */
const bodyBytes = 64 * 1024;

export type MoneyAnswer =
  | Readonly<{ ok: true; accounts: readonly Account[] }>
  | Readonly<{ ok: false; problem: MoneyProblem }>;

/** `day`: at whose end the balances are wanted. Rejects only with the signal's reason. */
export type ReadMoney = (plan: MoneyPlan, day: string, signal: AbortSignal) => Promise<MoneyAnswer>;

export function createReadMoney(net: Pick<Net, 'request'>): ReadMoney {
  return async ({ apiUrl, collectives }, day, signal) => {
    const slugs = collectives.map(({ slug }) => slug);
    try {
      const { status, body } = await net.request({
        url: apiUrl,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: moneyQuery(slugs, day),
        signal,
        phaseMs,
        bodyBytes,
        redirects: 0,
        trust: 'system',
      });
      if (status === 429) return failed({ code: 'busy', status });
      if (status !== 200) return failed(statusFault(status));
      const read = readAccounts(body, slugs);
      return read.ok ? read : failed({ code: read.code });
    } catch (error) {
      signal.throwIfAborted();
      return failed({ code: netFault(error) ?? 'internal' });
    }
  };
}

function failed(problem: MoneyProblem): MoneyAnswer {
  return { ok: false, problem };
}
