/** The proxies of a command: as in the app, but without the system's where there is no Chromium to ask. */
import { join } from 'node:path';
import { systemClock as clock } from '../platform/clock.ts';
import { fileStore } from '../platform/files.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import { createProxies } from '../platform/net/proxies.ts';
import { loadProxySetting, proxyForm } from '../platform/proxy-setting.ts';
import { openKeyring } from '../platform/secrets/open.ts';

type Deps = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  /** The app's, which is only read; without it, the member's setting does not count. */
  profileDir?: string;
  askSystem?: (url: string) => Promise<string>;
}>;

export function terminalProxies({ env, profileDir, askSystem }: Deps): Proxies {
  const { name, limitBytes } = proxyForm;
  return createProxies({
    clock,
    variables: env,
    ...(askSystem ? { askSystem } : {}),
    ...(profileDir === undefined
      ? {}
      : {
          loadSetting: () =>
            loadProxySetting(fileStore(join(profileDir, `${name}.json`), limitBytes)),
        }),
    openKeyring: () => openKeyring(clock),
  });
}
