/** Calendars whose address a member pastes: private ones of the document, and others of their own. */
import type { AddressFault } from '../../../shared/calendar/ipc.ts';
import type { Memories } from './memories.ts';
import type { PastedAddresses } from './secrets.ts';
import { typedAddress } from './secrets.ts';
import type { CalendarSettings } from './settings.ts';
import type { Source } from './sources.ts';
import { ownId } from './sources.ts';

export type PastedDeps = Readonly<{
  addresses: Pick<PastedAddresses, 'keep' | 'remove'>;
  settings: CalendarSettings;
  memories: Pick<Memories, 'forget'>;
  sources: () => readonly Source[];
  newId: () => string;
  onChange: () => void;
}>;

export type PastedCalendars = Readonly<{
  /** Without an id, adds a calendar. Resolves to what is wrong. */
  setAddress: (id: string | undefined, typed: string) => Promise<AddressFault | undefined>;
  removeAddress: (id: string) => Promise<AddressFault | undefined>;
}>;

const ownLimit = 10;

export function createPastedCalendars(deps: PastedDeps): PastedCalendars {
  const { addresses, settings, memories, sources } = deps;
  const find = (id: string | undefined) => sources().find((one) => one.id === id && one.isPrivate);
  const others = (id: string) => settings.current().pasted.filter((one) => one.id !== id);

  return {
    setAddress: async (given, typed) => {
      const found = typedAddress(typed);
      const source = find(given);
      if (!found || (given !== undefined && !source)) return 'address-invalid';
      if (!source && sources().filter(({ isOwn }) => isOwn).length >= ownLimit) return 'too-many';
      const id = source?.id ?? ownId(deps.newId());
      const fault = await addresses.keep(id, found.address);
      if (fault) return fault;
      // What was read at the address before is another calendar.
      if (source) memories.forget(source);
      settings.change({ pasted: [...others(id), { id, host: found.host }] });
      deps.onChange();
      return undefined;
    },
    removeAddress: async (id) => {
      const source = find(id);
      if (!source) return undefined;
      const fault = await addresses.remove(id);
      if (fault) return fault;
      memories.forget(source);
      const reminds = settings.current().reminds.filter((one) => one.id !== id);
      settings.change({ pasted: others(id), reminds });
      deps.onChange();
      return undefined;
    },
  };
}
