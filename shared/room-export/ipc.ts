/** The calls and the event about rooms whose messages do not stay. */
import * as v from 'valibot';
import { RoomName } from '../coop/names.ts';
import { RoomsStateSchema, roomFaults } from './state.ts';

const Nothing = v.undefined();
const Room = v.object({ room: RoomName });

export const roomExportCalls = {
  /** What is known now; which rooms the member is in is asked, and comes with the event. */
  'roomExport.get': { payload: Nothing, result: RoomsStateSchema },
  /** Goes on with a copy of a room, or asks for a folder and begins one. A fault: it was not begun. */
  'roomExport.export': {
    payload: Room,
    result: v.picklist(['started', 'cancelled', 'busy', ...roomFaults]),
  },
  /** Stops the copy that is being made; what is there of it stays. */
  'roomExport.cancel': { payload: Nothing, result: v.void() },
  /** Shows where the copy of a room is. */
  'roomExport.show': { payload: Room, result: v.void() },
} as const;

export const roomExportEvents = {
  /** The state after any change, progress twice a second at most. */
  roomExport: RoomsStateSchema,
} as const;
