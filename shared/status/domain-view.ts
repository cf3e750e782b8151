import * as v from 'valibot';
import { standings } from './rdap.ts';

export const DomainViewSchema = v.object({
  name: v.string(),
  /** Absent if the registry does not state it, or has not been queried yet. */
  endsUtcMs: v.optional(v.number()),
  /** Absent while the registry reports no trouble, or has not been queried yet. */
  standing: v.optional(v.picklist(standings)),
});
export type DomainView = Readonly<v.InferOutput<typeof DomainViewSchema>>;
