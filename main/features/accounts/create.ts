/** The member's accounts, joined to the machine and the desktop. Read when there is one, or when one is being made. */
import { request } from '@octokit/request';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { createFetch } from './github/fetch.ts';
import { createAccounts } from './index.ts';
import { listenForBrowser } from './loopback.ts';
import { limitedFetch } from './matrix/fetch.ts';
import { rememberedForm } from './known-accounts.ts';
import type { Accounts } from './types.ts';
import { createAccountFetch } from '../../desktop/account-fetch.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { createSessionSecrets } from '../../platform/secrets/session.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';

export type AccountsWorld = Readonly<{
  clock: Clock;
  net: Net;
  files: Pick<ProfileFiles, 'file'>;
  t: Translate;
  copyText: (text: string) => Promise<void>;
  /** Rejects where no program would open it. */
  openExternal: (url: string) => Promise<void>;
}>;

export function composeAccounts(world: AccountsWorld, screen: WindowChannel): Accounts {
  const { clock, net, files, t, copyText, openExternal } = world;
  const fetch = createAccountFetch();
  // The SDK's part for OAuth 2.0 knows only the global one, and nothing else in this process uses that.
  globalThis.fetch = limitedFetch(fetch);
  const accounts = createAccounts({
    clock,
    net,
    fetch,
    request: request.defaults({ request: { fetch: createFetch(net) } }),
    keyring: createSecrets({ clock }),
    session: createSessionSecrets(),
    remembered: files.file(rememberedForm),
    copyText,
    browser: {
      appName: t('app.name'),
      openPage: async (url) => {
        // From a server's answer: a page, and nothing that another program would run.
        if (/^https?:/i.test(url)) await openExternal(url);
      },
      listen: (state, signal) => {
        const endPage = { title: t('accounts.browser.title'), text: t('accounts.browser.text') };
        return listenForBrowser({ clock, state, endPage }, signal);
      },
    },
  });
  accounts.onChange(() => {
    // Without a window nobody is told; the next one asks for the whole.
    if (screen.contents()) screen.send('accounts', accounts.state());
  });
  return accounts;
}
