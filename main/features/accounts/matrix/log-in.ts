/** Signs in by password, login token or OAuth 2.0 tokens. */
import * as v from 'valibot';
import type { Clock } from '../../../platform/clock.ts';
import { AccountError } from './error.ts';
import { withRetries } from './retry-request.ts';
import { createRooms } from './rooms.ts';
import type { Sdk } from './sdk.ts';
import { createClient } from './sdk.ts';
import type { Kept } from './stored-credentials.ts';
import { LoginSchema } from './stored-credentials.ts';
import type { OauthGrant, SignIn } from './types.ts';
import { userNameOf } from './user-name.ts';

export type LogInDeps = Readonly<{
  clock: Clock;
  fetch: typeof globalThis.fetch;
  /** What members see in their list of devices. */
  deviceName: string;
}>;

type LogIn = SignIn & Readonly<{ by: Exclude<SignIn['by'], Readonly<{ oauth: OauthGrant }>> }>;

/** `deviceId`: the device to sign in on again. Throws AccountError. */
export function credentialsFor(
  sdk: Sdk,
  deps: LogInDeps,
  { baseUrl, by }: SignIn,
  deviceId: string | undefined,
): Promise<Kept> {
  return 'oauth' in by
    ? recognise(sdk, deps, baseUrl, by.oauth)
    : logIn(sdk, deps, { baseUrl, by }, deviceId);
}

/** Requests no refresh token: the SDK refreshes only those of OAuth, so the login would expire. */
async function logIn(
  sdk: Sdk,
  deps: LogInDeps,
  { baseUrl, by }: LogIn,
  deviceId: string | undefined,
): Promise<Kept> {
  const client = createClient(sdk, { baseUrl }, deps.fetch);
  const device = {
    initial_device_display_name: deps.deviceName,
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
      await withRetries(deps.clock, () => client.loginRequest({ ...proof, ...device })),
    );
    const { user_id: userId, device_id, access_token: accessToken } = login;
    return { version: 1, baseUrl, userId, deviceId: device_id, accessToken };
  } catch (error) {
    if (error instanceof v.ValiError) throw new AccountError('bad-answer');
    const forbidden = error instanceof AccountError && error.fault === 'forbidden';
    throw forbidden ? new AccountError('wrong-sign-in') : error;
  }
}

/** OAuth 2.0 tokens do not name their user, so this asks the server. */
async function recognise(
  sdk: Sdk,
  deps: LogInDeps,
  baseUrl: string,
  { clientId, accessToken, refreshToken, bound }: OauthGrant,
): Promise<Kept> {
  const client = createClient(sdk, { baseUrl, accessToken }, deps.fetch);
  const { userId, deviceId } = await createRooms(deps.clock, () => client).whoami();
  const oauth = { clientId, bound, ...(refreshToken ? { refreshToken } : {}) };
  return { version: 1, baseUrl, userId, deviceId, accessToken, oauth };
}
