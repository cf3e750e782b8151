/** What a member has chosen for their calendars, and which meetings they were told of. No address is in the file. */
import * as v from 'valibot';
import { myAddressLimit } from '../../../shared/calendar/ipc.ts';
import { ToldSchema } from '../../../shared/calendar/reminders.ts';
import { RemindSchema } from '../../../shared/calendar/state.ts';
import { Id } from '../../../shared/coop/parts.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { FileForm } from '../../platform/profile-file.ts';

/** A calendar whose address is in the keyring, and the host of that address. */
const PastedSchema = v.object({ id: Id, host: v.string() });
export type Pasted = Readonly<v.InferOutput<typeof PastedSchema>>;

const ChoiceSchema = v.object({ id: Id, ...RemindSchema.entries });
const MyAddress = v.pipe(v.string(), v.maxLength(254));

const lists = {
  pasted: PastedSchema,
  reminds: ChoiceSchema,
  told: ToldSchema,
  myAddresses: MyAddress,
};

const SettingsSchema = v.object({
  pasted: readableArray(lists.pasted),
  /** By calendar; reminders of the others are off. */
  reminds: readableArray(lists.reminds),
  told: readableArray(lists.told),
  myAddresses: v.pipe(
    readableArray(lists.myAddresses),
    v.transform((all) => all.slice(0, myAddressLimit)),
  ),
});
type Settings = Readonly<{
  pasted: readonly Pasted[];
  reminds: readonly Readonly<v.InferOutput<typeof ChoiceSchema>>[];
  told: readonly Readonly<v.InferOutput<typeof ToldSchema>>[];
  myAddresses: readonly string[];
}>;

export const calendarsForm: FileForm = {
  name: 'calendars',
  limitBytes: 256 * 1024,
  version: 1,
  whole: v.object({
    version: v.literal(1),
    pasted: v.array(lists.pasted),
    reminds: v.array(lists.reminds),
    told: v.array(lists.told),
    myAddresses: v.array(lists.myAddresses),
  }),
};

export type CalendarSettings = Readonly<{
  load: () => Promise<void>;
  current: () => Settings;
  change: (change: Partial<Settings>) => void;
}>;

export function createSettings(store: TextStore): CalendarSettings {
  let current: Settings = { pasted: [], reminds: [], told: [], myAddresses: [] };
  return {
    load: async () => {
      current = (await loadJson(store, SettingsSchema)) ?? current;
    },
    current: () => current,
    change: (change) => {
      current = { ...current, ...change };
      // A full disk must not prevent a reminder.
      void store.save(JSON.stringify({ version: 1, ...current })).catch(() => undefined);
    },
  };
}
