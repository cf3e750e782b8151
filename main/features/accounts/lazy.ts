/** The member's accounts, read when there is one or the window asks: most members have none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedName } from './known-accounts.ts';
import type { Accounts, Places } from './types.ts';
import { lazily } from '../lazy.ts';

export type LazyAccounts = Readonly<{
  /** Takes up the accounts of the last time, if there are any. */
  begin: () => void;
  get: () => Promise<Accounts>;
  /** Whether it has yet to turn out who is signed in to Matrix. */
  isSigningIn: () => boolean;
  /** What the document names now. */
  setPlaces: (places: Places) => void;
  wake: () => void;
  dispose: () => void;
}>;

export function createLazyAccounts(
  profileDir: string,
  compose: () => Promise<Accounts>,
): LazyAccounts {
  let places: Places = {};
  let isTakenUp = false;
  const lazy = lazily({
    make: compose,
    begin: (accounts) => {
      accounts.setPlaces(places);
      // Not waited for: the keyring may ask its owner first. The state tells how it went.
      void accounts.restore();
    },
    end: (accounts) => accounts.dispose(),
  });
  return {
    begin: () => {
      // A look at the disk that costs nothing: most members have no account.
      if (!existsSync(join(profileDir, rememberedName))) return;
      isTakenUp = true;
      void lazy.get().catch(() => (isTakenUp = false));
    },
    isSigningIn: () => {
      const made = lazy.now();
      return made ? made.state().matrix.session === 'signing-in' : isTakenUp;
    },
    get: lazy.get,
    setPlaces: (next) => {
      places = next;
      lazy.now()?.setPlaces(next);
    },
    wake: () => lazy.now()?.wake(),
    dispose: lazy.dispose,
  };
}
