/** The member's accounts, read when there is one or the window asks: most members have none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedName } from './accounts/remembered.ts';
import type { Accounts, Places } from './accounts/types.ts';

export type LazyAccounts = Readonly<{
  /** Takes up the accounts of the last time, if there are any. */
  begin: () => void;
  get: () => Promise<Accounts>;
  /** What the document names now. */
  setPlaces: (places: Places) => void;
  wake: () => void;
  dispose: () => void;
}>;

export function createLazyAccounts(
  profileDir: string,
  compose: () => Promise<Accounts>,
): LazyAccounts {
  let loading: Promise<Accounts> | undefined;
  let loaded: Accounts | undefined;
  let places: Places = {};
  let disposed = false;

  const load = async () => {
    const accounts = await compose();
    if (disposed) accounts.dispose();
    accounts.setPlaces(places);
    loaded = accounts;
    // Not waited for: the keyring may ask its owner first. The state tells how it went.
    void accounts.restore();
    return accounts;
  };
  const get = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    begin: () => {
      // A look at the disk that costs nothing: most members have no account.
      if (existsSync(join(profileDir, rememberedName))) void get().catch(() => undefined);
    },
    get,
    setPlaces: (next) => {
      places = next;
      loaded?.setPlaces(next);
    },
    wake: () => loaded?.wake(),
    dispose: () => {
      disposed = true;
      loaded?.dispose();
    },
  };
}
