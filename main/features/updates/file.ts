/** What is remembered of updates: the member's choices, and what was believed last, so that nobody can go back on it. */
import * as v from 'valibot';
import { ManifestSchema, channels } from '../../../shared/updates/manifest.ts';
import { Version } from '../../../shared/updates/version.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { FileForm } from '../../platform/profile-file.ts';

export const SavedSchema = v.object({
  version: v.literal(1),
  isOn: v.boolean(),
  channel: v.picklist(channels),
  /** When the app first ran with updates. */
  sinceUtcMs: UtcMs,
  /** The last check that succeeded. */
  goodAtUtcMs: v.optional(UtcMs),
  /** The keys that `known` was verified with. */
  keys: v.string(),
  /** At most one a channel. */
  known: v.pipe(
    v.array(v.object({ manifest: ManifestSchema, digest: v.string() })),
    v.maxLength(channels.length),
  ),
  /** The version that the member was told of. */
  told: v.optional(Version),
});
export type Saved = Readonly<v.InferOutput<typeof SavedSchema>>;

export const updatesForm: FileForm = {
  name: 'updates',
  limitBytes: 512 * 1024,
  version: 1,
  whole: SavedSchema,
};
