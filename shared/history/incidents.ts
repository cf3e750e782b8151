/** Periods of trouble, assembled from watched spans. Pure. */
import type { Reason } from '../observation/observation.ts';
import type { Trouble } from './kinds.ts';
import { isTrouble } from './kinds.ts';
import type { Span } from './watch.ts';

export type Incident = Readonly<{
  kind: Trouble;
  fromUtcMs: number;
  /** When it ended, or was last seen. */
  toUtcMs: number;
  /** False while it lasts, and for ever if the app stopped watching before it ended. */
  ended: boolean;
  reason?: Reason;
}>;

/**
 * Adds a span. `current` is the incident that reaches up to the previous span, if any; `written` are the new and
 * changed ones.
 */
export function grow(
  current: Incident | undefined,
  span: Span,
): Readonly<{ current: Incident | undefined; written: readonly Incident[] }> {
  const touching = current?.toUtcMs === span.fromUtcMs ? current : undefined;
  if (touching && touching.kind === span.kind) {
    const longer = { ...touching, ...reasonOf(span), toUtcMs: span.toUtcMs };
    return { current: longer, written: [longer] };
  }
  const next = isTrouble(span.kind) ? begin(span.kind, span) : undefined;
  return {
    current: next,
    written: [...(touching ? [{ ...touching, ended: true }] : []), ...(next ? [next] : [])],
  };
}

function begin(kind: Trouble, span: Span): Incident {
  const { fromUtcMs, toUtcMs } = span;
  return { kind, fromUtcMs, toUtcMs, ended: false, ...reasonOf(span) };
}

function reasonOf({ reason }: Span): { reason?: Reason } {
  return reason ? { reason } : {};
}
