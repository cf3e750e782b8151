/** The session of a Matrix account: its client and its state. */
import type { MatrixClient } from 'matrix-js-sdk';
import { createEmitter } from '../../../platform/emitter.ts';
import { signedOut } from './retry-request.ts';
import type { Sdk } from './sdk.ts';
import { createClient } from './sdk.ts';
import type { Kept, KeptSecrets } from './stored-credentials.ts';
import { accountOf, writeKept } from './stored-credentials.ts';
import type { SessionState } from './types.ts';

export type Signed = Readonly<{ sdk: Sdk; client: MatrixClient; kept: () => Kept }>;

export type Session = Readonly<{
  state: () => SessionState;
  onState: (listener: (state: SessionState) => void) => void;
  /** The account, also after a soft logout and during a sign-in that follows it. */
  signed: () => Signed | undefined;
  /** Throws AccountError unless signed in. */
  live: () => Signed;
  become: (state: SessionState) => void;
  /** Signs in with these credentials, replacing any earlier account. */
  take: (sdk: Sdk, kept: Kept) => void;
  /** Signs out here, and returns the account that was signed in. */
  clear: () => Signed | undefined;
  dispose: () => void;
}>;

export type SessionDeps = Readonly<{
  secrets: KeptSecrets;
  fetch: typeof globalThis.fetch;
  /** Called with a SecretsError if renewed tokens could not be stored: the account is lost when the app ends. */
  notKept?: (error: unknown) => void;
  /** Called before the session ends because the homeserver names another issuer than at sign-in. */
  issuerMoved?: () => void;
}>;

export function createSession(deps: SessionDeps): Session {
  const { secrets } = deps;
  const changes = createEmitter<SessionState>();
  let state: SessionState = 'signed-out';
  let signed: Signed | undefined;

  const become = (next: SessionState) => {
    if (next === state) return;
    state = next;
    changes.emit(next);
  };
  const stopClient = () => {
    signed?.client.stopClient();
    signed?.client.removeAllListeners();
  };
  const clear = () => {
    const last = signed;
    stopClient();
    signed = undefined;
    return last;
  };
  const end = async (isSoft: boolean) => {
    if (isSoft) {
      stopClient();
      return become('soft-logged-out');
    }
    const userId = clear()?.kept().userId;
    become('revoked');
    // If the keyring fails, it keeps a revoked token, which is harmless.
    if (userId) await secrets.delete(accountOf(userId)).catch(() => undefined);
  };

  const take = (sdk: Sdk, first: Kept) => {
    let kept = first;
    const client = createClient(sdk, first, deps.fetch, {
      onTokens: ({ accessToken, refreshToken }) => {
        kept = renewed(kept, accessToken, refreshToken);
        // The server accepts only these from now on, so use them even if storing them fails.
        writeKept(secrets, kept).catch((error: unknown) => deps.notKept?.(error));
      },
      // The tokens stay in the keyring, since the server may name their issuer again.
      onMoved: () => {
        stopClient();
        deps.issuerMoved?.();
        become('soft-logged-out');
      },
    });
    client.on(
      sdk.HttpApiEvent.SessionLoggedOut,
      ({ data }) => void end(data['soft_logout'] === true),
    );
    stopClient();
    signed = { sdk, client, kept: () => kept };
    become('signed-in');
  };

  return {
    state: () => state,
    onState: changes.on,
    signed: () => signed,
    live: () => (state === 'signed-in' && signed ? signed : signedOut()),
    become,
    take,
    clear,
    dispose: () => {
      stopClient();
      signed?.client.http.abort();
      changes.clear();
    },
  };
}

/** Without a new refresh token, the old one remains valid. */
function renewed(kept: Kept, accessToken: string, refreshToken: string | undefined): Kept {
  if (!kept.oauth || !refreshToken) return { ...kept, accessToken };
  return { ...kept, accessToken, oauth: { ...kept.oauth, refreshToken } };
}
