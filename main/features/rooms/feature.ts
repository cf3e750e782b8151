/** Who is in the co-op's rooms: loaded when a page wants to know. */
import type { Room } from '../../../shared/coop/rooms.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Presences } from './index.ts';

export function roomsFeature(host: Host): Feature<'rooms', readonly Room[], Presences> {
  return {
    section: ({ rooms }) => rooms ?? [],
    load: async () => (await import('./create.ts')).startRooms(host),
    calls: ({ api }) => ({
      'rooms.presence': async () => [...(await (await api()).read())],
    }),
  };
}
