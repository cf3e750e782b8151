/** A destination as the member saw it before acting; another name, room or audience makes it a different one. Pure. */
import * as v from 'valibot';
import { DestinationViewSchema } from './state.ts';

const fields = ['id', 'via', 'name', 'place', 'readers'] as const;

export const ShownPlaceSchema = v.pick(DestinationViewSchema, fields);
export type ShownPlace = Readonly<v.InferOutput<typeof ShownPlaceSchema>>;

export function isAsShown(shown: ShownPlace, now: ShownPlace): boolean {
  return fields.every((field) => shown[field] === now[field]);
}
