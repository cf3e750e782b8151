/** Finds the server that a member or a document names, and its sign-in methods. */
import type { ValidatedAuthMetadata } from 'matrix-js-sdk';
import * as v from 'valibot';
import { isPrivateLine } from '../../../../shared/coop/web.ts';
import { lenientArray } from '../../../../shared/lists/lenient-array.ts';
import type { Net } from '../../../platform/net/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { SignInError } from '../fault.ts';
import { withRetries } from './retry-request.ts';
import { AccountError, toAccountError } from './error.ts';
import { findHomeserver } from './homeserver.ts';
import { createClient, loadSdk } from './sdk.ts';

export type Ways = Readonly<{
  password: boolean;
  /** The server's own page, by OAuth 2.0. */
  oauth?: ValidatedAuthMetadata;
  /** Legacy single sign-on. */
  sso: boolean;
}>;

export type Found = Readonly<{ baseUrl: string; ways: Ways }>;

export type FindDeps = Readonly<{
  clock: Clock;
  net: Pick<Net, 'request'>;
  fetch: typeof globalThis.fetch;
}>;

/** Throws AccountError and SignInError, or the signal's reason. */
export async function findServer(
  deps: FindDeps,
  server: string,
  signal: AbortSignal,
): Promise<Found> {
  const baseUrl = /^https?:\/\//i.test(server)
    ? addressOf(server)
    : await findHomeserver(deps.net, server, signal);
  const ways = await askWays(deps, baseUrl);
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

const FlowsSchema = v.object({ flows: lenientArray(v.object({ type: v.string() })) });

/** Two requests; if one succeeds, the other may fail. Throws AccountError and SignInError. */
async function askWays({ clock, fetch }: FindDeps, baseUrl: string): Promise<Ways> {
  const sdk = await loadSdk();
  const client = createClient(sdk, { baseUrl }, fetch);
  const [asked, flows] = await Promise.allSettled([
    client.getAuthMetadata(),
    withRetries(clock, () => client.loginFlows()).then(flowsOf),
  ]);
  const known = flows.status === 'fulfilled' ? flows.value : { password: false, sso: false };
  const found = asked.status === 'fulfilled' ? asked.value : undefined;
  if (found && isPrivate(found)) return { ...known, oauth: found };
  if (known.password || known.sso) return known;
  if (found) throw new SignInError('insecure');
  throw whyNone(
    flows.status === 'rejected' ? toAccountError(flows.reason) : undefined,
    asked.status === 'rejected' ? toAccountError(asked.reason) : undefined,
  );
}

function flowsOf(answer: unknown): Readonly<{ password: boolean; sso: boolean }> {
  const { success, output } = v.safeParse(FlowsSchema, answer);
  if (!success) throw new AccountError('bad-answer');
  const offers = (type: string) => output.flows.items.some((one) => one.type === type);
  return { password: offers('m.login.password'), sso: offers('m.login.sso') };
}

/** A temporary error takes precedence, since a retry may help; a missing endpoint says little. */
function whyNone(login: AccountError | undefined, oauth: AccountError | undefined): Error {
  const temporary = [login, oauth].find(
    (one) => one?.fault === 'unreachable' || one?.fault === 'rate-limited',
  );
  if (temporary) return temporary;
  const isUnknown = login?.fault === 'refused' && [404, 405].includes(login.status ?? 0);
  return login && !isUnknown ? login : new SignInError('no-way-to-sign-in');
}

function isPrivate(metadata: ValidatedAuthMetadata): boolean {
  return [
    metadata.authorization_endpoint,
    metadata.token_endpoint,
    metadata.registration_endpoint,
    metadata.revocation_endpoint,
  ].every(isPrivateLine);
}
