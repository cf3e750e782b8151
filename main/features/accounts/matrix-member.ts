/** The member at Matrix: signs in by a method that the server offers, and is restored at the next start. */
import type { AccountFault, MatrixView } from '../../../shared/accounts/state.ts';
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import type { CredentialStorage } from './credential-storage.ts';
import { SignInError } from './fault.ts';
import type { KnownAccounts } from './known-accounts.ts';
import type { BrowserDeps } from './matrix/browser.ts';
import { proveByBrowser } from './matrix/browser.ts';
import { createMatrixAccount } from './matrix/index.ts';
import type { FindDeps, Found } from './matrix/server.ts';
import { accountOf } from './matrix/stored-credentials.ts';
import type { MatrixAccount, SignIn } from './matrix/types.ts';
import type { MatrixSession, Who } from './matrix-session.ts';
import { createMatrixSession } from './matrix-session.ts';
import { createServerLookup } from './server-lookup.ts';

export type MatrixMember = Readonly<{
  view: () => MatrixView;
  /** Undefined unless signed in. */
  account: () => MatrixAccount | undefined;
  /** The server of the document. */
  setServer: (server: string | undefined) => void;
  find: (server: string) => Promise<FoundServer>;
  signIn: (server: string, user: string, password: string) => Promise<AccountFault | undefined>;
  signInBrowser: (server: string) => Promise<AccountFault | undefined>;
  cancel: () => void;
  signOut: () => Promise<void>;
  restore: (who: Who | undefined) => Promise<void>;
  wake: () => void;
  dispose: () => void;
}>;

export type MatrixMemberDeps = FindDeps &
  Readonly<{
    browser: BrowserDeps;
    storage: CredentialStorage;
    remembered: Pick<KnownAccounts, 'set'>;
    changed: () => void;
  }>;

/** Proves to a server who the member is. */
type Prove = (found: Found, signal: AbortSignal) => Promise<SignIn['by']>;

export function createMatrixMember(deps: MatrixMemberDeps): MatrixMember {
  const { storage, changed } = deps;
  const session = createMatrixSession(deps);
  const account = createAccount(deps, session);
  const lookup = createServerLookup(deps);
  let named: string | undefined;

  /** Only one at a time, and not while an account is signed in. */
  const enter = async (server: string, prove: Prove): Promise<AccountFault | undefined> => {
    if (session.activity().is === 'signing-in' || account.session() === 'signed-in')
      return 'internal';
    const abort = new AbortController();
    session.setActivity({ is: 'signing-in', abort, inBrowser: false });
    session.setFault(undefined);
    const before = session.place();
    try {
      // First, since tokens without a place to store them are useless.
      session.setPlace(await storage.place());
      const found = await lookup.resolve(server, abort.signal);
      const by = await prove(found, abort.signal);
      abort.signal.throwIfAborted();
      const { userId } = await account.signIn({ baseUrl: found.baseUrl, by });
      await storage.kept(accountOf(userId));
      await session.remember({ userId, server });
      return undefined;
    } catch (error) {
      session.setPlace(before);
      return session.fail(abort.signal.aborted ? new SignInError('cancelled') : error);
    } finally {
      session.setActivity({ is: 'idle' });
      changed();
    }
  };

  const proveInBrowser: Prove = (found, signal) => {
    const now = session.activity();
    if (now.is === 'signing-in') session.setActivity({ ...now, inBrowser: true });
    changed();
    const isSame = account.server() === found.baseUrl;
    return proveByBrowser(deps.browser, found, isSame ? account.deviceId() : undefined, signal);
  };
  const cancel = () => {
    const now = session.activity();
    if (now.is === 'signing-in') now.abort.abort();
  };

  return {
    view: () => session.view(account.session(), named),
    account: () => {
      // During a sign-in, the user id that listeners need is still unknown.
      const isSettled = session.activity().is !== 'signing-in';
      return isSettled && account.session() === 'signed-in' ? account : undefined;
    },
    setServer: (server) => {
      named = server;
    },
    find: lookup.find,
    signIn: (server, user, password) => enter(server, async () => ({ user, password })),
    signInBrowser: (server) => enter(server, proveInBrowser),
    cancel,
    signOut: () => signOut(deps, session, account),
    restore: (who) => restore(deps, session, account, who),
    wake: account.wake,
    dispose: () => {
      cancel();
      account.dispose();
    },
  };
}

function createAccount(deps: MatrixMemberDeps, session: MatrixSession): MatrixAccount {
  const { storage, changed } = deps;
  const store = () => storage.store(session.place());
  const account = createMatrixAccount({
    clock: deps.clock,
    fetch: deps.fetch,
    deviceName: deps.browser.appName,
    secrets: {
      get: (name) => store().get(name),
      set: (name, secret) => store().set(name, secret),
      delete: (name) => storage.forget(session.place(), name),
    },
    notKept: (error) => session.fail(error),
    issuerMoved: () => session.setFault('another-issuer'),
  });
  account.onSession((state) => {
    if (state === 'revoked') {
      session.setFault('expired');
      void session.remember(undefined);
    }
    changed();
  });
  return account;
}

async function signOut(
  { storage, changed }: MatrixMemberDeps,
  session: MatrixSession,
  account: MatrixAccount,
): Promise<void> {
  const last = session.who();
  const hadAccount = account.session() !== 'signed-out';
  session.setFault(undefined);
  try {
    const { revoked } = await account.signOut();
    if (!hadAccount && last) await storage.forget(session.place(), accountOf(last.userId));
    if (!revoked || !hadAccount) session.setFault('not-revoked');
  } catch (error) {
    session.fail(error);
  }
  await session.remember(undefined);
  changed();
}

async function restore(
  { storage, changed }: MatrixMemberDeps,
  session: MatrixSession,
  account: MatrixAccount,
  last: Who | undefined,
): Promise<void> {
  if (!last || session.activity().is !== 'idle' || account.session() !== 'signed-out') return;
  const mine = { is: 'restoring' } as const;
  session.setWho(last);
  session.setFault(undefined);
  session.setActivity(mine);
  changed();
  // A keyring may be slow: a sign-in or sign-out since then takes precedence over its answer.
  const isOver = () => session.who() !== last;
  try {
    await account.restore(last.userId);
    if (!isOver() && account.session() === 'signed-out') throw new SignInError('expired');
    storage.note('available');
  } catch (error) {
    if (!isOver()) session.fail(error);
  }
  if (session.activity() === mine) session.setActivity({ is: 'idle' });
  changed();
}
