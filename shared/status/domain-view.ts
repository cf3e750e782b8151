import * as v from 'valibot';
import { standings } from './rdap.ts';

export const DomainViewSchema = v.object({
  name: v.string(),
  /** Absent when the registry does not tell, or has not been asked yet. */
  endsUtcMs: v.optional(v.number()),
  /** Absent while the registry says that nothing is amiss, or has not been asked yet. */
  standing: v.optional(v.picklist(standings)),
});
export type DomainView = Readonly<v.InferOutput<typeof DomainViewSchema>>;
