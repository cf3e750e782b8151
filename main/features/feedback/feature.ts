/** Feedback and its answers: loaded on the first call, or soon after a start that finds an outbox. */
import { ackRoomIn } from '../../../shared/acknowledgements/room.ts';
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { Host } from '../host.ts';
import { hasOutbox } from './paths.ts';
import type { FeedbackApi, FeedbackHost, FeedbackSection } from './types.ts';

/** So that sending items of an earlier run does not slow the start. */
const outboxDelayMs = 5000;

export function feedbackFeature(
  host: FeedbackHost,
): Feature<'feedback' | 'answers', FeedbackSection, FeedbackApi> {
  return {
    section: ({ feedback, matrix }) => ({ plan: feedback, ackRoom: ackRoomIn(matrix) }),
    load: async () => (await import('./create.ts')).startFeedback(host),
    leftovers: { exist: () => hasOutbox(host.profileDir), delayMs: outboxDelayMs },
    calls: (use) => ({ ...composerCalls(use), ...desktopCalls(host), ...answersCalls(use) }),
  };
}

type UseFeedback = Use<FeedbackSection, FeedbackApi>;
type DesktopCall = `feedback.${'sources' | 'capture'}`;

function composerCalls({ api }: UseFeedback): Omit<FeatureCalls<'feedback'>, DesktopCall> {
  const feedback = async () => (await api()).feedback;
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
  };
}

function desktopCalls({ screenCapture }: Host): Pick<FeatureCalls<'feedback'>, DesktopCall> {
  return {
    'feedback.sources': async () => (await screenCapture()).sources(),
    'feedback.capture': async ({ sourceId }) => (await screenCapture()).capture(sourceId),
  };
}

function answersCalls({ api }: UseFeedback): FeatureCalls<'answers'> {
  return {
    'answers.reply': async ({ itemId, text, kept }) =>
      (await api()).replies.send(itemId, text, kept),
    'answers.begun': async ({ itemId }) => (await api()).replyDrafts.of(itemId),
    'answers.keepBegun': async ({ itemId, text }) => (await api()).replyDrafts.keep(itemId, text),
    'answers.markRead': async ({ itemId }) => (await api()).answers.markRead(itemId),
  };
}
