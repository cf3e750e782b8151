/** The server that a member or a document names, and which ways it offers to sign in. */
import type { ValidatedAuthMetadata } from 'matrix-js-sdk';
import * as v from 'valibot';
import { isPrivateLine } from '../../../shared/coop/web.ts';
import type { Net } from '../../platform/net/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { SignInError } from '../fault.ts';
import { patiently } from './ask.ts';
import { AccountError, toAccountError } from './error.ts';
import { findHomeserver } from './homeserver.ts';
import type { Sdk } from './sdk.ts';
import { createClient, loadSdk } from './sdk.ts';

export type Ways = Readonly<{
  password: boolean;
  /** The server's own page, where it speaks OAuth 2.0. */
  oauth?: ValidatedAuthMetadata;
  /** The older way by browser. */
  sso: boolean;
}>;

export type Found = Readonly<{ baseUrl: string; ways: Ways }>;

export type FindParts = Readonly<{
  clock: Clock;
  net: Pick<Net, 'request'>;
  fetch: typeof globalThis.fetch;
}>;

/** Throws AccountError and SignInError, or the signal's reason. */
export async function findServer(
  parts: FindParts,
  server: string,
  signal: AbortSignal,
): Promise<Found> {
  const baseUrl = /^https?:\/\//i.test(server)
    ? addressOf(server)
    : await findHomeserver(parts.net, server, signal);
  const ways = await askWays(parts, baseUrl);
  signal.throwIfAborted();
  if (!ways.password && !ways.oauth && !ways.sso) throw new SignInError('no-way-to-sign-in');
  return { baseUrl, ways };
}

function addressOf(server: string): string {
  if (!URL.canParse(server)) throw new AccountError('not-found');
  const url = new URL(server);
  const { origin, pathname, username, password } = url;
  if (username || password) throw new AccountError('not-found');
  if (!isPrivateLine(server)) throw new SignInError('insecure');
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

const FlowsSchema = v.object({ flows: v.array(v.object({ type: v.string() })) });

async function askWays({ clock, fetch }: FindParts, baseUrl: string): Promise<Ways> {
  const sdk = await loadSdk();
  const client = createClient(sdk, { baseUrl }, fetch);
  const [oauth, answer] = await Promise.all([
    client.getAuthMetadata().catch((error: unknown) => noOauth(sdk, error)),
    patiently(clock, () => client.loginFlows()),
  ]);
  const parsed = v.safeParse(FlowsSchema, answer);
  if (!parsed.success) throw new AccountError('bad-answer');
  const offers = (type: string) => parsed.output.flows.some((one) => one.type === type);
  if (oauth && !isPrivate(oauth)) throw new SignInError('insecure');
  return {
    password: offers('m.login.password'),
    sso: offers('m.login.sso'),
    ...(oauth ? { oauth } : {}),
  };
}

/** Most servers do not know the question, and one that answers half of it is signed in to in the older ways. */
function noOauth(sdk: Sdk, error: unknown): undefined {
  const unsupported: string = sdk.OAuth2Error.OpSupport;
  if (error instanceof Error && error.message === unsupported) return undefined;
  const known = toAccountError(error);
  if (known.fault === 'unreachable' || known.fault === 'rate-limited') throw known;
  return undefined;
}

function isPrivate(metadata: ValidatedAuthMetadata): boolean {
  return [
    metadata.authorization_endpoint,
    metadata.token_endpoint,
    metadata.registration_endpoint,
    metadata.revocation_endpoint,
  ].every(isPrivateLine);
}
