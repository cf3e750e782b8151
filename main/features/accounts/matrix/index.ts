/** A Matrix account: who is signed in, kept in the keyring, and what is done in its name. */
import type { MatrixClient } from 'matrix-js-sdk';
import * as v from 'valibot';
import type { Clock } from '../../../platform/clock.ts';
import { patiently, signedOut } from './retry-request.ts';
import { AccountError } from './error.ts';
import { follow } from './follow.ts';
import { createHistory } from './history.ts';
import type { Kept, KeptSecrets } from './stored-credentials.ts';
import { accountOf, LoginSchema, readKept, writeKept } from './stored-credentials.ts';
import { createPlaces } from './places.ts';
import { createPowers } from './powers.ts';
import { createRooms } from './rooms.ts';
import type { Sdk } from './sdk.ts';
import { createClient, loadSdk } from './sdk.ts';
import type { MatrixAccount, OauthGrant, SessionState, SignIn } from './types.ts';
import { userNameOf } from './user-name.ts';

export type MatrixAccountParts = Readonly<{
  clock: Clock;
  secrets: KeptSecrets;
  /** Electron's own in the app, which knows the system's proxy. */
  fetch: typeof globalThis.fetch;
  /** What members see in their list of devices. */
  deviceName: string;
  /** Fresh tokens could not be kept: the account is lost when the app ends. Told what SecretsError says. */
  notKept?: (error: unknown) => void;
  /** The homeserver names another place to renew tokens at than when they were given; told before the session ends. */
  issuerMoved?: () => void;
}>;

type LogIn = SignIn & Readonly<{ by: Exclude<SignIn['by'], Readonly<{ oauth: OauthGrant }>> }>;

type Signed = Readonly<{ sdk: Sdk; client: MatrixClient; kept: () => Kept }>;

export function createMatrixAccount(parts: MatrixAccountParts): MatrixAccount {
  const { clock, secrets } = parts;
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = 'signed-out';
  let signed: Signed | undefined;
  /** How often somebody has signed in or out. */
  let turns = 0;

  const become = (next: SessionState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(next);
  };
  const drop = () => {
    signed?.client.stopClient();
    signed?.client.removeAllListeners();
  };
  const ended = async (soft: boolean) => {
    drop();
    if (soft) return become('soft-logged-out');
    const userId = signed?.kept().userId;
    signed = undefined;
    become('revoked');
    // A token that the server no longer knows is worth nothing to anyone: one that stays in the keyring does no harm.
    if (userId) await secrets.delete(accountOf(userId)).catch(() => undefined);
  };
  const take = (sdk: Sdk, first: Kept) => {
    let kept = first;
    const client = createClient(sdk, first, parts.fetch, {
      onTokens: ({ accessToken, refreshToken }) => {
        kept = renewed(kept, accessToken, refreshToken);
        // By now the server knows only these, so they are used whether or not they can be kept.
        writeKept(secrets, kept).catch((error: unknown) => parts.notKept?.(error));
      },
      // They stay where they are: the server may name the place that gave them again.
      onMoved: () => {
        drop();
        parts.issuerMoved?.();
        become('soft-logged-out');
      },
    });
    client.on(
      sdk.HttpApiEvent.SessionLoggedOut,
      (error) => void ended(error.data['soft_logout'] === true),
    );
    signed = { sdk, client, kept: () => kept };
    become('signed-in');
  };
  const live = () => (state === 'signed-in' && signed ? signed : signedOut());

  const enter = async (how: SignIn, deviceId: string | undefined) => {
    const sdk = await loadSdk();
    const kept =
      'oauth' in how.by
        ? await recognise(sdk, parts, how.baseUrl, how.by.oauth)
        : await logIn(sdk, parts, { baseUrl: how.baseUrl, by: how.by }, deviceId);
    try {
      await writeKept(secrets, kept);
    } catch (error) {
      await createClient(sdk, kept, parts.fetch)
        .logout()
        .catch(() => undefined);
      throw error;
    }
    drop();
    take(sdk, kept);
    return { userId: kept.userId, deviceId: kept.deviceId };
  };

  return {
    ...createRooms(clock, () => live().client),
    ...createPowers(clock, () => live().client),
    ...createPlaces(clock, () => live().client),
    ...createHistory(clock, () => live().client),
    session: () => state,
    onSession: (listener) => void listeners.add(listener),
    server: () => signed?.kept().baseUrl,
    deviceId: () => signed?.kept().deviceId,
    restore: async (userId) => {
      const before = turns;
      const kept = await readKept(secrets, userId);
      if (!kept) return;
      const sdk = await loadSdk();
      // The keyring may take its time: whoever has signed in or out meanwhile comes before what it gives.
      if (turns === before) take(sdk, kept);
    },
    signIn: async (how) => {
      turns += 1;
      const before = state;
      // Signing in again after a soft logout keeps the device, and with it its transactions.
      const last = before === 'soft-logged-out' ? signed?.kept() : undefined;
      const deviceId = last?.baseUrl === how.baseUrl ? last.deviceId : undefined;
      become('signing-in');
      try {
        return await enter(how, deviceId);
      } catch (error) {
        become(before);
        throw error;
      }
    },
    signOut: async () => {
      turns += 1;
      const last = signed;
      drop();
      signed = undefined;
      become('signed-out');
      if (!last) return { revoked: true };
      const leaving = createClient(last.sdk, last.kept(), parts.fetch);
      const revoked = await leaving.logout().then(
        () => true,
        () => false,
      );
      await secrets.delete(accountOf(last.kept().userId));
      return { revoked };
    },
    follow: (roomIds, hear) => {
      const { sdk, client } = live();
      return follow(sdk, client, roomIds, hear);
    },
    wake: () => void (state === 'signed-in' && signed?.client.retryImmediately()),
    dispose: () => {
      drop();
      signed?.client.http.abort();
      listeners.clear();
    },
  };
}

