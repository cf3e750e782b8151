/** Signs in on the server's own page, in the member's browser: the app never sees the password. */
import { randomBytes } from 'node:crypto';
import type { ValidatedAuthMetadata } from 'matrix-js-sdk';
import { SignInError } from '../fault.ts';
import type { Loopback } from '../loopback.ts';
import { issuerBinding } from './issuer.ts';
import type { Found } from './server.ts';
import type { SignIn } from './types.ts';
import { loadSdk, quiet } from './sdk.ts';
import { urlPart } from '../../../../shared/net/url-part.ts';

export type BrowserDeps = Readonly<{
  /** Listens for the browser's return, which must carry `state`. */
  listen: (state: string, signal: AbortSignal) => Promise<Loopback>;
  openPage: (url: string) => Promise<void>;
  /** What members see on the server's page and in their list of sessions. */
  appName: string;
}>;

/** Throws SignInError. `deviceId`: the device to keep after a soft logout. */
export async function proveByBrowser(
  deps: BrowserDeps,
  { baseUrl, ways }: Found,
  deviceId: string | undefined,
  signal: AbortSignal,
): Promise<SignIn['by']> {
  const state = randomBytes(24).toString('base64url');
  const { url, answer } = await deps.listen(state, signal);
  if (ways.oauth) return byOauth({ deps, baseUrl, state, url, answer, deviceId }, ways.oauth);
  const back = `${url}?state=${state}`;
  const page = `${baseUrl}/_matrix/client/v3/login/sso/redirect?redirectUrl=${urlPart(back)}`;
  await deps.openPage(page);
  return { loginToken: required(await answer, 'loginToken') };
}

type Visit = Loopback &
  Readonly<{
    deps: BrowserDeps;
    baseUrl: string;
    state: string;
    deviceId: string | undefined;
  }>;

/** https://spec.matrix.org/latest/client-server-api/#oauth-20-api */
async function byOauth(visit: Visit, metadata: ValidatedAuthMetadata): Promise<SignIn['by']> {
  const { deps, baseUrl, state, url, deviceId } = visit;
  const { OAuth2 } = await loadSdk();
  const clientId = await orRefused(
    OAuth2.registerClient(
      metadata,
      {
        application_type: 'native',
        client_name: deps.appName,
        // The standard requires a page of the client. The app has none, so it names the server's.
        client_uri: baseUrl,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [url],
      },
      quiet,
    ),
  );
  const flow = new OAuth2(metadata, { clientId, ...(deviceId ? { deviceId } : {}) }, quiet);
  // `query`, because browsers do not send a fragment.
  await deps.openPage(await flow.generateAuthorizationCodeGrantUrl(state, url, 'query'));
  const code = required(await visit.answer, 'code');
  const tokens = await orRefused(flow.completeAuthorizationCodeGrant(code, url));
  return {
    oauth: {
      clientId,
      deviceId: flow.context.deviceId,
      bound: issuerBinding(metadata),
      accessToken: tokens.access_token,
      ...(tokens.refresh_token ? { refreshToken: tokens.refresh_token } : {}),
    },
  };
}

/** The SDK's errors may quote secrets, so they are not passed on. */
async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new SignInError(error instanceof TypeError ? 'unreachable' : 'refused');
  }
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value) return value;
  throw new SignInError(query.get('error') === 'access_denied' ? 'denied' : 'refused');
}
