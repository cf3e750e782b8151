/** A place as a member has seen it before they act: by another name, in another room or with other readers it is another. Pure. */
import * as v from 'valibot';
import { DestinationViewSchema } from './state.ts';

const fields = ['id', 'via', 'name', 'place', 'readers'] as const;

export const ShownPlaceSchema = v.pick(DestinationViewSchema, fields);
export type ShownPlace = Readonly<v.InferOutput<typeof ShownPlaceSchema>>;

export function isAsShown(shown: ShownPlace, now: ShownPlace): boolean {
  return fields.every((field) => shown[field] === now[field]);
}
