/** Wires answers to feedback: to the outbox, the accounts and notifications. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { DestinationPlan, FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { answerOf } from '../../../shared/feedback/answer.ts';
import { destinationName, placeName } from '../../../shared/feedback/destination-name.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { placeOf } from '../../../shared/feedback/place.ts';
import type { Answers as AnswersView, Reply } from '../../../shared/feedback/state.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { MemberAccounts } from '../contracts/accounts.ts';
import type { Host } from '../host.ts';
import { answersForm, createAnswersFile } from './answers-file.ts';
import type { Answers, AnswerNews, AnswersDeps, Sent } from './answers.ts';
import { createAnswers } from './answers.ts';
import type { Outbox } from './outbox.ts';
import type { Issues, Replies, RepliesDeps } from './replies.ts';
import { createReplies } from './replies.ts';
import type { ReplyDrafts } from './reply-drafts.ts';
import { createReplyDrafts, replyDraftsForm } from './reply-drafts.ts';

export type JoinAnswersDeps = Readonly<{
  host: Pick<Host, 'clock' | 'files' | 'tell'>;
  newId: () => string;
  outbox: Outbox;
  accounts: MemberAccounts;
  plan: () => FeedbackPlan | undefined;
  /** As the window shows it. */
  titleOf: (itemId: string) => string;
}>;

export type JoinedAnswers = Readonly<{
  answers: Answers;
  replies: Replies;
  replyDrafts: ReplyDrafts;
  /** What the window shows of an item's answers; undefined if it can have none. */
  view: (itemId: string) => AnswersView | undefined;
  onChange: (listener: () => void) => () => void;
}>;

export function joinAnswers(deps: JoinAnswersDeps): JoinedAnswers {
  const { host, outbox, accounts } = deps;
  const changes = createEmitter<void>();
  const itemOf = (itemId: string) => outbox.items().find(({ id }) => id === itemId);
  const sentOf = (item: Item) => sent(item, deps.plan(), accounts.github().url);
  const sentTo: RepliesDeps['sentTo'] = (itemId) => {
    const item = itemOf(itemId);
    const [found] = item ? sentOf(item) : [];
    return found && { place: found.place, bound: item?.bound ?? {} };
  };
  const answers = createAnswers({
    clock: host.clock,
    file: createAnswersFile(host.files.file(answersForm)),
    sent: () =>
      outbox
        .items()
        .flatMap(sentOf)
        .toSorted((a, b) => b.sentAtUtcMs - a.sentAtUtcMs),
    readers: readersOf(accounts),
    onNews: (news) =>
      host.tell(
        news.map((one) =>
          toldOf(one, deps.titleOf(one.itemId), answers.of(one.itemId)?.replies ?? []),
        ),
      ),
    onChange: () => changes.emit(),
  });
  const replyDrafts = createReplyDrafts({
    store: host.files.file(replyDraftsForm),
    takesReply: (itemId) => sentTo(itemId) !== undefined,
  });
  const replies = createReplies({
    identity: accounts.identity,
    outbox: () => outbox,
    newId: deps.newId,
    sentTo,
    drafts: replyDrafts,
    matrix: accounts.signedIn,
    issues: () => issuesOf(accounts),
    nowUtcMs: host.clock.nowUtcMs,
  });
  changes.on(() => accounts.listening.listen('answers', answers.rooms(), answers.hear));
  return {
    answers,
    replies,
    replyDrafts,
    view: (itemId) => {
      const item = itemOf(itemId);
      if (!item || sentOf(item).length === 0) return undefined;
      const known = answers.of(itemId) ?? { outcome: 'none' as const, replies: [], unread: 0 };
      const heard = new Set(known.replies.map(({ id }) => id));
      // The item's own picture and details stand in its thread, too.
      const own = new Set(item.parts.map(({ answer }) => answer?.id));
      const shown = known.replies.filter(({ id }) => !own.has(id));
      return { ...known, replies: shown, sending: replies.sending(itemId, heard) };
    },
    onChange: changes.on,
  };
}

function readersOf(accounts: MemberAccounts): AnswersDeps['readers'] {
  return {
    room: () => {
      const member = accounts.signedIn();
      return member && { ...member.account, userId: member.userId };
    },
    issue: async (place, signal) => {
      const { server } = accounts.identity('github');
      // On another GitHub, the same number is another issue.
      if (place.server !== undefined && place.server !== server) throw new Error('another server');
      const now = await accounts.repository(place).outcome(place.issueNumber, signal);
      return { now, me: accounts.state().github?.login };
    },
  };
}

/** Undefined while signed out. */
function issuesOf(accounts: MemberAccounts): Issues | undefined {
  const { api, signedIn } = accounts.github();
  if (!signedIn) return undefined;
  return {
    read: api.read,
    at: (place, check) => {
      const { comment } = accounts.repository(place, check);
      return { send: ({ content }, _id, signal) => comment(place.issueNumber, content, signal) };
    },
  };
}

/** Sent items that can have answers: with a known place, and not replies. `site`: the document's GitHub. */
export function sent(item: Item, plan: FeedbackPlan | undefined, site: string): readonly Sent[] {
  const { id, phase } = item;
  const place = phase.at === 'sent' ? placeOf(phase.permalink) : undefined;
  if (phase.at !== 'sent' || !place || answerOf(item)) return [];
  // The document may use this id for other staff now, whose reactions do not count in this room.
  const isStill = (one: DestinationPlan) =>
    destinationName(one) === item.destination &&
    (item.bound?.['place'] ?? placeName(one)) === placeName(one);
  const to = plan?.destinations.find(isStill);
  const staff = to?.via === 'matrix' && typeof to.room !== 'string' ? to.room.with : undefined;
  const server = item.bound?.['server'];
  // Older versions did not store the server; the permalink shows which GitHub it is.
  if (place.via === 'github' && server === undefined && !isOn(site, phase.permalink)) return [];
  const at = place.via === 'github' && server !== undefined ? { ...place, server } : place;
  return [{ id, place: at, sentAtUtcMs: phase.atUtcMs, ...(staff ? { staff } : {}) }];
}

function isOn(site: string, permalink = ''): boolean {
  return new URL(permalink).origin === new URL(site).origin;
}

function toldOf({ itemId, sign }: AnswerNews, title: string, shown: readonly Reply[]): Told {
  if (sign.is === 'mark') return { is: 'outcome', itemId, title, outcome: sign.outcome };
  const by = shown.find(({ id }) => id === sign.id)?.by ?? sign.by;
  return { is: 'reply', itemId, title, by, text: sign.text };
}
