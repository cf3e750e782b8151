/**
 * The accounts as the app builds them, without Electron: with a keyring that can fail, and a browser that follows
 * links.
 */
import { request as octokit } from '@octokit/request';
import { createFetch } from '../../../main/features/accounts/github/fetch.ts';
import { createAccounts } from '../../../main/features/accounts/index.ts';
import { listenForBrowser } from '../../../main/features/accounts/loopback.ts';
import type { Accounts } from '../../../main/features/accounts/types.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import type { Secrets, SecretsFault } from '../../../main/platform/secrets/types.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';

export const password = 'correct horse battery staple';

/** What outlives the app: the keyring and the file that stores who is signed in. */
export function createMachine() {
  const kept = createSessionSecrets();
  let fault: SecretsFault | undefined;
  let file: string | undefined;
  const orFault = async <T>(work: () => Promise<T>): Promise<T> => {
    if (fault) throw new SecretsError(fault);
    return work();
  };
  const keyring: Secrets = {
    get: (name) => orFault(() => kept.get(name)),
    set: (name, secret) => orFault(() => kept.set(name, secret)),
    delete: (name) => orFault(() => kept.delete(name)),
    status: async () => fault ?? 'available',
  };
  return {
    keyring,
    breakKeyring: (next: SecretsFault | undefined) => (fault = next),
    file: () => file,
    remembered: {
      load: async () => file,
      save: async (text: string) => void (file = text),
      remove: async () => void (file = undefined),
    },
  };
}
export type Machine = ReturnType<typeof createMachine>;

export function openAccounts(
  machine: Machine,
  options: Readonly<{ clock?: Clock; openPage?: (url: string) => Promise<void> }> = {},
): Accounts {
  const { clock = systemClock, openPage = browse } = options;
  const net = createNet({ budget: createBudget(8) });
  return createAccounts({
    clock,
    net,
    fetch: globalThis.fetch,
    request: octokit.defaults({ request: { fetch: createFetch(net) } }),
    keyring: machine.keyring,
    session: createSessionSecrets(),
    remembered: machine.remembered,
    copyText: async () => undefined,
    browser: {
      appName: 'Coop Tray',
      openPage,
      listen: (state, signal) =>
        listenForBrowser({ clock, state, endPage: { title: 'Back', text: 'Done <b>' } }, signal),
    },
  });
}

/** A browser whose user consents to everything immediately. */
async function browse(url: string): Promise<void> {
  void fetch(url).then((answer) => answer.text());
}
