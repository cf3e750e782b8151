/** The notification policy as the window and the tray see it. Pure. */
import * as v from 'valibot';
import type { ServiceView } from '../status/view.ts';
import { QuietHoursSchema } from './quiet-hours.ts';
import { ScopeSchema } from './scope.ts';
import type { PolicyState } from './state.ts';

/** Why nothing is notified at the moment. */
const QuietReasonSchema = v.object({
  why: v.picklist(['quiet-hours', 'pause']),
  /** Absent if only the member ends it. */
  untilUtcMs: v.optional(v.number()),
});
export type QuietReason = Readonly<v.InferOutput<typeof QuietReasonSchema>>;

export const PolicyViewSchema = v.object({
  quietHours: QuietHoursSchema,
  /** Who set the quiet hours: the member, the co-op's document, or the app's default. */
  setBy: v.picklist(['member', 'coop', 'app']),
  quietReason: v.optional(QuietReasonSchema),
  scope: ScopeSchema,
  /** The member's settings could not be read and were reset. */
  damaged: v.boolean(),
});
export type PolicyView = Readonly<v.InferOutput<typeof PolicyViewSchema>>;

/** Marks a service as muted, acknowledged or starred. */
export function withPolicy(view: ServiceView, state: PolicyState): ServiceView {
  const muted = state.snoozes.get(view.id);
  const seen = state.acknowledgements.get(view.id);
  return {
    ...view,
    ...(muted ? { muted } : {}),
    ...(seen ? { acknowledged: seen } : {}),
    ...(state.stars.has(view.id) ? { starred: true as const } : {}),
  };
}
