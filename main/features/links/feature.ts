/** The links: loaded once a document lists their sources, or when a member looks for something. */
import type { LinksPlan } from '../../../shared/coop/link-sources.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { LinksApi } from './create.ts';

export function linksFeature(host: Host): Feature<'links', LinksPlan | undefined, LinksApi> {
  return {
    section: ({ links }) => links,
    load: async () => (await import('./create.ts')).startLinks(host),
    activatesOn: ({ section }) => section !== undefined,
    calls: ({ api }) => {
      const links = async () => (await api()).links;
      const checks = async () => (await api()).checks;
      return {
        'links.get': async () => (await links()).state(),
        'links.readNow': async () => (await links()).readNow(),
        'links.open': async ({ keyword, argument }) =>
          host.openAddress((await links()).addressOf(keyword, argument)),
        'links.copy': async ({ keyword, which }) =>
          host.copyText((await links()).copyOf(keyword, which)),
        'links.picked': async ({ id, typed }) => (await links()).picked(id, typed),
        'links.forget': async () => (await links()).forget(),
        'links.checks': async () => (await checks()).state(),
        'links.check': async () => (await checks()).start(),
        'links.stopCheck': async () => (await checks()).stop(),
        'links.saveReport': async () => (await api()).saveReport(),
      };
    },
  };
}
