/** Syncs the rooms that the co-op names, and no others. */
import type { MatrixClient } from 'matrix-js-sdk';
import { nameIn, toRoomEvent } from './rooms.ts';
import type { Sdk } from './sdk.ts';
import type { RoomEvent } from '../../../../shared/matrix/event.ts';

/** Live changes of these must be allowed by the timeline filter as well. */
const stateTypes = [
  'm.room.member',
  'm.room.encryption',
  'm.room.power_levels',
  'coop.tray.policy',
];
const timelineTypes = [
  ...stateTypes,
  'm.room.message',
  'm.room.redaction',
  'm.reaction',
  'coop.tray.status',
];
const none = { types: [] };

export async function follow(
  sdk: Sdk,
  client: MatrixClient,
  roomIds: readonly string[],
  hear: (event: RoomEvent) => void,
): Promise<void> {
  const filter = new sdk.Filter(client.getUserId());
  filter.setDefinition({
    presence: none,
    account_data: none,
    room: {
      rooms: [...roomIds],
      account_data: none,
      ephemeral: none,
      state: { types: stateTypes, lazy_load_members: true },
      timeline: { types: timelineTypes, limit: 20, lazy_load_members: true },
    },
  });
  // The filter of a running sync cannot be changed, so other rooms need a new one.
  client.stopClient();
  client.removeAllListeners(sdk.ClientEvent.Event);
  client.on(sdk.ClientEvent.Event, (event) => {
    const roomId = event.getRoomId();
    const known =
      roomId &&
      roomIds.includes(roomId) &&
      toRoomEvent(roomId, event.event, nameIn(client, roomId));
    if (known) hear(known);
  });
  await client.startClient({ filter, initialSyncLimit: 20, includeArchivedRooms: false });
}
