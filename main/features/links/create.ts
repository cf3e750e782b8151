/** Wires the links to the network, the profile and the window. */
import type { LinksPlan } from '../../../shared/coop/link-sources.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { linksForm, picksForm } from './files.ts';
import type { Links } from './index.ts';
import { createLinks } from './index.ts';
import { createReadLinks } from './request.ts';

export async function startLinks(host: Host): Promise<Running<LinksPlan | undefined, Links>> {
  const links = createLinks({
    clock: host.clock,
    random: Math.random,
    read: createReadLinks(host.pages),
    connectivity: host.connectivity,
    lists: host.files.file(linksForm),
    picks: host.files.file(picksForm),
  });
  await links.restore();
  links.onChange(() => host.send('links', links.state));
  return {
    api: links,
    setSection: links.setPlan,
    suspend: links.suspend,
    resume: links.resume,
    dispose: links.dispose,
  };
}
