/** What the window requests from feedback, and the events it receives. */
import * as v from 'valibot';
import { AttachmentSchema } from './outbox.ts';
import { PreviewSchema, missingParts } from './preview-view.ts';
import { pictureLimitBytes } from './picture.ts';
import { DraftSchema, FeedbackStateSchema } from './state.ts';

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const One = v.object({ id: Id });
const Nothing = v.undefined();
/** The outbox's reply. */
const Taken = v.picklist(['taken', 'full', 'unwritable', 'not-a-draft']);

/** A window or screen that can be captured. */
export const SourceSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(200)),
  name: v.string(),
  isScreen: v.boolean(),
  /** A small PNG. */
  thumbnail: v.instance(Uint8Array),
});
export type Source = Readonly<v.InferOutput<typeof SourceSchema>>;

/** Earlier feedback, by the server's id. */
const SimilarOne = v.object({ id: v.pipe(v.string(), v.maxLength(300)) });
const SimilarSchema = v.object({
  ...SimilarOne.entries,
  title: v.string(),
  mine: v.boolean(),
});

export const feedbackCalls = {
  /** The current state; later ones arrive with the event. Also checks for newer builds. */
  'feedback.get': { payload: Nothing, result: FeedbackStateSchema },
  'feedback.saveDraft': { payload: v.object({ id: Id, draft: DraftSchema }), result: Taken },
  /** Stores a picture for a draft. */
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
  /** A picture of an item; undefined if it no longer exists. */
  'feedback.picture': { payload: One, result: v.optional(v.instance(Uint8Array)) },
  /** The exact bytes that would be sent, or what is still missing. */
  'feedback.preview': {
    payload: v.object({ id: Id, draft: DraftSchema }),
    result: v.union([
      v.object({ preview: PreviewSchema }),
      v.object({ missing: v.picklist(missingParts) }),
    ]),
  },
  /** Sends what was shown under that digest; `look-again` if something has changed since. */
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
  /**
   * Makes a draft for another destination out of an item that could not be sent. Its id; undefined if the outbox is
   * full.
   */
  'feedback.redirect': {
    payload: v.object({ id: Id, destinationId: v.pipe(v.string(), v.maxLength(64)) }),
    result: v.optional(Id),
  },
  /**
   * Existing feedback about the same subject at the draft's destination. Nothing the member typed leaves the machine.
   */
  'feedback.similar': {
    payload: v.object({ draft: DraftSchema }),
    result: v.array(SimilarSchema),
  },
  /** Adds a “+1” to one of the similar items. */
  'feedback.plusOne': { payload: SimilarOne, result: v.picklist(['done', 'failed']) },
  /** Opens a similar item in the browser. */
  'feedback.openSimilar': { payload: SimilarOne, result: v.void() },
  /** Opens a sent item in the browser. */
  'feedback.openSent': { payload: One, result: v.void() },
  /** Windows and screens; empty if the desktop allows no capture. */
  'feedback.sources': { payload: Nothing, result: v.array(SourceSchema) },
  /**
   * A full-size PNG of the source, or of the screen. `which` if there are several screens and no source is given;
   * undefined if the capture failed.
   */
  'feedback.capture': {
    payload: v.object({ sourceId: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    result: v.optional(v.union([v.instance(Uint8Array), v.literal('which')])),
  },
} as const;

export const feedbackEvents = {
  /** The state after each change. */
  feedback: FeedbackStateSchema,
} as const;
