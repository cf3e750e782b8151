/** What feedback's calls do. The feature itself is read at the first of them. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { ComposedFeedback } from './create.ts';
import type { Shortcut } from '../../desktop/shortcut.ts';

type FeedbackCall = Extract<CallName, `feedback.${string}`>;

export function createFeedbackCalls(
  composed: () => Promise<ComposedFeedback>,
  shortcut: Pick<Shortcut, 'state' | 'set'>,
): Pick<CallHandlers, FeedbackCall> {
  const feedback = async () => (await composed()).feedback;
  const screens = async () => (await composed()).screens;
  return {
    'feedback.get': async () => {
      const { state, refreshBuilds } = await feedback();
      refreshBuilds();
      return state();
    },
    'feedback.saveDraft': async ({ id, draft }) => (await feedback()).saveDraft(id, draft),
    'feedback.attach': async ({ png }) => (await feedback()).attach(png),
    'feedback.picture': async ({ id }) => (await feedback()).picture(id),
    'feedback.preview': async ({ id, draft }) => (await feedback()).preview(id, draft),
    'feedback.send': async ({ id, digest }) => (await feedback()).send(id, digest),
    'feedback.openForm': async ({ id, digest }) => (await feedback()).openForm(id, digest),
    'feedback.retry': async ({ id }) => (await feedback()).retry(id),
    'feedback.discard': async ({ id }) => (await feedback()).discard(id),
    'feedback.redirect': async ({ id, destinationId }) =>
      (await feedback()).redirect(id, destinationId),
    'feedback.openSent': async ({ id }) => (await feedback()).openSent(id),
    'feedback.similar': async ({ draft }) => {
      const found = await (await feedback()).similar(draft);
      return found.map(({ id, title, mine }) => ({ id, title, mine }));
    },
    'feedback.plusOne': async ({ id }) => (await feedback()).plusOne(id),
    'feedback.openSimilar': async ({ id }) => (await feedback()).openSimilar(id),
    'feedback.sources': async () => (await screens()).sources(),
    'feedback.capture': async ({ sourceId }) => (await screens()).capture(sourceId),
    'feedback.shortcut': shortcut.state,
    'feedback.setShortcut': ({ on }) => shortcut.set(on),
  };
}
