/**
 * To what a secret or a member's words belong: what they were shown when they acted. What the co-op document or a server
 * says later can keep them from being sent; it never moves them. Pure.
 */
import * as v from 'valibot';

export const BindingSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
  v.pipe(v.string(), v.maxLength(2048)),
);
/** By field, such as `{ url: 'https://github.com', clientId: 'app' }`. A field that nobody knew then is not in it. */
export type Binding = Readonly<v.InferOutput<typeof BindingSchema>>;

/** Names of the bound fields that are others now, or gone, in the order of the alphabet; none is as it was. */
export function differences(bound: Binding, now: Binding): readonly string[] {
  return Object.keys(bound)
    .filter((field) => !Object.hasOwn(now, field) || now[field] !== bound[field])
    .toSorted();
}

/** The same of the fields that are known now; what is not known yet is looked at later. */
export function knownDifferences(bound: Binding, now: Binding): readonly string[] {
  return differences(bound, now).filter((field) => Object.hasOwn(now, field));
}
