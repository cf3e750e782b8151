/** Wires the presence in the rooms to the network. */
import type { Room } from '../../../shared/coop/rooms.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Presences } from './index.ts';
import { createPresences } from './index.ts';
import { createReadPresence } from './request.ts';

export async function startRooms(host: Host): Promise<Running<readonly Room[], Presences>> {
  const presences = createPresences({
    clock: host.clock,
    read: createReadPresence(host.pages),
  });
  return { api: presences, setSection: presences.setRooms, dispose: presences.dispose };
}
