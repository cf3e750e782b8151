/**
 * What a secret or a member's text is bound to: the values shown when the member acted. A later change in the co-op
 * document or on a server can stop it from being sent, but never redirects it. Pure.
 */
import * as v from 'valibot';

export const BindingSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
  v.pipe(v.string(), v.maxLength(2048)),
);
/** By field, such as `{ url: 'https://github.com', clientId: 'app' }`. Fields unknown at the time are absent. */
export type Binding = Readonly<v.InferOutput<typeof BindingSchema>>;

/** Bound fields that have changed or are gone, sorted by name; empty if nothing changed. */
export function differences(bound: Binding, now: Binding): readonly string[] {
  return Object.keys(bound)
    .filter((field) => !Object.hasOwn(now, field) || now[field] !== bound[field])
    .toSorted();
}

/** The same for the fields known now; the others are compared later. */
export function knownDifferences(bound: Binding, now: Binding): readonly string[] {
  return differences(bound, now).filter((field) => Object.hasOwn(now, field));
}
