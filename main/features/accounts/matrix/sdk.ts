/** matrix-js-sdk, read when there is an account, and quiet: its words may hold tokens, rooms and people. */
import type * as MatrixSdk from 'matrix-js-sdk';
import type { MatrixClient } from 'matrix-js-sdk';
import { limitedFetch } from './fetch.ts';
import { askBoundIssuer } from './issuer.ts';
import type { Kept } from './stored-credentials.ts';

export type Sdk = typeof MatrixSdk;

const nothing = () => undefined;

/** `expiry` is looked after by the SDK itself. */
export type Tokens = Readonly<{ accessToken: string; refreshToken?: string }>;

export type Device = Pick<Kept, 'baseUrl'> & Partial<Kept>;

/** Of one request, but for uploads and the long poll. */
const requestMs = 30_000;

export async function loadSdk(): Promise<Sdk> {
  const [sdk, { logger }] = await Promise.all([
    import('matrix-js-sdk'),
    import('matrix-js-sdk/lib/logger.js'),
  ]);
  // Some parts know only the global logger.
  Object.assign(logger, quiet);
  // Nothing here reads them, and one whose duration is no number would have the SDK look for expired ones each millisecond.
  Object.assign(sdk.Room.prototype, { _unstable_addStickyEvents: nothing });
  return sdk;
}

export type DeviceNews = Readonly<{
  /** Fresh tokens, which take the place of those before. */
  onTokens?: (tokens: Tokens) => void;
  /** The homeserver names another place to renew them at: they are not sent there. */
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
