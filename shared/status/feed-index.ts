/**
 * Finds what a status page says about one component without scanning all of it: a document may have thousands of
 * services, and a page thousands of components and hundreds of incidents that each name hundreds. Pure.
 */
import type {
  FeedComponent,
  FeedIncident,
  FeedMaintenance,
  FeedReading,
} from '../feeds/reading.ts';
import { grouped } from '../lists/grouped.ts';

export type Concern = Readonly<{
  /** By key, else by name; several may share a name. */
  components: readonly FeedComponent[];
  /** The first that names one of them, else the first that names none. */
  incident?: FeedIncident | undefined;
  /** Those that name one of them, and those that name none; in page order. */
  maintenance: readonly FeedMaintenance[];
  maintenanceOfAll: readonly FeedMaintenance[];
}>;

type Index = Readonly<{
  byKey: ReadonlyMap<string, readonly FeedComponent[]>;
  byName: ReadonlyMap<string, readonly FeedComponent[]>;
  incidents: Affecting<FeedIncident>;
  maintenance: Affecting<FeedMaintenance>;
  known: Map<string, Concern>;
}>;

const indexes = new WeakMap<FeedReading, Index>();

/** `wanted`: a component's key or name, as the document writes it. */
export function concernOf(reading: FeedReading, wanted: string): Concern {
  const index = indexes.get(reading) ?? indexOf(reading);
  indexes.set(reading, index);
  const known = index.known.get(wanted) ?? lookUp(index, wanted);
  index.known.set(wanted, known);
  return known;
}

function indexOf({ components, incidents, maintenance }: FeedReading): Index {
  return {
    byKey: grouped(components, ({ key }) => key),
    byName: grouped(components, ({ name }) => name.toLowerCase()),
    incidents: affecting(incidents),
    maintenance: affecting(maintenance),
    known: new Map(),
  };
}

function lookUp({ byKey, byName, incidents, maintenance }: Index, wanted: string): Concern {
  const components = byKey.get(wanted) ?? byName.get(wanted.toLowerCase()) ?? [];
  const keys = components.map(({ key }) => key);
  return {
    components,
    incident: incidents.of(keys)[0] ?? incidents.ofAll[0],
    maintenance: maintenance.of(keys),
    maintenanceOfAll: maintenance.ofAll,
  };
}

type Affecting<T> = Readonly<{
  /** In page order, each once. */
  of: (keys: readonly string[]) => readonly T[];
  ofAll: readonly T[];
}>;

function affecting<T extends Readonly<{ affects: readonly string[] }>>(
  entries: readonly T[],
): Affecting<T> {
  const places = new Map<string, number[]>();
  for (const [place, { affects }] of entries.entries()) {
    for (const key of affects) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  }
  return {
    of: (keys) => {
      const found = new Set(keys.flatMap((key) => places.get(key) ?? []));
      return entries.filter((_one, place) => found.has(place));
    },
    ofAll: entries.filter(({ affects }) => affects.length === 0),
  };
}
