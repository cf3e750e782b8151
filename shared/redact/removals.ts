/** The removals of a text, as shown to the member. Pure. */
import * as v from 'valibot';
import { keptAs, redactionKinds } from './kinds.ts';
import type { Redaction } from './redact.ts';

/** What the member put back, as keptAs() keys; applies wherever the text occurs. */
export const KeptSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(20_020))),
  v.maxLength(200),
);

export const RemovalSchema = v.object({
  kind: v.picklist(redactionKinds),
  text: v.string(),
  kept: v.boolean(),
});
export type Removal = Readonly<v.InferOutput<typeof RemovalSchema>>;

/** Each once, in the order of the text. */
export function removalsOf(redactions: readonly Redaction[]): readonly Removal[] {
  const each = new Map(
    redactions.map(({ kind, text, kept }) => [keptAs({ kind, text }), { kind, text, kept }]),
  );
  return [...each.values()];
}
