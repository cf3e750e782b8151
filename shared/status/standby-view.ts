import * as v from 'valibot';

export const ages = ['fresh', 'stale', 'unknown'] as const;

export const StandbyViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  hasPage: v.boolean(),
  /** Whether it can be used now. */
  isUp: v.boolean(),
  age: v.picklist(ages),
  /** When its data was copied, ms UTC; absent if unknown. */
  ofUtcMs: v.optional(v.number()),
});
export type StandbyView = Readonly<v.InferOutput<typeof StandbyViewSchema>>;

export type Age = Pick<StandbyView, 'age' | 'ofUtcMs'>;
