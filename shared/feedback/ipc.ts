/** What the window asks of feedback, and what it hears of it. */
import * as v from 'valibot';
import { AttachmentSchema } from './outbox.ts';
import { PreviewSchema, missingParts } from './preview-view.ts';
import { pictureLimitBytes } from './picture.ts';
import { ShortcutStateSchema } from './shortcut.ts';
import { DraftSchema, FeedbackStateSchema } from './state.ts';

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const One = v.object({ id: Id });
const Nothing = v.undefined();
/** As the outbox says it. */
const Taken = v.picklist(['taken', 'full', 'unwritable', 'not-a-draft']);

/** What the member may have a picture of. */
export const SourceSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(200)),
  name: v.string(),
  isScreen: v.boolean(),
  /** A small PNG. */
  thumbnail: v.instance(Uint8Array),
});
export type Source = Readonly<v.InferOutput<typeof SourceSchema>>;

/** Something that was said before, by the server's own id of it. */
const SimilarOne = v.object({ id: v.pipe(v.string(), v.maxLength(300)) });
export const SimilarSchema = v.object({
  ...SimilarOne.entries,
  title: v.string(),
  mine: v.boolean(),
});

export const feedbackCalls = {
  /** The state now; its event carries the later ones. Also looks for newer builds. */
  'feedback.get': { payload: Nothing, result: FeedbackStateSchema },
  'feedback.saveDraft': { payload: v.object({ id: Id, draft: DraftSchema }), result: Taken },
  /** Keeps a picture that a draft will name. */
  'feedback.attach': {
    payload: v.object({
      png: v.pipe(
        v.instance(Uint8Array),
        v.check((png) => png.length <= pictureLimitBytes),
      ),
    }),
    result: v.union([
      v.object({ attachment: AttachmentSchema }),
      v.object({ refused: v.picklist(['not-a-picture', 'too-large', 'unwritable']) }),
    ]),
  },
  /** A picture that an item names; undefined when it is no longer there. */
  'feedback.picture': { payload: One, result: v.optional(v.instance(Uint8Array)) },
  /** What would be sent, byte for byte; or what is still missing. */
  'feedback.preview': {
    payload: v.object({ id: Id, draft: DraftSchema }),
    result: v.union([
      v.object({ preview: PreviewSchema }),
      v.object({ missing: v.picklist(missingParts) }),
    ]),
  },
  /** Sends what was shown under that digest; `look-again` when something has changed since. */
  'feedback.send': {
    payload: v.object({ id: Id, digest: v.pipe(v.string(), v.maxLength(64)) }),
    result: v.picklist([...Taken.options, 'look-again']),
  },
  /** Opens GitHub's own form, filled in with what was shown under that digest. */
  'feedback.openForm': {
    payload: v.object({ id: Id, digest: v.pipe(v.string(), v.maxLength(64)) }),
    result: v.picklist(['opened', 'too-long', 'look-again']),
  },
  'feedback.retry': { payload: One, result: v.void() },
  'feedback.discard': { payload: One, result: v.void() },
  /** Makes a draft of one that could not be sent, for another destination; its id, where there is room. */
  'feedback.redirect': {
    payload: v.object({ id: Id, destinationId: v.pipe(v.string(), v.maxLength(64)) }),
    result: v.optional(Id),
  },
  /** What is there already about the same, at the draft's destination; nothing of its text leaves the machine. */
  'feedback.similar': {
    payload: v.object({ draft: DraftSchema }),
    result: v.array(SimilarSchema),
  },
  /** Agrees with one of those, instead of saying it again. */
  'feedback.plusOne': { payload: SimilarOne, result: v.picklist(['done', 'failed']) },
  /** Opens one of those in the browser. */
  'feedback.openSimilar': { payload: SimilarOne, result: v.void() },
  /** Opens what was sent, in the browser. */
  'feedback.openSent': { payload: One, result: v.void() },
  /** Windows and screens; empty where this desktop lets no program look. */
  'feedback.sources': { payload: Nothing, result: v.array(SourceSchema) },
  /**
   * A whole picture, as PNG: of one of those, or of the screen. `which` where there are several screens and none is
   * named; undefined when there is no picture to be had.
   */
  'feedback.capture': {
    payload: v.object({ sourceId: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    result: v.optional(v.union([v.instance(Uint8Array), v.literal('which')])),
  },
  /** The key that opens feedback from anywhere. */
  'feedback.shortcut': { payload: Nothing, result: ShortcutStateSchema },
  'feedback.setShortcut': { payload: v.object({ on: v.boolean() }), result: ShortcutStateSchema },
} as const;

export const feedbackEvents = {
  /** The state after any change. */
  feedback: FeedbackStateSchema,
} as const;