/** Asks for no refresh token: this SDK refreshes those of OAuth only, and a password's would end in a soft logout. */
async function logIn(
  sdk: Sdk,
  parts: MatrixAccountParts,
  { baseUrl, by }: LogIn,
  deviceId: string | undefined,
): Promise<Kept> {
  const client = createClient(sdk, { baseUrl }, parts.fetch);
  const device = {
    initial_device_display_name: parts.deviceName,
    ...(deviceId ? { device_id: deviceId } : {}),
  };
  const proof =
    'loginToken' in by
      ? { type: 'm.login.token', token: by.loginToken }
      : {
          type: 'm.login.password',
          identifier: { type: 'm.id.user', user: userNameOf(by.user) },
          password: by.password,
        };
  try {
    const login = v.parse(
      LoginSchema,
      await patiently(parts.clock, () => client.loginRequest({ ...proof, ...device })),
    );
    const { user_id: userId, device_id, access_token: accessToken } = login;
    return { version: 1, baseUrl, userId, deviceId: device_id, accessToken };
  } catch (error) {
    if (error instanceof v.ValiError) throw new AccountError('bad-answer');
    const forbidden = error instanceof AccountError && error.fault === 'forbidden';
    throw forbidden ? new AccountError('wrong-sign-in') : error;
  }
}

/** OAuth 2.0 gives tokens and no name: whose they are, the server tells. */
async function recognise(
  sdk: Sdk,
  parts: MatrixAccountParts,
  baseUrl: string,
  { clientId, accessToken, refreshToken, bound }: OauthGrant,
): Promise<Kept> {
  const client = createClient(sdk, { baseUrl, accessToken }, parts.fetch);
  const { userId, deviceId } = await createRooms(parts.clock, () => client).whoami();
  const oauth = { clientId, bound, ...(refreshToken ? { refreshToken } : {}) };
  return { version: 1, baseUrl, userId, deviceId, accessToken, oauth };
}

/** A server that renews no refresh token means the old one to be used again. */
function renewed(kept: Kept, accessToken: string, refreshToken: string | undefined): Kept {
  if (!kept.oauth || !refreshToken) return { ...kept, accessToken };
  return { ...kept, accessToken, oauth: { ...kept.oauth, refreshToken } };
}
