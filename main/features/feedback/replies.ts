/** The member's own answers: on their way through the outbox, into the thread of what they answer. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Item } from '../../../shared/feedback/outbox.ts';
import {
  answerContent,
  answerDestination,
  answerDraft,
  answerOf,
  answeredIn,
} from '../../../shared/feedback/answer.ts';
import type { IssuePlace, Place, RoomPlace } from '../../../shared/feedback/place.ts';
import type { Answers as AnswersView } from '../../../shared/feedback/state.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { Identity } from './bound.ts';
import { boundLimitMs, refuseOther } from './bound.ts';
import { inTimeOr } from '../../platform/time-limit.ts';
import { asReadBefore, inOneName } from './bound-room.ts';
import { redacting } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { Destination, FindDestination } from './deliver.ts';
import type { Matrix } from './matrix-destination.ts';
import { createMatrixDestination } from './matrix-destination.ts';
import type { Outbox, Taken } from './outbox.ts';
import { askRepository, boundIssue } from './repository.ts';
import type { GithubRead } from './templates.ts';

type Sent = Readonly<{ place: Place; bound: Binding }>;

export type RepliesParts = Readonly<{
  identity: Identity;
  outbox: () => Pick<Outbox, 'items' | 'saveDraft' | 'enter' | 'discard'>;
  newId: () => string;
  /** Where the item lies that is answered, and to what it was bound. */
  sentTo: (itemId: string) => Sent | undefined;
  /** Undefined unless somebody is signed in. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  /** Undefined while signed out. */
  issues: () => Issues | undefined;
  nowUtcMs: () => number;
}>;

export type Issues = Readonly<{
  read: GithubRead;
  /** `check` throws DeliveryError where it must not be written any more. */
  at: (place: IssuePlace, check: () => void) => Destination;
}>;

export type Replies = Readonly<{
  /** `kept`: what the member has put back of what is taken out of it. */
  send: (itemId: string, text: string, kept?: readonly string[]) => Promise<Taken | 'gone'>;
  /** Of the outbox: where an answer goes; undefined for other names, and while nobody is signed in. */
  destination: FindDestination;
  /** Those to one item that are not heard of yet among `heard`. */
  sending: (itemId: string, heard: ReadonlySet<string>) => AnswersView['sending'];
}>;

/** One that has arrived is heard of again soon; in ms. */
const echoMs = 3_600_000;

/** What was found out of the room or the repository when the item was sent: a thread in it is read by the same people. */
const lasting = ['open', 'joining', 'repository', 'owner', 'public', 'visibility'] as const;

export function createReplies(parts: RepliesParts): Replies {
  const { outbox, sentTo } = parts;

  /** Where the thread lies, and over which server it was sent: its number is another one's elsewhere. */
  const boundTo = (place: Place, bound: Binding): Binding => {
    const facts = lasting.flatMap((field) =>
      bound[field] === undefined ? [] : [[field, bound[field]]],
    );
    return { ...Object.fromEntries(facts), ...now(place), ...serverOf(place) };
  };
  const now = (place: Place): Binding => ({
    via: place.via,
    place: threadOf(place),
    ...parts.identity(place.via),
  });

  /** Whether the member has been told that others can read the thread now: what they write anew is for those. */
  const wasTold = (itemId: string) =>
    outbox()
      .items()
      .some((item) => {
        const { phase } = item;
        const isHeld = phase.at === 'failed' && phase.why.code === 'readers-changed';
        return isHeld && answerOf(item)?.answers === itemId;
      });

  const isShown = ({ phase, parts: [part] }: Item, heard: ReadonlySet<string>) =>
    phase.at !== 'sent' ||
    (!heard.has(part?.answer?.id ?? '') && parts.nowUtcMs() - phase.atUtcMs < echoMs);

  return {
    send: async (itemId, written, kept) => {
      const sent = sentTo(itemId);
      if (!sent) return 'gone';
      const { place } = sent;
      const { text } = await inSteps(redacting(written, kept), breathe);
      const bound = boundTo(place, wasTold(itemId) ? await readNow(sent, parts) : sent.bound);
      const id = parts.newId();
      const saved = await outbox().saveDraft(id, answerDraft(itemId, text), []);
      if (saved !== 'taken') return saved;
      const contents = [answerContent(id, place, text)];
      const destination = answerDestination(itemId);
      const taken = await outbox().enter(id, { destination, bound, contents });
      // The text is still in the window: a draft that nobody sees would only take up room.
      if (taken !== 'taken') await outbox().discard(id);
      return taken;
    },
    destination: (name, bound) => {
      const place = sentTo(answeredIn(name) ?? '')?.place;
      if (!place) return undefined;
      const check = () => refuseOther(bound, now(place));
      check();
      return place.via === 'github'
        ? inIssue(place, { bound, check }, parts.issues())
        : inRoom(place, bound, parts);
    },
    sending: (itemId, heard) =>
      outbox()
        .items()
        .flatMap((item) => {
          const answer = answerOf(item);
          if (answer?.answers !== itemId || !isShown(item, heard)) return [];
          return { id: item.id, text: answer.text, phase: item.phase };
        }),
  };
}

/** Who reads there by now, as far as it can be asked in a moment; the repository stays the one that it was. */
async function readNow({ place, bound }: Sent, parts: RepliesParts): Promise<Binding> {
  const ask = async (signal: AbortSignal): Promise<Binding> => {
    if (place.via === 'matrix')
      return (await parts.matrix()?.account.readersOf(place.roomId)) ?? {};
    const { owner, repo } = place;
    const read = parts.issues()?.read;
    const plan = { repository: `${owner}/${repo}`, public: false };
    const { repository: _other, ...readers } = read ? await askRepository(read, plan, signal) : {};
    return readers;
  };
  return { ...bound, ...(await inTimeOr(boundLimitMs, ask, {})) };
}

function threadOf(place: Place): string {
  if (place.via === 'matrix') return `${place.roomId} ${place.eventId}`;
  return `${place.owner}/${place.repo}#${place.issueNumber}`;
}

function serverOf(place: Place): Binding {
  return place.via === 'github' && place.server !== undefined ? { server: place.server } : {};
}

function inIssue(
  place: IssuePlace,
  { bound, check }: Readonly<{ bound: Binding; check: () => void }>,
  issues: Issues | undefined,
): Destination | undefined {
  if (!issues) return undefined;
  return boundIssue({ read: issues.read, place, bound, check, to: issues.at(place, check) });
}

function inRoom(
  { roomId }: RoomPlace,
  bound: Binding,
  parts: RepliesParts,
): Destination | undefined {
  const signedIn = parts.matrix();
  if (!signedIn) return undefined;
  const { account, userId } = signedIn;
  const room = () => asReadBefore(account, roomId, bound);
  return createMatrixDestination({ matrix: inOneName(parts, account), userId, room });
}
