/** A Matrix account: its session, with the credentials in the keyring, and its calls. */
import type { Clock } from '../../../platform/clock.ts';
import { follow } from './follow.ts';
import { createHistory } from './history.ts';
import type { LogInDeps } from './log-in.ts';
import { credentialsFor } from './log-in.ts';
import { createPlaces } from './places.ts';
import { createPowers } from './powers.ts';
import { createRooms } from './rooms.ts';
import { createClient, loadSdk } from './sdk.ts';
import type { Session, SessionDeps } from './session.ts';
import { createSession } from './session.ts';
import { accountOf, readKept, writeKept } from './stored-credentials.ts';
import type { Who } from '../../contracts/matrix-rooms.ts';
import type { MatrixAccount, SignIn } from './types.ts';

export type MatrixAccountDeps = LogInDeps & SessionDeps & Readonly<{ clock: Clock }>;

export function createMatrixAccount(deps: MatrixAccountDeps): MatrixAccount {
  const { clock, secrets } = deps;
  const session = createSession(deps);
  const client = () => session.live().client;
  /** Counts sign-ins and sign-outs. */
  let generation = 0;

  return {
    ...createRooms(clock, client),
    ...createPowers(clock, client),
    ...createPlaces(clock, client),
    ...createHistory(clock, client),
    session: session.state,
    onSession: session.onState,
    server: () => session.signed()?.kept().baseUrl,
    deviceId: () => session.signed()?.kept().deviceId,
    restore: async (userId) => {
      const before = generation;
      const kept = await readKept(secrets, userId);
      if (!kept) return;
      const sdk = await loadSdk();
      // A keyring may be slow: a sign-in or sign-out since then takes precedence over its answer.
      if (generation === before) session.take(sdk, kept);
    },
    signIn: (how) => {
      generation += 1;
      return signIn(deps, session, how);
    },
    signOut: async () => {
      generation += 1;
      const last = session.clear();
      session.become('signed-out');
      if (!last) return { revoked: true };
      const leaving = createClient(last.sdk, last.kept(), deps.fetch);
      const revoked = await leaving.logout().then(
        () => true,
        () => false,
      );
      await secrets.delete(accountOf(last.kept().userId));
      return { revoked };
    },
    follow: async (roomIds, hear) => {
      const live = session.live();
      return follow(live.sdk, live.client, roomIds, hear);
    },
    wake: () => {
      if (session.state() === 'signed-in') session.signed()?.client.retryImmediately();
    },
    dispose: session.dispose,
  };
}

async function signIn(deps: MatrixAccountDeps, session: Session, how: SignIn): Promise<Who> {
  const before = session.state();
  // Signing in again after a soft logout keeps the device, and so its transaction ids.
  const last = before === 'soft-logged-out' ? session.signed()?.kept() : undefined;
  const deviceId = last?.baseUrl === how.baseUrl ? last.deviceId : undefined;
  session.become('signing-in');
  try {
    const sdk = await loadSdk();
    const kept = await credentialsFor(sdk, deps, how, deviceId);
    try {
      await writeKept(deps.secrets, kept);
    } catch (error) {
      const unstored = createClient(sdk, kept, deps.fetch);
      await unstored.logout().catch(() => undefined);
      throw error;
    }
    session.take(sdk, kept);
    return { userId: kept.userId, deviceId: kept.deviceId };
  } catch (error) {
    session.become(before);
    throw error;
  }
}
