/** What the window sees of the co-op document. */
import * as v from 'valibot';
import { CardViewSchema } from './card.ts';
import { DirectoryErrorSchema } from './directory-error.ts';
import { ProblemSchema } from './problem.ts';

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: an address, a URL or a file. */
  source: v.string(),
  /** When this copy of the document was read from its source, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be read and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  emergency: v.optional(CardViewSchema),
  /** Set when the document says where the backups tell how they are. */
  hasBackups: v.optional(v.literal(true)),
  /** Set when the document names rooms whose messages do not stay: they are told of beside the backups. */
  hasFadingRooms: v.optional(v.literal(true)),
  /** Set when the document names servers whose echo can be tested. */
  hasEcho: v.optional(v.literal(true)),
  /** Set when the document says where feedback goes. */
  hasFeedback: v.optional(v.literal(true)),
  /** Set when the document names a room that the co-op announces in. */
  hasNews: v.optional(v.literal(true)),
  /** Set when the document names a room in which members tell each other what they have seen. */
  hasSharing: v.optional(v.literal(true)),
  /** The servers whose echo can be tested and that are a service: that service's page offers the test. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
});
export type CoopView = Readonly<v.InferOutput<typeof CoopViewSchema>>;
