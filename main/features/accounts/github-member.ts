/** The member at GitHub: signed in by a code, or not at all, which is enough to read what is public. */
import type { request as octokit } from '@octokit/request';
import * as v from 'valibot';
import type { AccountFault, GithubView } from '../../../shared/accounts/state.ts';
import type { GithubPlace } from '../../../shared/coop/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { SignInError, faultOf } from './fault.ts';
import type { GithubApi } from '../contracts/github.ts';
import { createGithubApi } from './github/api.ts';
import { refusalOf } from './github/refusal.ts';
import type { DeviceCode, Tokens } from './github/device-flow.ts';
import { refresh, signIn } from './github/device-flow.ts';
import type { KeptTokens } from './github/stored-credentials.ts';
import { areOneGithub, belongTo, githubAccountOf, parseKept } from './github/stored-credentials.ts';
import { createSignedApi } from './github/signed-api.ts';
import type { Keeping, Place } from './credential-storage.ts';
import { isPast } from './credential-storage.ts';
import type { Remembered } from './known-accounts.ts';

export type GithubMember = Readonly<{
  view: () => GithubView;
  api: GithubApi;
  signedIn: () => boolean;
  signIn: () => Promise<AccountFault | undefined>;
  openPage: () => Promise<void>;
  cancel: () => void;
  signOut: () => Promise<void>;
  restore: (login: string | undefined) => Promise<void>;
}>;

export type GithubMemberParts = Readonly<{
  clock: Clock;
  place: GithubPlace;
  request: typeof octokit;
  openPage: (url: string) => Promise<void>;
  keeping: Keeping;
  remembered: Pick<Remembered, 'set'>;
  changed: () => void;
}>;

const UserSchema = v.object({ login: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });

export function createGithubMember(parts: GithubMemberParts): GithubMember {
  const { clock, keeping, changed } = parts;
  const { clientId, url, apiUrl } = parts.place;
  const flow = { clientId, clock, url, request: parts.request.defaults({ baseUrl: url }) };
  let kept: KeptTokens | undefined;
  /** Also of an account whose secret the keyring does not give. */
  let login: string | undefined;
  let place: Place = 'keyring';
  let isExpired = false;
  let code: DeviceCode | undefined;
  let fault: AccountFault | undefined;
  let leave: AbortController | undefined;
  let renewing: Promise<boolean> | undefined;

  const fail = (error: unknown): AccountFault => {
    if (error instanceof SecretsError) keeping.note(error.fault);
    fault = faultOf(error);
    changed();
    return fault;
  };
  const keptOf = (tokens: Tokens): KeptTokens => ({
    version: 1,
    url,
    apiUrl,
    clientId,
    ...tokens,
  });
  const write = (who: string, tokens: KeptTokens) =>
    keeping.store(place).set(githubAccountOf(who), JSON.stringify(tokens));
  const forget = async () => {
    const last = login;
    kept = undefined;
    login = undefined;
    await parts.remembered.set('github', undefined);
    if (last !== undefined) await keeping.forget(place, githubAccountOf(last));
  };

  const renewNow = async (signal: AbortSignal): Promise<boolean> => {
    const last = kept;
    // A token that does not end and is refused was revoked; so was one that GitHub renews no more.
    const fresh = last?.refreshToken && (await refreshed(last.refreshToken, signal));
    if (last !== kept) return kept !== undefined;
    if (!fresh) {
      if (!last) return false;
      isExpired = true;
      fault = 'expired';
      await forget().catch(fail);
      changed();
      return false;
    }
    kept = keptOf(fresh);
    // GitHub knows only these by now, so they are used whether or not they can be kept.
    if (login !== undefined) await write(login, kept).catch(fail);
    return true;
  };
  const refreshed = async (refreshToken: string, signal: AbortSignal) => {
    try {
      return await refresh(flow, refreshToken, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw refusalOf(error, clock.nowUtcMs());
    }
  };
  const bare = createGithubApi({
    request: parts.request.defaults({ baseUrl: apiUrl }),
    clock,
    token: () => kept?.token,
  });
  const api = createSignedApi({
    clock,
    api: bare,
    expiresAtUtcMs: () => kept?.expiresAtUtcMs,
    who: () => login,
    renew: (signal) => {
      renewing ??= renewNow(signal).finally(() => (renewing = undefined));
      return renewing;
    },
  });

  const enter = async (signal: AbortSignal) => {
    if (!areOneGithub(parts.place)) throw new SignInError('apart');
    place = await keeping.place();
    const done = await flowOrRefusal(signal);
    if (!done.ok) throw new SignInError(done.why);
    kept = keptOf(done.tokens);
    const user = v.safeParse(UserSchema, await bare.read('GET /user', {}, signal));
    if (!user.success) throw new SignInError('bad-answer');
    await write(user.output.login, kept);
    await keeping.kept(githubAccountOf(user.output.login));
    login = user.output.login;
    isExpired = false;
    await parts.remembered.set('github', place === 'keyring' ? { login } : undefined);
  };
  const flowOrRefusal = async (signal: AbortSignal) => {
    try {
      return await signIn(flow, show, signal);
    } catch (error) {
      if (signal.aborted) throw new SignInError('cancelled');
      if (error instanceof v.ValiError) throw new SignInError('bad-answer');
      throw refusalOf(error, clock.nowUtcMs());
    }
  };
  const show = (next: DeviceCode) => {
    code = next;
    changed();
  };

  return {
    api,
    signedIn: () => kept !== undefined && !leave,
    view: () => ({
      session: leave ? 'waiting' : kept ? 'signed-in' : isExpired ? 'expired' : 'signed-out',
      ...(login === undefined ? {} : { login }),
      ...(leave && code ? { code } : {}),
      ...(kept && !leave ? { keptIn: place } : {}),
      ...(fault && !isPast(fault, keeping) ? { fault } : {}),
    }),
    signIn: async () => {
      if (leave || kept) return 'internal';
      const mine = new AbortController();
      leave = mine;
      fault = undefined;
      code = undefined;
      changed();
      try {
        await enter(mine.signal);
        return undefined;
      } catch (error) {
        kept = undefined;
        return fail(mine.signal.aborted ? new SignInError('cancelled') : error);
      } finally {
        leave = undefined;
        changed();
      }
    },
    openPage: async () => {
      if (code) await parts.openPage(code.page);
    },
    cancel: () => leave?.abort(),
    signOut: async () => {
      fault = undefined;
      isExpired = false;
      await forget().catch(fail);
      changed();
    },
    restore: async (last) => {
      if (last === undefined || kept || leave) return;
      fault = undefined;
      login = last;
      // The keyring may take its time: whoever has signed in or out meanwhile comes before what it gives.
      const isOver = () => kept !== undefined || leave !== undefined || login !== last;
      try {
        const known = parseKept(await keeping.store(place).get(githubAccountOf(last)));
        if (isOver()) return;
        if (!known) throw new SignInError('expired');
        // They stay where they are: another document may name the GitHub that gave them again.
        if (!belongTo(known, parts.place)) throw new SignInError('another-github');
        kept = known;
        isExpired = false;
        keeping.note('available');
      } catch (error) {
        if (isOver()) return;
        fail(error);
        if (error instanceof SignInError) {
          login = undefined;
          isExpired = true;
        }
      }
      changed();
    },
  };
}
