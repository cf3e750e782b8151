/** Looks up homeservers by name, and remembers the host shown to the member for each. */
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import type { CredentialStorage } from './credential-storage.ts';
import { SignInError, faultOf } from './fault.ts';
import type { FindDeps, Found } from './matrix/server.ts';
import { findServer } from './matrix/server.ts';

export type ServerLookup = Readonly<{
  /** To show to the member. Never rejects. */
  find: (server: string) => Promise<FoundServer>;
  /** For a sign-in. Throws SignInError if the name leads to another host than the member has seen. */
  resolve: (server: string, signal: AbortSignal) => Promise<Found>;
}>;

export type ServerLookupDeps = FindDeps & Readonly<{ storage: Pick<CredentialStorage, 'place'> }>;

export function createServerLookup(deps: ServerLookupDeps): ServerLookup {
  const shown = new Map<string, string>();
  return {
    find: async (server) => {
      try {
        const { ways, baseUrl } = await findServer(deps, server, new AbortController().signal);
        shown.set(server, baseUrl);
        // Records a missing keyring in the state, so that the window asks the member.
        await deps.storage.place().catch(() => undefined);
        const { host } = new URL(baseUrl);
        const named = /^https?:/i.test(server) ? new URL(server).host : server.toLowerCase();
        const at = named === host ? {} : { at: host };
        return { password: ways.password, browser: ways.oauth !== undefined || ways.sso, ...at };
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
    resolve: async (server, signal) => {
      const found = await findServer(deps, server, signal);
      const { baseUrl } = found;
      if ((shown.get(server) ?? baseUrl) !== baseUrl) throw new SignInError('another-server');
      return found;
    },
  };
}
