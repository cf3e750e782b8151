/** The member's settings for the echo test, in a small file: a name, a place, and rooms. */
import * as v from 'valibot';
import { WebAddress } from '../../../shared/coop/web.ts';
import { InstanceId } from '../../../shared/echo/state.ts';
import type { TextStore } from '../../platform/files.ts';
import { shortList } from '../../../shared/lists/short-list.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

/** Rooms that a member may add. */
export const ownRoomsLimit = 40;

const OwnRoomSchema = v.object({
  id: InstanceId,
  /** As typed. Anyone with the address may enter the room, so it stays in this file and the run. */
  address: WebAddress,
  /** The final address, after redirects, when it was added. */
  finalAddress: WebAddress,
});
export type OwnRoom = Readonly<v.InferOutput<typeof OwnRoomSchema>>;

const SettingsSchema = v.object({
  version: v.number(),
  /** Absent until the member types one. */
  guestName: v.optional(v.pipe(v.string(), v.maxLength(40))),
  place: v.pipe(v.string(), v.maxLength(80)),
  rooms: shortList(OwnRoomSchema, ownRoomsLimit),
});
export type EchoSettings = Readonly<Omit<v.InferOutput<typeof SettingsSchema>, 'version'>>;

export const echoSettingsForm: FileForm = {
  name: 'echo',
  limitBytes: 256 * 1024,
  version: 1,
  whole: SettingsSchema,
};

export type SettingsKeeper = Readonly<{
  restore: () => Promise<void>;
  current: () => EchoSettings;
  set: (next: EchoSettings) => void;
}>;

export function createSettingsKeeper(store: TextStore): SettingsKeeper {
  let now: EchoSettings = { place: '', rooms: [] };
  return {
    restore: async () => {
      // A damaged file counts as missing: its content is quickly typed again.
      const { version: _known, ...stored } = (await loadJson(store, SettingsSchema)) ?? {};
      now = { ...now, ...stored };
    },
    current: () => now,
    set: (next) => {
      now = next;
      const text = JSON.stringify({ version: 1, ...next }, undefined, 2);
      void store.save(text).catch(() => undefined);
    },
  };
}
