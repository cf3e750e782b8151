/** Wires the member's accounts to the network, the keyring and the browser. */
import { request } from '@octokit/request';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { createSessionSecrets } from '../../platform/secrets/session.ts';
import { createFetch } from './github/fetch.ts';
import { createAccounts } from './index.ts';
import { rememberedForm } from './known-accounts.ts';
import { listenForBrowser } from './loopback.ts';
import type { BrowserDeps } from './matrix/browser.ts';
import { limitedFetch } from './matrix/fetch.ts';
import type { Accounts, Places } from './types.ts';

export async function startAccounts(
  host: Host,
  places: Places | undefined,
): Promise<Running<Places, Accounts>> {
  const { clock, net } = host;
  const fetch = await host.accountFetch();
  // The SDK's OAuth 2.0 code only uses the global fetch, and nothing else in this process uses that.
  globalThis.fetch = limitedFetch(fetch);
  const accounts = createAccounts({
    clock,
    net,
    fetch,
    request: request.defaults({ request: { fetch: createFetch(net) } }),
    keyring: createSecrets({ clock }),
    session: createSessionSecrets(),
    remembered: host.files.file(rememberedForm),
    copyText: host.copyText,
    browser: browserOf(host),
  });
  accounts.onChange(() => {
    host.send('accounts', accounts.state);
    host.changed();
  });
  if (places) accounts.setPlaces(places);
  // Not awaited: the keyring may prompt first, and the outcome is in the state.
  void accounts.restore();
  return {
    api: accounts,
    setSection: accounts.setPlaces,
    resume: accounts.wake,
    dispose: accounts.dispose,
  };
}

function browserOf({ t, clock, openExternal }: Host): BrowserDeps {
  return {
    appName: t('app.name'),
    openPage: async (url) => {
      // The URL comes from a server: opens web pages only, not URLs that start other programs.
      if (/^https?:/i.test(url)) await openExternal(url);
    },
    listen: (state, signal) => {
      const endPage = { title: t('accounts.browser.title'), text: t('accounts.browser.text') };
      return listenForBrowser({ clock, state, endPage }, signal);
    },
  };
}
