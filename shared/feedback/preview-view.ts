/** The preview as shown in the window. */
import * as v from 'valibot';
import { redactionKinds } from '../redact/kinds.ts';
import { RemovalSchema } from '../redact/removals.ts';
import { DestinationViewSchema } from './state.ts';

const FileViewSchema = v.object({
  name: v.string(),
  mediaType: v.string(),
  sizeBytes: v.number(),
  /** Id of a stored picture. */
  id: v.optional(v.string()),
  /** The whole text of a text file. */
  text: v.optional(v.string()),
});

export const PreviewSchema = v.object({
  /** Hash of everything below that is sent; the send request must name it. */
  digest: v.string(),
  destination: DestinationViewSchema,
  parts: v.array(
    v.object({
      kind: v.picklist(['message', 'image', 'file']),
      /** The exact bytes. */
      content: v.string(),
      /** The same as it will appear there. */
      shown: v.string(),
      /** Placeholders in `shown`. */
      marks: v.array(v.object({ start: v.number(), end: v.number() })),
      file: v.optional(FileViewSchema),
    }),
  ),
  /** Counts over text and file together. */
  redactions: v.array(v.object({ kind: v.picklist(redactionKinds), count: v.number() })),
  /** Each removal, and whether the member put it back. */
  removals: v.array(RemovalSchema),
  /** Whether the draft's picture is left out: GitHub's API takes no files. */
  leavesOutPicture: v.boolean(),
});
export type Preview = Readonly<v.InferOutput<typeof PreviewSchema>>;

/** What a draft still needs before it can be previewed. */
export const missingParts = ['about', 'text', 'destination'] as const;
export type Missing = (typeof missingParts)[number];
