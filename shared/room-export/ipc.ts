/** IPC calls and the event about rooms whose messages expire. */
import * as v from 'valibot';
import { RoomName } from '../coop/names.ts';
import { RoomsStateSchema, roomFaults } from './state.ts';

const Nothing = v.undefined();
const Room = v.object({ room: RoomName });

export const roomExportCalls = {
  /** The current state. Also requests which rooms the member is in; the answer arrives with the event. */
  'roomExport.get': { payload: Nothing, result: RoomsStateSchema },
  /** Resumes the export of a room, or asks for a folder and starts one. A fault means that it did not start. */
  'roomExport.export': {
    payload: Room,
    result: v.picklist(['started', 'cancelled', 'busy', ...roomFaults]),
  },
  /** Stops the current export; what has been saved remains. */
  'roomExport.cancel': { payload: Nothing, result: v.void() },
  /** Shows the folder of a room's export. */
  'roomExport.show': { payload: Room, result: v.void() },
} as const;

export const roomExportEvents = {
  /** The state after each change; progress at most twice a second. */
  roomExport: RoomsStateSchema,
} as const;
