/** The member at Matrix: signing in by whichever way the server offers, taken up again at the next start. */
import type { AccountFault, MatrixView } from '../../../shared/accounts/state.ts';
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { SignInError, faultOf } from './fault.ts';
import type { Keeping, Place } from './credential-storage.ts';
import { isPast } from './credential-storage.ts';
import type { BrowserParts } from './matrix/browser.ts';
import { proveByBrowser } from './matrix/browser.ts';
import { createMatrixAccount } from './matrix/index.ts';
import { accountOf } from './matrix/stored-credentials.ts';
import type { FindParts, Found } from './matrix/server.ts';
import { findServer } from './matrix/server.ts';
import type { MatrixAccount, SignIn } from './matrix/types.ts';
import type { Remembered } from './known-accounts.ts';

export type MatrixMember = Readonly<{
  view: () => MatrixView;
  /** Undefined unless somebody is signed in. */
  account: () => MatrixAccount | undefined;
  /** The document's server. */
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

type Who = Readonly<{ userId: string; server: string }>;

export type MatrixMemberParts = FindParts &
  Readonly<{
    browser: BrowserParts;
    keeping: Keeping;
    remembered: Pick<Remembered, 'set'>;
    changed: () => void;
  }>;

export function createMatrixMember(parts: MatrixMemberParts): MatrixMember {
  const { keeping, changed } = parts;
  let place: Place = 'keyring';
  let named: string | undefined;
  let who: Who | undefined;
  let fault: AccountFault | undefined;
  /** Of a sign-in that is under way. */
  let leave: AbortController | undefined;
  let inBrowser = false;
  let isRestoring = false;
  /** Which server the member has seen behind a name when they last looked; the window may look at several. */
  const shown = new Map<string, string>();

  const store = () => keeping.store(place);
  const account = createMatrixAccount({
    clock: parts.clock,
    fetch: parts.fetch,
    deviceName: parts.browser.appName,
    secrets: {
      get: (name) => store().get(name),
      set: (name, secret) => store().set(name, secret),
      delete: (name) => keeping.forget(place, name),
    },
    notKept: (error) => fail(error),
    issuerMoved: () => (fault = 'another-issuer'),
  });
  const remember = (next: Who | undefined) => {
    who = next;
    return parts.remembered.set('matrix', place === 'keyring' ? next : undefined);
  };
  const fail = (error: unknown): AccountFault => {
    if (error instanceof SecretsError) keeping.note(error.fault);
    fault = faultOf(error);
    changed();
    return fault;
  };
  account.onSession((session) => {
    if (session === 'revoked') {
      fault = 'expired';
      void remember(undefined);
    }
    changed();
  });

  /** One at a time, and none over an account that is there. */
  const enter = async (
    server: string,
    prove: (found: Found, signal: AbortSignal) => Promise<SignIn['by']>,
  ): Promise<AccountFault | undefined> => {
    if (leave || account.session() === 'signed-in') return 'internal';
    const mine = new AbortController();
    leave = mine;
    fault = undefined;
    const before = place;
    try {
      // Before anything is proved: what could not be kept is not asked for.
      place = await keeping.place();
      const found = await findServer(parts, server, mine.signal);
      if ((shown.get(server) ?? found.baseUrl) !== found.baseUrl)
        throw new SignInError('another-server');
      const by = await prove(found, mine.signal);
      mine.signal.throwIfAborted();
      const { userId } = await account.signIn({ baseUrl: found.baseUrl, by });
      await keeping.kept(accountOf(userId));
      await remember({ userId, server });
      return undefined;
    } catch (error) {
      place = before;
      return fail(mine.signal.aborted ? new SignInError('cancelled') : error);
    } finally {
      leave = undefined;
      inBrowser = false;
      changed();
    }
  };

  return {
    view: () => {
      const session = leave || isRestoring ? 'signing-in' : account.session();
      const server = who?.server ?? named;
      return {
        session,
        ...(server === undefined ? {} : { server }),
        ...(inBrowser ? { inBrowser } : {}),
        ...(who ? { userId: who.userId } : {}),
        ...(session === 'signed-in' ? { keptIn: place } : {}),
        ...(fault && !isPast(fault, keeping) ? { fault } : {}),
      };
    },
    // Not before it is known whose it is: who asks at the first news of it asks for that, too.
    account: () => (!leave && account.session() === 'signed-in' ? account : undefined),
    setServer: (server) => {
      named = server;
    },
    find: async (server) => {
      try {
        const { ways, baseUrl } = await findServer(parts, server, new AbortController().signal);
        shown.set(server, baseUrl);
        // A keyring that is not there is in the state, for the member to be asked.
        await keeping.place().catch(() => undefined);
        const { host } = new URL(baseUrl);
        const named = /^https?:/i.test(server) ? new URL(server).host : server.toLowerCase();
        const at = named === host ? {} : { at: host };
        return { password: ways.password, browser: ways.oauth !== undefined || ways.sso, ...at };
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
    signIn: (server, user, password) => enter(server, async () => ({ user, password })),
    signInBrowser: (server) =>
      enter(server, (found, signal) => {
        inBrowser = true;
        changed();
        const isSame = account.server() === found.baseUrl;
        return proveByBrowser(
          parts.browser,
          found,
          isSame ? account.deviceId() : undefined,
          signal,
        );
      }),
    cancel: () => leave?.abort(),
    signOut: async () => {
      const last = who;
      const wasTaken = account.session() !== 'signed-out';
      fault = undefined;
      try {
        const { revoked } = await account.signOut();
        if (!wasTaken && last) await keeping.forget(place, accountOf(last.userId));
        if (!revoked || !wasTaken) fault = 'not-revoked';
      } catch (error) {
        fail(error);
      }
      await remember(undefined);
      changed();
    },
    restore: async (last) => {
      if (!last || isRestoring || leave || account.session() !== 'signed-out') return;
      who = last;
      fault = undefined;
      isRestoring = true;
      changed();
      try {
        await account.restore(last.userId);
        if (who === last && account.session() === 'signed-out') throw new SignInError('expired');
        keeping.note('available');
      } catch (error) {
        // Whoever has signed in or out meanwhile is not told of it.
        if (who === last) fail(error);
      }
      isRestoring = false;
      changed();
    },
    wake: account.wake,
    dispose: () => {
      leave?.abort();
      account.dispose();
    },
  };
}
