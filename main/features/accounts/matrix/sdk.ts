/** matrix-js-sdk: loaded when there is an account, and without logging, which may contain tokens, rooms and people. */
import type * as MatrixSdk from 'matrix-js-sdk';
import type { MatrixClient } from 'matrix-js-sdk';
import { limitedFetch } from './fetch.ts';
import { askBoundIssuer } from './issuer.ts';
import type { Kept } from './stored-credentials.ts';

export type Sdk = typeof MatrixSdk;

const nothing = () => undefined;

/** The SDK itself handles `expiry`. */
export type Tokens = Readonly<{ accessToken: string; refreshToken?: string }>;

export type Device = Pick<Kept, 'baseUrl'> & Partial<Kept>;

/** The limit of one request, except for uploads and the long poll. */
const requestMs = 30_000;

export async function loadSdk(): Promise<Sdk> {
  const [sdk, { logger }] = await Promise.all([
    import('matrix-js-sdk'),
    import('matrix-js-sdk/lib/logger.js'),
  ]);
  // Parts of the SDK use the global logger.
  Object.assign(logger, quiet);
  // Not used here, and one with an invalid duration would make the SDK check for expired ones every millisecond.
  Object.assign(sdk.Room.prototype, { _unstable_addStickyEvents: nothing });
  return sdk;
}

export type DeviceNews = Readonly<{
  /** Fresh tokens, which replace the old ones. */
  onTokens?: (tokens: Tokens) => void;
  /** The homeserver names another issuer for renewals: the tokens are not sent there. */
  onMoved?: () => void;
}>;

export function createClient(
  sdk: Sdk,
  device: Device,
  fetch: typeof globalThis.fetch,
  { onTokens = nothing, onMoved = nothing }: DeviceNews = {},
): MatrixClient {
  const client = sdk.createClient({
    baseUrl: device.baseUrl,
    ...(device.userId ? { userId: device.userId } : {}),
    ...(device.deviceId ? { deviceId: device.deviceId } : {}),
    ...(device.accessToken ? { accessToken: device.accessToken } : {}),
    ...(device.oauth ? { oauthClientId: device.oauth.clientId, onTokenRefresh: onTokens } : {}),
    ...(device.oauth?.refreshToken ? { refreshToken: device.oauth.refreshToken } : {}),
    fetchFn: limitedFetch(fetch),
    localTimeoutMs: requestMs,
    disableVoip: true,
    logger: quiet,
  });
  const { opts } = client.http;
  const ask = () => client.getAuthMetadata();
  if (device.oauth) opts.authMetadataCallback = askBoundIssuer(device.oauth.bound, ask, onMoved);
  return client;
}

export const quiet = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  log: nothing,
  getChild: () => quiet,
};
