/** What the window knows of feedback: where it can go, what was written, and what came back. */
import * as v from 'valibot';
import { AttachmentSchema, PhaseSchema } from './outbox.ts';
import { KeptSchema } from '../redact/removals.ts';
import { aboutSchema, feedbackKinds, severities, textLimit } from './item.ts';

export const DestinationViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  via: v.picklist(['matrix', 'github']),
  /** The room or the repository, as its own users write it. */
  place: v.string(),
  /** Who can read it, in the co-op's words. */
  readers: v.optional(v.string()),
  /** `form`: not signed in, but GitHub's own form can be opened, filled in. */
  ready: v.picklist(['ready', 'sign-in', 'form']),
});
export type DestinationView = Readonly<v.InferOutput<typeof DestinationViewSchema>>;

/** What the member typed so far: kept with every change, sent by nobody. */
export const DraftSchema = v.object({
  about: v.optional(aboutSchema),
  kind: v.picklist(feedbackKinds),
  severity: v.optional(v.picklist(severities)),
  text: v.pipe(v.string(), v.maxLength(textLimit)),
  /** What the preview takes out and the member has put back. */
  kept: v.exactOptional(KeptSchema),
  /** The place, and who reads there, for which it was put back. */
  keptFor: v.exactOptional(v.pipe(v.string(), v.maxLength(8000))),
  destinationId: v.optional(v.string()),
  /** The picture, already cropped and blacked out. */
  picture: v.optional(AttachmentSchema),
  withDiagnostics: v.optional(v.boolean(), false),
});
export type Draft = Readonly<v.InferOutput<typeof DraftSchema>>;

/** What another page has written already when it leads to feedback. */
export type Begun = Pick<Draft, 'text' | 'destinationId'>;

/** What became of it on the other side, by the staff's reactions or the state. */
export const outcomes = ['none', 'seen', 'working', 'fixed', 'closed'] as const;
export type Outcome = (typeof outcomes)[number];

export const ReplySchema = v.object({
  id: v.string(),
  by: v.string(),
  mine: v.boolean(),
  text: v.string(),
  atUtcMs: v.number(),
  /** The member has not looked at it. */
  unread: v.boolean(),
});
export type Reply = Readonly<v.InferOutput<typeof ReplySchema>>;

/** Said in answer to one item. Kept on disk: what was told once is not told again. */
export const AnswersSchema = v.object({
  outcome: v.picklist(outcomes),
  /** The oldest first. */
  replies: v.array(ReplySchema),
  /** The member's own that are on their way, or arrived and not heard of again yet. */
  sending: v.array(v.object({ id: v.string(), text: v.string(), phase: PhaseSchema })),
  /** Replies and changes of the outcome that the member has not looked at. */
  unread: v.number(),
  /** When the other side was last asked; undefined while it never was, and nothing is known. */
  askedAtUtcMs: v.optional(v.number()),
  /** Answers that are there and could not be read; absent where there are none. */
  unreadable: v.optional(v.number()),
});
export type Answers = Readonly<v.InferOutput<typeof AnswersSchema>>;

export const ItemViewSchema = v.object({
  id: v.string(),
  /** “Broken: Pads (build 41)”; the first line for what is no feedback, such as an echo report. */
  title: v.string(),
  draft: v.optional(DraftSchema),
  /** Of the destination; undefined for a draft that has none yet. */
  destination: v.optional(v.pick(DestinationViewSchema, ['id', 'name', 'via', 'place'])),
  sinceUtcMs: v.number(),
  phase: PhaseSchema,
  /** Labels that GitHub has left out of the issue without a word. */
  labelsDropped: v.optional(v.array(v.string())),
  answers: v.optional(AnswersSchema),
});
export type ItemView = Readonly<v.InferOutput<typeof ItemViewSchema>>;

export const StagingViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** The newest build, where it can be asked for and has answered. */
  newest: v.optional(v.string()),
});

export const FeedbackStateSchema = v.object({
  destinations: v.array(DestinationViewSchema),
  staging: v.array(StagingViewSchema),
  /** The newest version of this app that the co-op offers, where its document says so. */
  newestApp: v.optional(v.string()),
  /** The newest first. */
  items: v.array(ItemViewSchema),
  /** Items on disk that cannot be read. */
  unreadable: v.number(),
  /** False while the disk takes nothing. */
  writable: v.boolean(),
});
export type FeedbackState = Readonly<v.InferOutput<typeof FeedbackStateSchema>>;
