/** Keeps what a member asked for in the way of peace in one small file. */
import type { TextStore } from '../platform/files.ts';
import * as v from 'valibot';
import { serviceIdPattern } from '../../shared/coop/parts.ts';
import { QuietHoursSchema } from '../../shared/peace/hours.ts';
import { AcknowledgementSchema, MuteSchema } from '../../shared/peace/mutes.ts';
import type { PeaceState } from '../../shared/peace/state.ts';
import { untouched } from '../../shared/peace/state.ts';

/** Far more than a member would snooze by hand; in bytes. */
export const settingsLimitBytes = 256 * 1024;

const ServiceId = v.pipe(v.string(), v.regex(serviceIdPattern));

const SettingsSchema = v.object({
  version: v.literal(1),
  quietHours: v.optional(QuietHoursSchema),
  pause: v.optional(MuteSchema),
  snoozes: v.record(ServiceId, MuteSchema),
  acknowledgements: v.record(ServiceId, AcknowledgementSchema),
});

export type Settings = Readonly<{
  /** `damaged`: there was a file, but it could not be read, and the settings are the usual ones. */
  load: () => Promise<Readonly<{ state: PeaceState; damaged: boolean }>>;
  save: (state: PeaceState) => void;
}>;

export function createSettings(store: TextStore): Settings {
  let saving = Promise.resolve();
  return {
    load: async () => {
      const text = await store.load().catch(() => '');
      if (text === undefined) return { state: untouched, damaged: false };
      const state = parseSettings(text);
      return { state: state ?? untouched, damaged: !state };
    },
    save: (state) => {
      // One after the other, so that the newest stays. A full disk must not cost the snooze itself.
      const text = formatSettings(state);
      saving = saving.then(() => store.save(text)).catch(() => undefined);
    },
  };
}

function parseSettings(text: string): PeaceState | undefined {
  try {
    const { quietHours, pause, ...rest } = v.parse(SettingsSchema, JSON.parse(text));
    return {
      ...(quietHours ? { quietHours } : {}),
      ...(pause ? { pause } : {}),
      snoozes: new Map(Object.entries(rest.snoozes)),
      acknowledgements: new Map(Object.entries(rest.acknowledgements)),
    };
  } catch {
    return undefined;
  }
}

function formatSettings(state: PeaceState): string {
  const settings: v.InferInput<typeof SettingsSchema> = {
    version: 1,
    ...(state.quietHours ? { quietHours: state.quietHours } : {}),
    ...(state.pause ? { pause: state.pause } : {}),
    snoozes: Object.fromEntries(state.snoozes),
    acknowledgements: Object.fromEntries(state.acknowledgements),
  };
  return JSON.stringify(settings, undefined, 2);
}
