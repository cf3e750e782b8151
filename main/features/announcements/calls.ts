/** What the calls about answers and announcements do. Each feature is read at the first of them. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { ComposedFeedback } from '../feedback/create.ts';
import type { ComposedNews } from './create.ts';
import { CallError } from '../../../shared/bridge.ts';

type NewsCall = Extract<CallName, `answers.${string}` | `announcements.${string}`>;

export type NewsCallParts = Readonly<{
  feedback: () => Promise<ComposedFeedback>;
  news: () => Promise<ComposedNews>;
  openAddress: (url: string) => void;
}>;

export function createNewsCalls(parts: NewsCallParts): Pick<CallHandlers, NewsCall> {
  const announcements = async () => (await parts.news()).announcements;
  return {
    'answers.reply': async ({ itemId, text, kept }) =>
      (await parts.feedback()).replies.send(itemId, text, kept),
    'answers.markRead': async ({ itemId }) => (await parts.feedback()).answers.markRead(itemId),
    'announcements.get': async () => {
      const feature = await announcements();
      feature.look();
      return feature.state();
    },
    'announcements.join': async ({ room }) => (await announcements()).join(room),
    'announcements.markRead': async () => (await announcements()).markRead(),
    'announcements.openLink': async ({ id, address }) => {
      // Only what stands in an announcement, as it was shown.
      if (!(await announcements()).hasLink(id, address)) throw new CallError('bad-payload');
      parts.openAddress(address);
    },
  };
}
