/** What the member has set about proxies; kept in the profile. */
import * as v from 'valibot';
import type { ProxySetting } from '../../shared/net/proxy-choice.ts';
import { ProxySettingSchema } from '../../shared/net/proxy-choice.ts';
import type { TextStore } from './files.ts';
import { loadJson } from './load-json.ts';
import type { FileForm } from './profile-file.ts';

const Stored = v.object({ version: v.number(), setting: ProxySettingSchema });

export const proxyForm: FileForm = {
  name: 'proxy',
  limitBytes: 4096,
  version: 1,
  whole: Stored,
};

/** Undefined if the member has set nothing. Never rejects. */
export async function loadProxySetting(
  store: Pick<TextStore, 'load'>,
): Promise<ProxySetting | undefined> {
  return (await loadJson(store, Stored))?.setting;
}

/** Rejects as the store does. */
export function saveProxySetting(store: TextStore, setting: ProxySetting): Promise<void> {
  return store.save(JSON.stringify({ version: 1, setting }));
}
