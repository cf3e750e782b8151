/** The backups: loaded once a document names their sources. */
import type { BackupsState } from '../../../shared/backups/view.ts';
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Backups } from './index.ts';
import type { BackupsSection } from './types.ts';

export function backupsFeature(host: Host): Feature<'backups', BackupsSection, Backups> {
  return {
    section: ({ backups, matrix }) => ({ plan: backups, rooms: matrix?.rooms ?? [] }),
    load: async () => (await import('./create.ts')).startBackups(host),
    activatesOn: ({ section }) => section.plan !== undefined,
    calls: (use) => backupsCalls(use, host.copyClean),
  };
}

const nothing: BackupsState = { targets: [], sources: [], rooms: [], reading: false };

function backupsCalls(
  { api, loaded, section }: Use<BackupsSection, Backups>,
  copyClean: Host['copyClean'],
): FeatureCalls<'backups'> {
  // The page also lists rooms: without backups in the document, it does not load their code.
  const backups = async () => (section()?.plan ? api() : loaded());
  return {
    'backups.get': async () => (await backups())?.state() ?? nothing,
    'backups.readNow': async ({ sourceId }) => (await backups())?.readNow(sourceId),
    'backups.setSecret': async ({ sourceId, secret, shown }) => {
      const running = await backups();
      return running ? running.setSecret(sourceId, secret, shown) : 'not-found';
    },
    'backups.copyRequest': async ({ text, kept }) => void (await copyClean(text, kept)),
  };
}
