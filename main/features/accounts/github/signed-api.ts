/** GitHub's API in the member's name, with a token that is renewed before it expires, and once if it is refused. */
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GithubApi } from '../../contracts/github.ts';

export type SignedApiDeps = Readonly<{
  clock: Clock;
  api: GithubApi;
  /** Undefined for a token that does not expire, or while signed out. */
  expiresAtUtcMs: () => number | undefined;
  /** Who is signed in; undefined while signed out. */
  who: () => string | undefined;
  /** Resolves to whether there is a fresh token. Throws DeliveryError. */
  renew: (signal: AbortSignal) => Promise<boolean>;
}>;

/** A token is renewed this long before it expires, so that slow requests arrive with a valid one. */
const renewAheadMs = 300_000;

export function createSignedApi(deps: SignedApiDeps): GithubApi {
  const { clock, api, expiresAtUtcMs, who } = deps;
  // Checked on use, by the wall clock: a timer would stop during a sleep.
  const isOld = () => (expiresAtUtcMs() ?? Infinity) - clock.nowUtcMs() < renewAheadMs;
  const ask = async (
    work: GithubApi['read'],
    [route, asked, signal]: Parameters<GithubApi['read']>,
  ): Promise<unknown> => {
    const asker = who();
    const renew = async () => {
      const renewed = await deps.renew(signal);
      // Another member may have signed in since the request was made.
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
