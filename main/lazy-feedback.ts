/** Feedback, which is read when the window first asks for it, or soon after a start that finds something to send. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedbackPlan } from '../shared/coop/feedback.ts';
import type { ComposedFeedback } from './compose-feedback.ts';
import { lazily } from './lazily.ts';

export type LazyFeedback = Readonly<{
  get: () => Promise<ComposedFeedback>;
  /** Where feedback goes, as the document says it now. */
  setPlan: (plan: FeedbackPlan | undefined) => void;
  /** The line is back, the machine awake, or an account has changed. */
  wake: () => void;
  dispose: () => void;
}>;

export function outboxIn(profileDir: string): string {
  return join(profileDir, 'outbox');
}

/** Whether an earlier run of the app has left something that may have to be sent. */
export function hasOutbox(profileDir: string): boolean {
  return existsSync(outboxIn(profileDir));
}

export function createLazyFeedback(compose: () => Promise<ComposedFeedback>): LazyFeedback {
  let plan: FeedbackPlan | undefined;
  let disposed = false;
  const lazy = lazily(async () => {
    const composed = await compose();
    composed.feedback.setPlan(plan);
    if (disposed) composed.feedback.dispose();
    return composed;
  });
  return {
    get: lazy.get,
    setPlan: (next) => {
      plan = next;
      lazy.now()?.feedback.setPlan(next);
    },
    wake: () => lazy.now()?.feedback.wake(),
    dispose: () => {
      disposed = true;
      lazy.now()?.feedback.dispose();
    },
  };
}
