/** The member's account in the demo: signed in to rooms in memory, without a password, a keyring or a server. */
import type { AccountsState } from '../../../shared/accounts/state.ts';
import type { Host } from '../../features/host.ts';
import type { Replacements } from '../../features/index.ts';
import type { Accounts } from '../../features/accounts/types.ts';
import { identityOf, signedInAs } from '../../features/accounts/identity.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { Say } from '../coop/language.ts';
import { host as server, people } from '../coop/places.ts';
import type { DemoRooms } from './rooms.ts';
import { createDemoRooms } from './rooms.ts';
import { playScript } from './script.ts';

/** `threads`: what the member has sent before, and what came back. */
export function demoAccounts(
  host: Host,
  { say, threads }: Readonly<{ say: Say; threads: readonly RoomEvent[] }>,
): ReturnType<Replacements['accounts']> {
  return {
    load: async () => {
      const rooms = createDemoRooms(host.clock);
      const stop = playScript({ clock: host.clock, say, rooms, threads });
      const accounts = createDemoAccounts(rooms);
      accounts.onChange(() => {
        host.send('accounts', accounts.state);
        host.changed();
      });
      return {
        api: accounts,
        setSection: accounts.setPlaces,
        dispose: () => {
          stop();
          accounts.dispose();
          rooms.dispose();
        },
      };
    },
    // Always: the news come without being asked for.
    leftovers: { exist: () => true, delayMs: 0 },
  };
}

type Listener = Readonly<{ roomIds: readonly string[]; onEvent: (event: RoomEvent) => void }>;

/** Nothing on GitHub: the demo's document names none. */
const github = { url: 'https://github.com', apiUrl: 'https://api.github.com' };
const refuse = async () => {
  throw new Error('The demo has no GitHub.');
};
const noGithub: Pick<Accounts, 'github' | 'repository'> = {
  github: () => ({ api: { read: refuse, write: refuse }, signedIn: false, ...github }),
  repository: () => ({ send: refuse, comment: refuse, outcome: refuse }),
};
const nothing = () => {};

function createDemoAccounts(rooms: DemoRooms): Accounts {
  const changes = createEmitter<void>();
  const matrixChanges = createEmitter<void>();
  const listeners = new Map<string, Listener>();
  let isSignedIn = true;

  const state = (): AccountsState => ({
    matrix: isSignedIn
      ? { session: 'signed-in', server, userId: people.member, keptIn: 'session' }
      : { session: 'signed-out', server },
    forSession: true,
  });
  const matrix = () => (isSignedIn ? rooms.account : undefined);
  const setSignedIn = (next: boolean) => {
    isSignedIn = next;
    changes.emit();
    matrixChanges.emit();
  };
  rooms.onSaid((event) => {
    if (!isSignedIn) return;
    for (const { roomIds, onEvent } of listeners.values()) {
      if (roomIds.includes(event.roomId)) onEvent(event);
    }
  });

  return {
    ...noGithub,
    state,
    onChange: changes.on,
    onMatrixChange: matrixChanges.on,
    matrix,
    signedIn: () => signedInAs({ state: state(), matrix: matrix() }),
    identity: (via) => identityOf({ state: state(), matrix: matrix(), github }, via),
    listening: {
      listen: (part, roomIds, onEvent) => void listeners.set(part, { roomIds, onEvent }),
      powerOf: rooms.account.powerOf,
    },
    setPlaces: nothing,
    restore: async () => {},
    commands: commandsOf(setSignedIn),
    wake: nothing,
    dispose: () => {
      changes.clear();
      matrixChanges.clear();
    },
  };
}

/** Signing in asks for no password: there is none. */
function commandsOf(setSignedIn: (next: boolean) => void): Accounts['commands'] {
  const signIn = async () => {
    setSignedIn(true);
    return undefined;
  };
  return {
    find: async () => ({ password: false, browser: true }),
    signInMatrix: signIn,
    signInBrowser: signIn,
    signOutMatrix: async () => setSignedIn(false),
    signInGithub: async () => undefined,
    openGithubPage: async () => {},
    copyGithubCode: async () => {},
    signOutGithub: async () => {},
    cancel: nothing,
    keepForSession: nothing,
  };
}
