/** The small parts that every section of the co-op document is made of. */
import * as v from 'valibot';
import { says } from './remedy.ts';

export const Text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

export const serviceIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What other parts of the document, and what the app remembers, name an entry by. */
export const Id = v.pipe(v.string(), v.regex(serviceIdPattern, says('id')));

/** The id of a service of the same document; whether it exists is looked at once all are read. */
export const ServiceReference = v.pipe(
  v.string(),
  v.regex(serviceIdPattern, says('id-of-service')),
);
