/** From a server to what a run goes to: its room, or a room of our own that the server's shared secret makes. */
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import { EchoError } from './failed.ts';
import type { Instance } from './instances.ts';
import type { Target } from './rooms.ts';

/** Shared secrets in the desktop's keyring. All of it rejects where there is no keyring. */
export type EchoSecrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
}>;

/** Kept by the server's own address: a document that is changed later cannot have it sent elsewhere. */
function accountOf(api: string): string {
  return `bigbluebutton ${new URL(api).origin}`;
}

/** Rejects with EchoError. */
export async function targetOf(
  instance: Instance | undefined,
  withSecret: boolean,
  secrets: EchoSecrets,
): Promise<Target> {
  if (!instance) throw new EchoError(failure('not-found', 'find'));
  if (!withSecret && instance.room !== undefined) return { kind: 'room', address: instance.room };
  if (instance.api === undefined) throw new EchoError(failure('secret-missing', 'find'));
  const secret = await secrets.get(accountOf(instance.api)).catch(() => {
    throw new EchoError(failure('keyring-unavailable', 'find'));
  });
  if (!secret) throw new EchoError(failure('secret-missing', 'find'));
  return { kind: 'api', address: instance.api, secret };
}

/** An empty secret is forgotten. */
export async function keepSecret(
  instance: Instance | undefined,
  secret: string,
  secrets: EchoSecrets,
): Promise<Failure | undefined> {
  if (instance?.api === undefined) return failure('not-found', 'find');
  const account = accountOf(instance.api);
  try {
    await (secret ? secrets.set(account, secret) : secrets.delete(account));
    return undefined;
  } catch {
    return failure('keyring-unavailable', 'find');
  }
}
