/** The member at GitHub: signed in by a device code, or signed out, which suffices to read public repositories. */
import * as v from 'valibot';
import type { AccountFault, GithubView } from '../../../shared/accounts/state.ts';
import { SignInError } from './fault.ts';
import type { GithubSession, SessionState } from './github-session.ts';
import { accountIn, createSessionState, tokensIn } from './github-session.ts';
import type { GithubTokens, GithubTokensDeps } from './github-tokens.ts';
import { createGithubTokens } from './github-tokens.ts';
import type { GithubApi } from '../contracts/github.ts';
import { createGithubApi } from './github/api.ts';
import type { DeviceCode } from './github/device-flow.ts';
import { signIn } from './github/device-flow.ts';
import { refusalOf } from './github/refusal.ts';
import { createSignedApi } from './github/signed-api.ts';
import { areOneGithub, belongTo, githubAccountOf, parseKept } from './github/stored-credentials.ts';

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

export type GithubMemberDeps = GithubTokensDeps &
  Readonly<{ openPage: (url: string) => Promise<void> }>;

type SignedIn = Extract<GithubSession, Readonly<{ is: 'signed-in' }>>;

const UserSchema = v.object({ login: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });

export function createGithubMember(deps: GithubMemberDeps): GithubMember {
  const { clock, changed } = deps;
  const session = createSessionState(deps);
  const tokens = createGithubTokens(deps, session);
  const anonymous = createGithubApi({
    request: deps.request.defaults({ baseUrl: deps.place.apiUrl }),
    clock,
    token: () => tokensIn(session.now())?.token,
  });
  const api = createSignedApi({
    clock,
    api: anonymous,
    expiresAtUtcMs: () => tokensIn(session.now())?.expiresAtUtcMs,
    who: () => accountIn(session.now())?.login,
    renew: tokens.renew,
  });

  return {
    api,
    signedIn: () => session.now().is === 'signed-in',
    view: session.view,
    signIn: async () => {
      const before = session.now();
      if (before.is === 'waiting' || before.is === 'signed-in') return 'internal';
      const abort = new AbortController();
      session.setFault(undefined);
      session.become({ is: 'waiting', before, abort });
      changed();
      try {
        session.become(await enter(deps, session, tokens, anonymous, abort.signal));
        changed();
        return undefined;
      } catch (error) {
        const now = session.now();
        if (now.is === 'waiting') session.become(now.before);
        return session.fail(abort.signal.aborted ? new SignInError('cancelled') : error);
      }
    },
    openPage: async () => {
      const now = session.now();
      if (now.is === 'waiting' && now.code) await deps.openPage(now.code.page);
    },
    cancel: () => {
      const now = session.now();
      if (now.is === 'waiting') now.abort.abort();
    },
    signOut: async () => {
      const now = session.now();
      const out = { is: 'signed-out' as const };
      session.setFault(undefined);
      const next = now.is === 'waiting' ? { ...now, before: out } : out;
      await tokens.forget(accountIn(now), next).catch(session.fail);
      changed();
    },
    restore: (login) => restore(deps, session, login),
  };
}

/** Asks the member to type a code on GitHub's page, and stores the resulting tokens. */
async function enter(
  { clock, place, storage, remembered, changed }: GithubMemberDeps,
  session: SessionState,
  tokens: GithubTokens,
  api: GithubApi,
  signal: AbortSignal,
): Promise<SignedIn> {
  const add = (more: Readonly<{ code: DeviceCode }> | Readonly<Pick<SignedIn, 'tokens'>>) => {
    const now = session.now();
    if (now.is === 'waiting') session.become({ ...now, ...more });
  };
  if (!areOneGithub(place)) throw new SignInError('apart');
  const keptIn = await storage.place();
  const done = await signIn(
    tokens.flow,
    (code) => {
      add({ code });
      changed();
    },
    signal,
  ).catch((error: unknown) => {
    if (signal.aborted) throw new SignInError('cancelled');
    if (error instanceof v.ValiError) throw new SignInError('bad-answer');
    throw refusalOf(error, clock.nowUtcMs());
  });
  if (!done.ok) throw new SignInError(done.why);
  const given = tokens.bind(done.tokens);
  add({ tokens: given });
  const user = v.safeParse(UserSchema, await api.read('GET /user', {}, signal));
  if (!user.success) throw new SignInError('bad-answer');
  const account = { login: user.output.login, place: keptIn };
  await tokens.write(account, given);
  await storage.kept(githubAccountOf(account.login));
  await remembered.set('github', keptIn === 'keyring' ? { login: account.login } : undefined);
  return { is: 'signed-in', account, tokens: given };
}

/** Signs in with the tokens in the keyring. */
async function restore(
  { place, storage, changed }: GithubMemberDeps,
  session: SessionState,
  login: string | undefined,
): Promise<void> {
  const now = session.now();
  if (login === undefined || now.is === 'waiting' || now.is === 'signed-in') return;
  const account = { login, place: 'keyring' as const };
  const mine: GithubSession = { is: now.is, account };
  session.setFault(undefined);
  session.become(mine);
  // A keyring may be slow: a sign-in or sign-out since then takes precedence over its answer.
  const isOver = () => session.now() !== mine;
  try {
    const tokens = parseKept(await storage.store(account.place).get(githubAccountOf(login)));
    if (isOver()) return;
    if (!tokens) throw new SignInError('expired');
    // They stay in the keyring, since the document may name their GitHub again.
    if (!belongTo(tokens, place)) throw new SignInError('another-github');
    session.become({ is: 'signed-in', account, tokens });
    storage.note('available');
  } catch (error) {
    if (isOver()) return;
    if (error instanceof SignInError) session.become({ is: 'expired' });
    session.fail(error);
  }
  changed();
}
