/** The feedback state in the window: destinations, items and answers. */
import * as v from 'valibot';
import { AttachmentSchema, PhaseSchema } from './outbox.ts';
import { KeptSchema } from '../redact/removals.ts';
import { aboutSchema, feedbackKinds, severities, textLimit } from './item.ts';

export const DestinationViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  via: v.picklist(['matrix', 'github']),
  /** The room or repository; for a direct room, its members. */
  place: v.string(),
  /** Who can read it, as the document describes them. */
  readers: v.optional(v.string()),
  /** `form`: not signed in, but GitHub's own form can be opened filled in. */
  ready: v.picklist(['ready', 'sign-in', 'form']),
});
export type DestinationView = Readonly<v.InferOutput<typeof DestinationViewSchema>>;

/** What the member has typed so far: saved on each change, not sent. */
export const DraftSchema = v.object({
  about: v.optional(aboutSchema),
  /** Undefined until the member chooses one: it is sent as a comment. */
  kind: v.optional(v.picklist(feedbackKinds)),
  severity: v.optional(v.picklist(severities)),
  text: v.pipe(v.string(), v.maxLength(textLimit)),
  /** Redactions that the member put back. */
  kept: v.exactOptional(KeptSchema),
  /** The place and readers for which they were put back. */
  keptFor: v.exactOptional(v.pipe(v.string(), v.maxLength(8000))),
  destinationId: v.optional(v.string()),
  /** The picture, already cropped and blacked out. */
  picture: v.optional(AttachmentSchema),
  withDiagnostics: v.optional(v.boolean(), false),
  /** Attaches the last lines of the log. */
  withLog: v.optional(v.boolean()),
});
export type Draft = Readonly<v.InferOutput<typeof DraftSchema>>;

/** What another page prefills when it opens feedback. */
export type Begun = Pick<Draft, 'text' | 'destinationId' | 'about' | 'withLog'>;

/** What happened on the other side, from the staff's reactions or the state. */
export const outcomes = ['none', 'seen', 'working', 'fixed', 'closed'] as const;
export type Outcome = (typeof outcomes)[number];

const ReplySchema = v.object({
  id: v.string(),
  by: v.string(),
  mine: v.boolean(),
  text: v.string(),
  atUtcMs: v.number(),
  /** The member has not seen it. */
  unread: v.boolean(),
});
export type Reply = Readonly<v.InferOutput<typeof ReplySchema>>;

/** Answers to one item. Stored on disk, so that nothing is announced twice. */
const AnswersSchema = v.object({
  outcome: v.picklist(outcomes),
  /** Oldest first. */
  replies: v.array(ReplySchema),
  /** The member's own answers that are queued, or sent but not yet returned by the server. */
  sending: v.array(v.object({ id: v.string(), text: v.string(), phase: PhaseSchema })),
  /** Unseen replies, or 1 for an unseen change of the outcome. */
  unread: v.number(),
  /** When the other side was last fetched; undefined if never. */
  askedAtUtcMs: v.optional(v.number()),
  /** Number of answers that could not be parsed; absent if none. */
  unreadable: v.optional(v.number()),
});
export type Answers = Readonly<v.InferOutput<typeof AnswersSchema>>;

const ItemViewSchema = v.object({
  id: v.string(),
  /** The first line of what the member wrote; of an echo report, its first line. */
  title: v.string(),
  draft: v.optional(DraftSchema),
  /** Undefined for a draft without one. */
  destination: v.optional(v.pick(DestinationViewSchema, ['id', 'name', 'via', 'place'])),
  sinceUtcMs: v.number(),
  phase: PhaseSchema,
  /** Labels that GitHub dropped silently. */
  labelsDropped: v.optional(v.array(v.string())),
  answers: v.optional(AnswersSchema),
});
export type ItemView = Readonly<v.InferOutput<typeof ItemViewSchema>>;

const StagingViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** The newest build, if the site publishes it and has answered. */
  newest: v.optional(v.string()),
});

export const FeedbackStateSchema = v.object({
  destinations: v.array(DestinationViewSchema),
  staging: v.array(StagingViewSchema),
  /** The newest version of this app that the document names. */
  newestApp: v.optional(v.string()),
  /** Newest first. */
  items: v.array(ItemViewSchema),
  /** Number of items on disk that could not be parsed. */
  unreadable: v.number(),
  /** False while the disk cannot be written. */
  writable: v.boolean(),
});
export type FeedbackState = Readonly<v.InferOutput<typeof FeedbackStateSchema>>;
