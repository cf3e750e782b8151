/** What a run tests on a server: its room, or a room of our own created with the server's shared secret. */
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import { EchoError } from './failed.ts';
import type { Instance } from './instances.ts';
import type { Target } from './rooms.ts';

/** Shared secrets in the desktop's keyring. Every call rejects if there is none. */
export type EchoSecrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
}>;

/** Stored under the server's address: a changed document cannot have the secret sent elsewhere. */
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

/** An empty secret deletes the stored one. */
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
