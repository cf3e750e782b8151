/** Loads and saves the policy settings. */
import type { TextStore } from '../../platform/files.ts';
import * as v from 'valibot';
import { serviceIdPattern } from '../../../shared/coop/parts.ts';
import { AwaySchema } from '../../../shared/notification-policy/away.ts';
import { QuietHoursSchema } from '../../../shared/notification-policy/quiet-hours.ts';
import { ScopeSchema, everything } from '../../../shared/notification-policy/scope.ts';
import { AcknowledgementSchema, MuteSchema } from '../../../shared/triage/mutes.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import { untouched } from '../../../shared/notification-policy/state.ts';
import { parseJson } from '../../../shared/json.ts';
import { readableArray, readableRecord } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';

const ServiceId = v.pipe(v.string(), v.regex(serviceIdPattern));

const Entries = v.record(v.string(), v.unknown());
const FileSchema = v.object({
  version: v.number(),
  quietHours: v.optional(v.unknown()),
  pause: v.optional(v.unknown()),
  snoozes: Entries,
  acknowledgements: Entries,
  stars: v.optional(v.array(v.unknown()), []),
  scope: v.optional(v.unknown()),
  coop: v.optional(v.unknown()),
  away: v.optional(v.array(v.unknown()), []),
});
/** Invalid entries are dropped one by one; the changes that they would have held are then announced. */
const SettingsSchema = v.object({
  quietHours: v.fallback(v.optional(QuietHoursSchema), undefined),
  pause: v.fallback(v.optional(MuteSchema), undefined),
  snoozes: readableRecord(ServiceId, MuteSchema),
  acknowledgements: readableRecord(ServiceId, AcknowledgementSchema),
  stars: readableArray(ServiceId),
  scope: v.fallback(v.optional(ScopeSchema), undefined),
  coop: v.fallback(v.optional(v.string()), undefined),
  away: readableArray(AwaySchema),
});

export const policyForm: FileForm = {
  name: 'peace',
  // Far more than a member would snooze by hand.
  limitBytes: 256 * 1024,
  version: 1,
  whole: v.object({
    version: v.number(),
    quietHours: v.optional(QuietHoursSchema),
    pause: v.optional(MuteSchema),
    snoozes: v.record(ServiceId, MuteSchema),
    acknowledgements: v.record(ServiceId, AcknowledgementSchema),
    stars: v.optional(v.array(ServiceId)),
    scope: v.optional(ScopeSchema),
    coop: v.optional(v.string()),
    away: v.optional(v.array(AwaySchema)),
  }),
};

/** `damaged`: all or part of the file was unreadable and is treated as unset. */
type Loaded = Readonly<{ state: PolicyState; damaged: boolean }>;

export type Settings = Readonly<{
  load: () => Promise<Loaded>;
  /** Resolves to whether it was saved; a failed write is retried later. */
  save: (state: PolicyState) => Promise<boolean>;
}>;

export function createSettings(store: TextStore): Settings {
  return {
    load: async () => {
      const text = await store.load().catch(() => '');
      return text === undefined ? { state: untouched, damaged: false } : parseSettings(text);
    },
    // On a full disk, a snooze still takes effect.
    save: (state) =>
      store.save(formatSettings(state)).then(
        () => true,
        () => false,
      ),
  };
}

function parseSettings(text: string): Loaded {
  const file = v.safeParse(FileSchema, parseJson(text));
  if (!file.success) return { state: untouched, damaged: true };
  const settings = v.parse(SettingsSchema, file.output);
  const { quietHours, pause, snoozes, acknowledgements, stars, scope, coop, away } = settings;
  return {
    damaged: countOf(settings) < countOf(file.output),
    state: {
      ...(quietHours ? { quietHours } : {}),
      ...(pause ? { pause } : {}),
      snoozes: new Map(Object.entries(snoozes)),
      acknowledgements: new Map(Object.entries(acknowledgements)),
      stars: new Set(stars),
      scope: scope ?? everything,
      ...(coop === undefined ? {} : { coop }),
      away,
    },
  };
}

function countOf({
  quietHours,
  pause,
  snoozes,
  acknowledgements,
  stars,
  scope,
  away,
}: Omit<v.InferOutput<typeof FileSchema>, 'version'>): number {
  const single = [quietHours, pause, scope].filter((one) => one !== undefined);
  const ids = [...Object.keys(snoozes), ...Object.keys(acknowledgements)];
  return [...single, ...ids, ...stars, ...away].length;
}

function formatSettings(state: PolicyState): string {
  const settings = {
    version: 1,
    ...(state.quietHours ? { quietHours: state.quietHours } : {}),
    ...(state.pause ? { pause: state.pause } : {}),
    snoozes: Object.fromEntries(state.snoozes),
    acknowledgements: Object.fromEntries(state.acknowledgements),
    stars: [...state.stars],
    scope: state.scope,
    ...(state.coop === undefined ? {} : { coop: state.coop }),
    away: state.away,
  };
  return JSON.stringify(settings, undefined, 2);
}
