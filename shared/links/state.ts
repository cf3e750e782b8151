/** The links as the window has them: without their addresses, which stay in main. */
import * as v from 'valibot';
import { readProblems } from '../net/read-problem.ts';
import { PickSchema } from './picks.ts';
import { LinkFaultSchema, unreadables } from './shortlink.ts';

const linkProblems = [...unreadables, ...readProblems] as const;
const LinkProblemSchema = v.object({
  code: v.picklist(linkProblems),
  status: v.optional(v.number()),
});
/** Why a source could not be read. */
export type LinkProblem = Readonly<v.InferOutput<typeof LinkProblemSchema>>;

export const LinkViewSchema = v.object({
  keyword: v.string(),
  /** Where it leads, with what is secret of it masked. */
  shown: v.string(),
  hasSecret: v.optional(v.literal(true)),
  takesArgument: v.optional(v.literal(true)),
  aliasOf: v.optional(v.string()),
  /** Whether it has a short address to copy. */
  hasShort: v.optional(v.literal(true)),
});
export type LinkView = Readonly<v.InferOutput<typeof LinkViewSchema>>;

const LinkSourceViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Of the copy that is shown; undefined if there is none. */
  readAtUtcMs: v.optional(v.number()),
  /** Why the last attempt failed, and the first of those that did. */
  problem: v.optional(v.object({ ...LinkProblemSchema.entries, sinceUtcMs: v.number() })),
  faults: v.array(LinkFaultSchema),
  /** Lines that were not read, because there are too many. */
  left: v.number(),
});
export type LinkSourceView = Readonly<v.InferOutput<typeof LinkSourceViewSchema>>;

export const LinksStateSchema = v.object({
  sources: v.array(LinkSourceViewSchema),
  /** Of all sources; of two with the same keyword, the first. */
  links: v.array(LinkViewSchema),
  isReading: v.boolean(),
  picks: v.array(PickSchema),
});
export type LinksState = Readonly<v.InferOutput<typeof LinksStateSchema>>;
