/** Writes the co-op document of the stand-ins. Pure: the same function makes the example that ships with the app. */
import type * as v from 'valibot';
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { DampingSchema } from '../../../shared/coop/service.ts';
import { coopName } from './replies.ts';
import { backupsPlan } from './backups.ts';
import { emergency, maintenance, restoredPath } from './plans.ts';
import type { Place, Row } from './table.ts';
import { pageTable } from './pages.ts';
import { retired, table } from './table.ts';

type ServiceInput = DocumentInput['services'][number];

/** How often services are checked, and the damping; defaults are the document's. */
export type Pace = Readonly<{ intervalS?: number; damping?: v.InferInput<typeof DampingSchema> }>;

export type Places = Readonly<{
  /** The home page of the co-op's site. */
  site: string;
  witnesses: readonly string[];
  /** Status pages by id. */
  pages: ReadonlyMap<string, string>;
  services: ReadonlyMap<string, Place>;
  /** Rooms for the echo test: the first is that of the co-op's own server. */
  echoRooms?: readonly string[];
  /** The sources of backups. */
  backups?: Readonly<{ url: string; hasVault: boolean }>;
}>;

/** Tests and the demo run at any hour of any day and expect notifications. */
export const aroundTheClock: NonNullable<DocumentInput['quietHours']> = {
  outside: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' },
};

/** The text of a real witness's answer. */
export const witnessText = 'coop-tray-witness';

export function documentOf(
  places: Places,
  options: Pace & Readonly<{ name?: string; schema?: string }> = {},
): DocumentInput {
  const { name = coopName, schema, ...pace } = options;
  return {
    ...(schema ? { $schema: schema } : {}),
    version: 1,
    name,
    url: places.site,
    witnesses: places.witnesses.map((url) => ({ url, contains: witnessText })),
    feeds: pageTable.map(({ id, name, type }) => ({
      id,
      name,
      type,
      url: places.pages.get(id) ?? '',
      intervalS: 60,
    })),
    services: [...table.map((row) => serviceOf(row, places, pace)), retired],
    maintenance,
    emergency,
    ...(places.backups
      ? { backups: backupsPlan(places.backups.url, places.backups.hasVault) }
      : {}),
    ...(places.echoRooms ? { echo: places.echoRooms.map(echoOf) } : {}),
  };
}

function serviceOf(row: Row, places: Places, pace: Pace): ServiceInput {
  const { services } = places;
  const place = services.get(row.id);
  if (!place) throw new Error(`no place for ${row.id}`);
  const elsewhere = services.get(row.instead?.service ?? '');
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    ...(row.opens ? { url: place.url } : {}),
    probe: row.probe(place),
    ...(row.feed ? { feed: row.feed } : {}),
    ...pace,
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.standby ? { standby: { service: row.standby, freshness: freshnessAt(places) } } : {}),
    ...(row.instead
      ? { instead: { name: row.instead.name, ...(elsewhere ? { url: elsewhere.url } : {}) } }
      : {}),
  };
}

function echoOf(room: string, index: number): NonNullable<DocumentInput['echo']>[number] {
  if (index === 0) return { id: 'calls', name: 'Our own server', room, service: 'calls' };
  return { id: `calls-${index + 1}`, name: `Federation server ${index + 1}`, room };
}

function freshnessAt({ site }: Places) {
  return { url: site + restoredPath, path: '$.restoredAt', maxAgeS: 26 * 3600 };
}
