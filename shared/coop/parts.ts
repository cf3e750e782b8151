/** The small parts that every section of the co-op document is made of. */
import * as v from 'valibot';

export const Text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** An address a member may be sent to: http or https, nothing that could run code. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2048),
  v.url(),
  v.regex(/^https?:\/\//i, 'must start with https:// or http://'),
);

export const serviceIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The id of a service of the same document; whether it exists is looked at once all are read. */
export const ServiceReference = v.pipe(
  v.string(),
  v.regex(serviceIdPattern, 'must be the id of a service'),
);
