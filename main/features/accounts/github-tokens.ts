/** The tokens of the member at GitHub: stored, renewed and forgotten. */
import type { request as octokit } from '@octokit/request';
import type { GithubPlace } from '../../../shared/coop/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CredentialStorage } from './credential-storage.ts';
import type { GithubAccount, GithubSession, SessionState } from './github-session.ts';
import type { FlowDeps, Tokens } from './github/device-flow.ts';
import { refresh } from './github/device-flow.ts';
import { refusalOf } from './github/refusal.ts';
import type { KeptTokens } from './github/stored-credentials.ts';
import { githubAccountOf } from './github/stored-credentials.ts';
import type { KnownAccounts } from './known-accounts.ts';

export type GithubTokensDeps = Readonly<{
  clock: Clock;
  place: GithubPlace;
  request: typeof octokit;
  storage: CredentialStorage;
  remembered: Pick<KnownAccounts, 'set'>;
  changed: () => void;
}>;

export type GithubTokens = Readonly<{
  flow: FlowDeps;
  /** Adds the GitHub that issued them. */
  bind: (tokens: Tokens) => KeptTokens;
  /** Throws SecretsError. */
  write: (account: GithubAccount, tokens: KeptTokens) => Promise<void>;
  /** Sets the session to `next`, and removes the stored tokens of `account`. Throws SignInError. */
  forget: (account: GithubAccount | undefined, next: GithubSession) => Promise<void>;
  /** Resolves to whether there is a fresh token; one renewal at a time. Throws DeliveryError. */
  renew: (signal: AbortSignal) => Promise<boolean>;
}>;

export function createGithubTokens(deps: GithubTokensDeps, session: SessionState): GithubTokens {
  const { clock, place, storage, changed } = deps;
  const { clientId, url, apiUrl } = place;
  const flow = { clientId, clock, url, request: deps.request.defaults({ baseUrl: url }) };
  let renewing: Promise<boolean> | undefined;

  const bind = (tokens: Tokens): KeptTokens => ({ version: 1, url, apiUrl, clientId, ...tokens });
  const write = (account: GithubAccount, tokens: KeptTokens) =>
    storage.store(account.place).set(githubAccountOf(account.login), JSON.stringify(tokens));
  const forget = async (account: GithubAccount | undefined, next: GithubSession) => {
    session.become(next);
    await deps.remembered.set('github', undefined);
    if (account) await storage.forget(account.place, githubAccountOf(account.login));
  };

  const refreshed = async (refreshToken: string, signal: AbortSignal) => {
    try {
      return await refresh(flow, refreshToken, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw refusalOf(error, clock.nowUtcMs());
    }
  };
  const renewNow = async (signal: AbortSignal): Promise<boolean> => {
    const last = session.now();
    if (last.is !== 'signed-in') return false;
    const { account, tokens } = last;
    // A refused token is revoked if it does not expire, or if GitHub does not renew it.
    const fresh = tokens.refreshToken && (await refreshed(tokens.refreshToken, signal));
    const now = session.now();
    if (now !== last) return now.is === 'signed-in';
    if (!fresh) {
      session.setFault('expired');
      await forget(account, { is: 'expired' }).catch(session.fail);
      changed();
      return false;
    }
    const next = bind(fresh);
    // GitHub accepts only these from now on, so use them even if storing them fails.
    session.become({ ...last, tokens: next });
    await write(account, next).catch(session.fail);
    return true;
  };

  return {
    flow,
    bind,
    write,
    forget,
    renew: (signal) => {
      renewing ??= renewNow(signal).finally(() => (renewing = undefined));
      return renewing;
    },
  };
}
