/** The demo's links, by keyword, and the pages that they lead to. Pure. */
import type { Say } from './language.ts';
import { urlOf } from './places.ts';

export function linksOf(say: Say): Readonly<Record<string, string>> {
  return {
    [say('calls', 'appels')]: `${urlOf('calls')}/rooms/all`,
    [say('agenda', 'ordre-du-jour')]: `${urlOf('pads')}/agenda`,
    [say('wg-care', 'gt-soin')]: `${urlOf('pads')}/wg-care`,
    [say('wg-finance', 'gt-finances')]: `${urlOf('files')}/finance`,
    [say('wg-servers', 'gt-serveurs')]: `${urlOf('pads')}/wg-servers`,
    [say('notes-template', 'notes-modele')]: `${urlOf('pads')}/template`,
    [say('notes-archive', 'notes-archives')]: `${urlOf('files')}/notes`,
    [say('handbook', 'guide')]: `${urlOf('website')}/handbook`,
    [say('issue', 'ticket')]: `${urlOf('forum')}/t/%s`,
    [say('photos', 'photos')]: `${urlOf('files')}/photos`,
  };
}

/** One of them is gone, so that a check of the links finds something. */
export function linkedPages(say: Say): Readonly<Record<string, () => unknown>> {
  const gone = `${urlOf('files')}/notes`;
  const addresses = Object.values(linksOf(say));
  return Object.fromEntries(
    addresses.map((address) => [address, () => (address === gone ? undefined : '')]),
  );
}
