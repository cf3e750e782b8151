/** Schemas shared by the sections of the co-op document. */
import * as v from 'valibot';
import { says } from './remedy.ts';

export const Text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

export const serviceIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Id of an entry, used by references in the document and by stored state. */
export const Id = v.pipe(v.string(), v.regex(serviceIdPattern, says('id')));

/** Id of a service in the same document; whether it exists is checked after parsing. */
export const ServiceReference = v.pipe(
  v.string(),
  v.regex(serviceIdPattern, says('id-of-service')),
);
