/** Answers to feedback, joined to the outbox and the accounts. Read along with feedback. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { DestinationPlan, FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { answerOf } from '../../../shared/feedback/answer.ts';
import { destinationName, placeName } from '../../../shared/feedback/destination-name.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import type { IssuePlace } from '../../../shared/feedback/place.ts';
import { placeOf } from '../../../shared/feedback/place.ts';
import type { Answers as AnswersView } from '../../../shared/feedback/state.ts';
import { createRepository } from '../accounts/github/issues.ts';
import type { Accounts } from '../accounts/types.ts';
import { answersForm, createAnswersFile } from './answers-file.ts';
import type { Answers, AnswerNews, Sent } from './answers.ts';
import { createAnswers } from './answers.ts';
import type { Outbox } from './outbox.ts';
import type { Replies } from './replies.ts';
import { createReplies } from './replies.ts';
import type { Clock } from '../../platform/clock.ts';
import { identityIn, signedIn } from '../accounts/signed-in.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';

export type AnswersWorld = Readonly<{
  clock: Clock;
  files: Pick<ProfileFiles, 'file'>;
  newId: () => string;
  outbox: () => Outbox;
  accounts: Accounts;
  plan: () => FeedbackPlan | undefined;
  /** As the window names it. */
  titleOf: (itemId: string) => string;
  tell: (told: readonly Told[]) => void;
  changed: () => void;
}>;

export type ComposedAnswers = Readonly<{
  answers: Answers;
  replies: Replies;
  /** What the window shows of what came back; undefined where nothing can. */
  view: (itemId: string) => AnswersView | undefined;
}>;

export function composeAnswers(world: AnswersWorld): ComposedAnswers {
  const { clock, accounts } = world;
  const { listening } = accounts;
  const items = () => world.outbox().items();
  const matrix = () => signedIn(accounts);
  const repository = ({ owner, repo }: IssuePlace, check = () => {}) =>
    createRepository({ api: accounts.github().api, check, owner, repo });
  const sentOf = (item: Item) => sent(item, world.plan(), accounts.github().url);
  const hear = () => listening.listen('answers', answers.rooms(), answers.hear);

  const answers = createAnswers({
    clock,
    file: createAnswersFile(world.files.file(answersForm)),
    sent: () =>
      items()
        .flatMap(sentOf)
        .toSorted((a, b) => b.sentAtUtcMs - a.sentAtUtcMs),
    readers: {
      room: () => {
        const member = matrix();
        return member && { ...member.account, userId: member.userId };
      },
      issue: async (place, signal) => {
        const { server } = identityIn(accounts, 'github');
        // Of another GitHub: there an issue of this number is about something else.
        if (place.server !== undefined && place.server !== server)
          throw new Error('another server');
        const now = await repository(place).outcome(place.issueNumber, signal);
        return { now, me: accounts.state().github?.login };
      },
    },
    onNews: (news) => world.tell(news.map((one) => toldOf(one, world.titleOf(one.itemId)))),
    onChange: () => {
      hear();
      world.changed();
    },
  });
  const replies = createReplies({
    identity: (via) => identityIn(accounts, via),
    outbox: world.outbox,
    newId: world.newId,
    sentTo: (itemId) => {
      const item = items().find(({ id }) => id === itemId);
      const [found] = item ? sentOf(item) : [];
      return found && { place: found.place, bound: item?.bound ?? {} };
    },
    matrix,
    issues: () => {
      const { api, signedIn: isIn } = accounts.github();
      if (!isIn) return undefined;
      return {
        read: api.read,
        at: (place, check) => {
          const { comment } = repository(place, check);
          return {
            send: ({ content }, _id, signal) => comment(place.issueNumber, content, signal),
          };
        },
      };
    },
    nowUtcMs: clock.nowUtcMs,
  });
  return {
    answers,
    replies,
    view: (itemId) => {
      const item = items().find(({ id }) => id === itemId);
      if (!item || sentOf(item).length === 0) return undefined;
      const known = answers.of(itemId) ?? { outcome: 'none' as const, replies: [], unread: 0 };
      const heard = new Set(known.replies.map(({ id }) => id));
      return { ...known, sending: replies.sending(itemId, heard) };
    },
  };
}

/** What can be answered: it was sent, lies somewhere, and is no answer itself. `site` is the GitHub of the document. */
export function sent(item: Item, plan: FeedbackPlan | undefined, site: string): readonly Sent[] {
  const { id, phase } = item;
  const place = phase.at === 'sent' ? placeOf(phase.permalink) : undefined;
  if (phase.at !== 'sent' || !place || answerOf(item)) return [];
  // An id of the document may name other people by now: theirs are no marks in this room.
  const isStill = (one: DestinationPlan) =>
    destinationName(one) === item.destination &&
    (item.bound?.['place'] ?? placeName(one)) === placeName(one);
  const to = plan?.destinations.find(isStill);
  const staff = to?.via === 'matrix' && typeof to.room !== 'string' ? to.room.with : undefined;
  const server = item.bound?.['server'];
  // Of an older version, which did not note the server: its link tells of which GitHub it is.
  if (place.via === 'github' && server === undefined && !isOn(site, phase.permalink)) return [];
  const at = place.via === 'github' && server !== undefined ? { ...place, server } : place;
  return [{ id, place: at, sentAtUtcMs: phase.atUtcMs, ...(staff ? { staff } : {}) }];
}

function isOn(site: string, permalink = ''): boolean {
  return new URL(permalink).origin === new URL(site).origin;
}

function toldOf({ itemId, sign }: AnswerNews, title: string): Told {
  return sign.is === 'reply'
    ? { is: 'reply', itemId, title, by: sign.by, text: sign.text }
    : { is: 'outcome', itemId, title, outcome: sign.outcome };
}
