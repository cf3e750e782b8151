/** What is remembered of updates: the member's choices, and what was believed last, so that nobody can go back on it. */
import * as v from 'valibot';
import { readableArray } from '../../../shared/lists/readable.ts';
import { ManifestSchema, channels } from '../../../shared/updates/manifest.ts';
import { Version } from '../../../shared/updates/version.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { FileForm } from '../../platform/profile-file.ts';

const KnownSchema = v.object({ manifest: ManifestSchema, digest: v.string() });

const SavedSchema = v.object({
  version: v.literal(1),
  isOn: v.boolean(),
  channel: v.picklist(channels),
  /** When the app first ran with updates. */
  sinceUtcMs: UtcMs,
  /** The last check that succeeded. */
  goodAtUtcMs: v.optional(UtcMs),
  /** The channel that it looked at. */
  goodIn: v.optional(v.picklist(channels)),
  /** The keys that `known` was verified with. */
  keys: v.string(),
  /** At most one a channel. */
  known: v.pipe(v.array(KnownSchema), v.maxLength(channels.length)),
  /** The version that the member was told of. */
  told: v.optional(Version),
});
export type Saved = Readonly<v.InferOutput<typeof SavedSchema>>;

/** Of a file that something else has changed: what can be read. */
const { entries: others } = SavedSchema;
export const KeptSchema = v.object({
  isOn: v.fallback(v.optional(others.isOn), undefined),
  channel: v.fallback(v.optional(others.channel), undefined),
  sinceUtcMs: v.fallback(v.optional(others.sinceUtcMs), undefined),
  goodAtUtcMs: v.fallback(others.goodAtUtcMs, undefined),
  goodIn: v.fallback(others.goodIn, undefined),
  keys: v.fallback(v.optional(others.keys), undefined),
  known: v.fallback(v.optional(readableArray(KnownSchema)), undefined),
  told: v.fallback(others.told, undefined),
});

export const updatesForm: FileForm = {
  name: 'updates',
  limitBytes: 512 * 1024,
  version: 1,
  whole: SavedSchema,
};
