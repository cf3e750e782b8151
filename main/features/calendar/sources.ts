/** Which calendars there are: those of the document, and the member's own. */
import { calendarAddress } from '../../../shared/coop/calendar-address.ts';
import type { CalendarPlan } from '../../../shared/coop/calendars.ts';
import { defined } from '../../../shared/defined.ts';
import type { Pasted } from './settings.ts';

export type Source = Readonly<{
  id: string;
  name: string;
  /** Of a public calendar; that of any other is in the keyring. */
  address?: string;
  /** Where the pasted address leads; absent until there is one. */
  host?: string;
  isPrivate?: true;
  isOwn?: true;
  proposedMinutes: number;
}>;

/** Before a document proposes anything else. */
const proposedMinutes = 10;
/** Ids of the document never begin so by chance. */
const ownPrefix = 'own-';

export function ownId(random: string): string {
  return ownPrefix + random;
}

/** Those of the document first; of two with the same id, the first. */
export function sourcesOf(
  plan: readonly CalendarPlan[],
  pasted: readonly Pasted[],
): readonly Source[] {
  const hosts = new Map(pasted.map(({ id, host }) => [id, host]));
  const sources = new Map<string, Source>();
  for (const { id, name, url, remindMinutes } of plan) {
    const address = url === undefined ? undefined : calendarAddress(url);
    const isPrivate = address === undefined;
    const place = isPrivate ? { isPrivate, host: hosts.get(id) } : { address };
    if (!sources.has(id))
      sources.set(id, { id, name, proposedMinutes: remindMinutes, ...defined(place) });
  }
  for (const { id, host } of pasted)
    if (id.startsWith(ownPrefix) && !sources.has(id))
      sources.set(id, { id, name: host, host, isPrivate: true, isOwn: true, proposedMinutes });
  return [...sources.values()];
}

/** Whether there is an address to read it at. */
export function isReadable({ address, host }: Source): boolean {
  return address !== undefined || host !== undefined;
}

/** Another address under the same id is another calendar. */
export function keyOfSource({ id, address }: Source): string {
  return address ?? `private ${id}`;
}
