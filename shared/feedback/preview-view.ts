/** The preview as the window draws it. */
import * as v from 'valibot';
import { redactionKinds } from '../redact/kinds.ts';
import { RemovalSchema } from '../redact/removals.ts';
import { DestinationViewSchema } from './state.ts';

const FileViewSchema = v.object({
  name: v.string(),
  mediaType: v.string(),
  sizeBytes: v.number(),
  /** Of a picture that is kept already. */
  id: v.optional(v.string()),
  /** The whole of a text file. */
  text: v.optional(v.string()),
});

export const PreviewSchema = v.object({
  /** Of everything below that is sent; sending names it. */
  digest: v.string(),
  destination: DestinationViewSchema,
  parts: v.array(
    v.object({
      kind: v.picklist(['message', 'image', 'file']),
      /** Byte for byte. */
      content: v.string(),
      /** The same as a person reads it there. */
      shown: v.string(),
      /** Where something was taken out, in `shown`. */
      marks: v.array(v.object({ start: v.number(), end: v.number() })),
      file: v.optional(FileViewSchema),
    }),
  ),
  /** What was taken out, of text and file together. */
  redactions: v.array(v.object({ kind: v.picklist(redactionKinds), count: v.number() })),
  /** Each of it, and what the member has put back. */
  removals: v.array(RemovalSchema),
  /** GitHub takes no files from other programs. */
  leavesOutPicture: v.boolean(),
});
export type Preview = Readonly<v.InferOutput<typeof PreviewSchema>>;

/** What a draft still needs before anything can be shown. */
export const missingParts = ['about', 'text', 'destination'] as const;
export type Missing = (typeof missingParts)[number];
