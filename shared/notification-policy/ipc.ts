/** The window's calls about snoozes, acknowledgements, pauses and quiet hours. */
import * as v from 'valibot';
import { ChosenPlaceSchema, WhereSchema, shareOutcomes } from '../triage/sharing.ts';
import { ServiceReference } from '../coop/parts.ts';
import { KeptSchema } from '../redact/removals.ts';
import { AcknowledgeReason, acknowledgeLengths, muteLengths } from '../triage/mutes.ts';
import { QuietHoursSchema } from './quiet-hours.ts';

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
      /** Also tells the others there, if that is still the place. */
      share: v.optional(ChosenPlaceSchema),
      /** What the member has put back of what was redacted. */
      kept: v.optional(KeptSchema, []),
    }),
    result: v.picklist(shareOutcomes),
  },
  /** Where the others can be told. */
  'policy.sharing': { payload: Nothing, result: WhereSchema },
  /** Takes it back, also for the others who were told. */
  'policy.withdraw': {
    payload: v.object({ serviceId: ServiceReference }),
    result: v.picklist(shareOutcomes),
  },
  /** Holds all notifications. */
  'policy.pause': { payload: v.object({ length: v.picklist(muteLengths) }), result: v.void() },
  'policy.resume': { payload: Nothing, result: v.void() },
  'policy.setQuietHours': { payload: QuietHoursSchema, result: v.void() },
} as const;
