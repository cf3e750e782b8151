/** The window's calls about services. */
import * as v from 'valibot';
import { ServiceReference } from '../coop/parts.ts';
import { KeptSchema, RemovalSchema } from '../redact/removals.ts';

export const statusCalls = {
  'status.checkNow': {
    payload: v.object({ serviceId: v.optional(ServiceReference) }),
    result: v.void(),
  },
  /** Copies what to use instead of a service, such as a phone number, to the clipboard. */
  'status.copyInstead': { payload: v.object({ serviceId: ServiceReference }), result: v.void() },
  /**
   * Copies a service's details to the clipboard, as text for its administrators; returns what was removed from them.
   */
  'status.copyDetails': {
    payload: v.object({ serviceId: ServiceReference, kept: v.optional(KeptSchema, []) }),
    result: v.array(RemovalSchema),
  },
} as const;
