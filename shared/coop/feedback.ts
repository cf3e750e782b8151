/** The `feedback` section: where feedback goes, and which staging sites it can be about. */
import * as v from 'valibot';
import { MatrixUserId, RepositoryName, RoomName } from './names.ts';
import { says } from './remedy.ts';
import { Id, Text } from './parts.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { WebAddress } from './web.ts';
import { shortList } from '../lists/short-list.ts';

/** Who can read submissions, as free text. */
const readers = v.optional(TextsOf(200));

const DestinationSchema = v.variant('via', [
  v.object({
    id: Id,
    via: v.literal('matrix'),
    name: TextsOf(80),
    readers,
    /** One room for everyone, or a room per member with these people in it. */
    room: v.union([
      RoomName,
      v.object({ with: v.pipe(shortList(MatrixUserId, 20), v.minLength(1)) }),
    ]),
  }),
  v.object({
    id: Id,
    via: v.literal('github'),
    name: TextsOf(80),
    readers,
    repository: RepositoryName,
    /** Whether the repository is public. */
    public: v.optional(v.boolean(), false),
    /** File name in `.github/ISSUE_TEMPLATE`. */
    template: v.optional(
      v.pipe(v.string(), v.regex(/^[\w .-]{1,100}\.(md|ya?ml)$/, says('template-file'))),
    ),
    labels: v.optional(shortList(Text(50), 10), []),
  }),
]);
export type DestinationPlan = Chosen<v.InferOutput<typeof DestinationSchema>>;

const StagingSchema = v.object({
  id: Id,
  name: TextsOf(80),
  url: v.optional(WebAddress),
  /** Returns the newest build: plain text, or JSON with `build`, `version` or `commit`. */
  buildUrl: v.optional(WebAddress),
});
export type Staging = Chosen<v.InferOutput<typeof StagingSchema>>;

export const FeedbackPlanSchema = v.object({
  destinations: v.pipe(shortList(DestinationSchema, 10), v.minLength(1)),
  staging: v.optional(shortList(StagingSchema, 50), []),
  /** The newest version of this app that the co-op offers. */
  appVersion: v.optional(Text(40)),
});
export type FeedbackPlan = Chosen<v.InferOutput<typeof FeedbackPlanSchema>>;
