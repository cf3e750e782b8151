/** Feedback, which is read when the window first asks for it, or soon after a start that finds something to send. */
import type { DestinationPlan, FeedbackPlan } from '../../../shared/coop/feedback.ts';
import type { ComposedFeedback } from './create.ts';
import { lazily } from '../lazy.ts';

export type LazyFeedback = Readonly<{
  get: () => Promise<ComposedFeedback>;
  /** Where feedback goes, as the document says it now, and the room of acknowledgements. */
  setPlan: (plan: FeedbackPlan | undefined, seen: DestinationPlan | undefined) => void;
  /** The line is back, the machine awake, or an account has changed. */
  wake: () => void;
  /** Answers that the member has not looked at. */
  unread: () => number;
  sleep: () => void;
  dispose: () => void;
}>;

export function createLazyFeedback(compose: () => Promise<ComposedFeedback>): LazyFeedback {
  /** Undefined while no document was read. */
  let known:
    | Readonly<{ plan: FeedbackPlan | undefined; seen: DestinationPlan | undefined }>
    | undefined;
  const lazy = lazily({
    make: compose,
    begin: (composed) => {
      if (known) composed.setPlan(known.plan, known.seen);
    },
    end: ({ answers, feedback }) => {
      answers.suspend();
      feedback.dispose();
    },
  });
  return {
    get: lazy.get,
    setPlan: (plan, seen) => {
      const next = { plan, seen };
      // The same one, read anew, must not undo what the member has just been shown.
      if (JSON.stringify(next) === JSON.stringify(known)) return;
      known = next;
      lazy.now()?.setPlan(plan, seen);
    },
    wake: () => {
      lazy.now()?.feedback.wake();
      lazy.now()?.answers.ask();
    },
    unread: () => lazy.now()?.answers.unread() ?? 0,
    sleep: () => lazy.now()?.answers.suspend(),
    dispose: lazy.dispose,
  };
}
