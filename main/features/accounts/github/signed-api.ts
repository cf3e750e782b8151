/** GitHub's API in the member's name, with a token that is renewed before it ends, and once when it is refused. */
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GithubApi } from '../../contracts/github.ts';

export type SignedApiParts = Readonly<{
  clock: Clock;
  api: GithubApi;
  /** Undefined for a token that does not end, or while signed out. */
  expiresAtUtcMs: () => number | undefined;
  /** Who is signed in; undefined while nobody is. */
  who: () => string | undefined;
  /** True when there is a fresh token; throws DeliveryError. */
  renew: (signal: AbortSignal) => Promise<boolean>;
}>;

/** Renewed so long before its end that a request that takes its time arrives with a token that holds; in ms. */
const aheadMs = 300_000;

export function createSignedApi(parts: SignedApiParts): GithubApi {
  const { clock, api, expiresAtUtcMs, who } = parts;
  // Looked at when it is used, by the wall clock: no timer that a sleep could stop.
  const isOld = () => (expiresAtUtcMs() ?? Infinity) - clock.nowUtcMs() < aheadMs;
  const ask = async (
    work: GithubApi['read'],
    [route, asked, signal]: Parameters<GithubApi['read']>,
  ): Promise<unknown> => {
    const asker = who();
    const renew = async () => {
      const renewed = await parts.renew(signal);
      // Whoever has signed in meanwhile has a token as well, and has asked for nothing.
      if (renewed && who() !== asker) throw new DeliveryError(trouble('signed-out'), {});
      return renewed;
    };
    const renewed = isOld() && (await renew());
    try {
      return await work(route, asked, signal);
    } catch (error) {
      const refused = error instanceof DeliveryError && error.trouble.code === 'signed-out';
      if (!refused || renewed || !(await renew())) throw error;
      return work(route, asked, signal);
    }
  };
  return {
    read: (...all) => ask(api.read, all),
    write: (...all) => ask(api.write, all),
  };
}
