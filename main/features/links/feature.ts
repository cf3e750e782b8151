/** The links: loaded once a document lists their sources, or when a member looks for something. */
import type { LinksPlan } from '../../../shared/coop/link-sources.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Links } from './index.ts';

export function linksFeature(host: Host): Feature<'links', LinksPlan | undefined, Links> {
  return {
    section: ({ links }) => links,
    load: async () => (await import('./create.ts')).startLinks(host),
    activatesOn: ({ section }) => section !== undefined,
    calls: ({ api }) => ({
      'links.get': async () => (await api()).state(),
      'links.readNow': async () => (await api()).readNow(),
      'links.open': async ({ keyword, argument }) =>
        host.openAddress((await api()).addressOf(keyword, argument)),
      'links.copy': async ({ keyword, which }) =>
        host.copyText((await api()).copyOf(keyword, which)),
      'links.picked': async ({ id, typed }) => (await api()).picked(id, typed),
      'links.forget': async () => (await api()).forget(),
    }),
  };
}
