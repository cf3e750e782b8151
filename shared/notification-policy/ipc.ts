/** The window's calls about snoozes, acknowledgements, pauses and quiet hours. */
import * as v from 'valibot';
import { ChosenPlaceSchema, WhereSchema, shareOutcomes } from '../triage/sharing.ts';
import { ServiceReference } from '../coop/parts.ts';
import { KeptSchema } from '../redact/removals.ts';
import { AcknowledgeReason, acknowledgeLengths, muteLengths } from '../triage/mutes.ts';
import { QuietHoursSchema } from './quiet-hours.ts';
import { ScopeSchema } from './scope.ts';

const Nothing = v.undefined();

export const policyCalls = {
  /** Holds the notifications of one service. */
  'policy.snooze': {
    payload: v.object({ serviceId: ServiceReference, length: v.picklist(muteLengths) }),
    result: v.void(),
  },
  'policy.unsnooze': { payload: v.object({ serviceId: ServiceReference }), result: v.void() },
  /** Marks the trouble of a service as seen. */
  'policy.acknowledge': {
    payload: v.object({
      serviceId: ServiceReference,
      reason: AcknowledgeReason,
      length: v.picklist(acknowledgeLengths),
      /** Also shares it there, unless the place has changed since. */
      share: v.optional(ChosenPlaceSchema),
      /** Redactions that the member has undone. */
      kept: v.optional(KeptSchema, []),
    }),
    result: v.picklist(shareOutcomes),
  },
  /** Where acknowledgements can be shared. */
  'policy.sharing': { payload: Nothing, result: WhereSchema },
  /** Withdraws it, also where it was shared. */
  'policy.withdraw': {
    payload: v.object({ serviceId: ServiceReference }),
    result: v.picklist(shareOutcomes),
  },
  /** Holds all notifications. */
  'policy.pause': { payload: v.object({ length: v.picklist(muteLengths) }), result: v.void() },
  'policy.resume': { payload: Nothing, result: v.void() },
  /** Puts a service among the member's own, or takes it out. */
  'policy.star': {
    payload: v.object({ serviceId: ServiceReference, starred: v.boolean() }),
    result: v.void(),
  },
  'policy.setScope': { payload: ScopeSchema, result: v.void() },
  'policy.setQuietHours': { payload: QuietHoursSchema, result: v.void() },
} as const;
