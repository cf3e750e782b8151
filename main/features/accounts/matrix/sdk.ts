/** matrix-js-sdk: loaded once there is an account, without its logs, which may contain tokens, rooms and people. */
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

/** Of one request, except for uploads and the long poll. */
const requestTimeoutMs = 30_000;

export async function loadSdk(): Promise<Sdk> {
  const [sdk, { logger }] = await Promise.all([
    import('matrix-js-sdk'),
    import('matrix-js-sdk/lib/logger.js'),
  ]);
  // Parts of the SDK use the global logger.
  Object.assign(logger, quiet);
  // Sticky events are unused, and one with an invalid duration makes the SDK check for expiry every millisecond.
  Object.assign(sdk.Room.prototype, { _unstable_addStickyEvents: nothing });
  return sdk;
}

export type DeviceNews = Readonly<{
  /** Called with renewed tokens, which replace the old ones. */
  onTokens?: (tokens: Tokens) => void;
  /** Called if the homeserver names another issuer for renewals; the tokens are not sent there. */
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
    localTimeoutMs: requestTimeoutMs,
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
