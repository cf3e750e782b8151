/** The member's replies, sent through the outbox into the thread of the item. */
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
import type { ReplyDrafts } from './reply-drafts.ts';
import { askRepository, boundIssue } from './repository.ts';
import type { GithubRead } from './templates.ts';

type Sent = Readonly<{ place: Place; bound: Binding }>;

export type RepliesDeps = Readonly<{
  identity: Identity;
  outbox: () => Pick<Outbox, 'items' | 'saveDraft' | 'enter' | 'discard'>;
  newId: () => string;
  drafts: Pick<ReplyDrafts, 'keep'>;
  /** Where the item is, and what it was bound to. */
  sentTo: (itemId: string) => Sent | undefined;
  /** Undefined while signed out. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  /** Undefined while signed out. */
  issues: () => Issues | undefined;
  nowUtcMs: () => number;
}>;

export type Issues = Readonly<{
  read: GithubRead;
  /** `check` throws DeliveryError if nothing may be written any more. */
  at: (place: IssuePlace, check: () => void) => Destination;
}>;

export type Replies = Readonly<{
  /** `kept`: redacted text that the member has restored. */
  send: (itemId: string, text: string, kept?: readonly string[]) => Promise<Taken | 'gone'>;
  /** For the outbox: where a reply goes. Undefined for other names, and while signed out. */
  destination: FindDestination;
  /** Replies to an item that are not among `heard` yet. */
  sending: (itemId: string, heard: ReadonlySet<string>) => AnswersView['sending'];
}>;

/** The server returns a reply that has arrived well within this time. */
const echoTimeoutMs = 3_600_000;

/** Facts of the item's binding that hold for its thread as well, since it has the same readers. */
const lasting = ['open', 'joining', 'repository', 'owner', 'public', 'visibility'] as const;

export function createReplies(deps: RepliesDeps): Replies {
  const { outbox, sentTo } = deps;

  /** Includes the server: on another one, the same number is another thread. */
  const boundTo = (place: Place, bound: Binding): Binding => {
    const facts = lasting.flatMap((field) =>
      bound[field] === undefined ? [] : [[field, bound[field]]],
    );
    return { ...Object.fromEntries(facts), ...now(place), ...serverOf(place) };
  };
  const now = (place: Place): Binding => ({
    via: place.via,
    place: threadOf(place),
    ...deps.identity(place.via),
  });

  /** Whether the member knows that the readers have changed: later replies are for the new ones. */
  const knowsNewReaders = (itemId: string) =>
    outbox()
      .items()
      .some((item) => {
        const { phase } = item;
        const isHeld = phase.at === 'failed' && phase.why.code === 'readers-changed';
        return isHeld && answerOf(item)?.answers === itemId;
      });

  const isShown = ({ phase, parts: [part] }: Item, heard: ReadonlySet<string>) =>
    phase.at !== 'sent' ||
    (!heard.has(part?.answer?.id ?? '') && deps.nowUtcMs() - phase.atUtcMs < echoTimeoutMs);

  return {
    send: async (itemId, written, kept) => {
      const sent = sentTo(itemId);
      if (!sent) return 'gone';
      const { place } = sent;
      const { text } = await inSteps(redacting(written, kept), breathe);
      const bound = boundTo(
        place,
        knowsNewReaders(itemId) ? await readNow(sent, deps) : sent.bound,
      );
      const id = deps.newId();
      const saved = await outbox().saveDraft(id, answerDraft(itemId, text), []);
      if (saved !== 'taken') return saved;
      const contents = [answerContent(id, place, text)];
      const destination = answerDestination(itemId);
      const taken = await outbox().enter(id, { destination, bound, contents });
      // The text is still in the window, and a reply is not listed as a draft.
      if (taken === 'taken') deps.drafts.keep(itemId, '');
      else await outbox().discard(id);
      return taken;
    },
    destination: (name, bound) => {
      const place = sentTo(answeredIn(name) ?? '')?.place;
      if (!place) return undefined;
      const check = () => refuseOther(bound, now(place));
      check();
      return place.via === 'github'
        ? inIssue(place, { bound, check }, deps.issues())
        : inRoom(place, bound, deps);
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

/** Takes the current readers, if the server answers in time; the repository stays the same. */
async function readNow({ place, bound }: Sent, deps: RepliesDeps): Promise<Binding> {
  const ask = async (signal: AbortSignal): Promise<Binding> => {
    if (place.via === 'matrix') return (await deps.matrix()?.account.readersOf(place.roomId)) ?? {};
    const { owner, repo } = place;
    const read = deps.issues()?.read;
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

function inRoom({ roomId }: RoomPlace, bound: Binding, deps: RepliesDeps): Destination | undefined {
  const signedIn = deps.matrix();
  if (!signedIn) return undefined;
  const { account, userId } = signedIn;
  const room = () => asReadBefore(account, roomId, bound);
  return createMatrixDestination({ matrix: inOneName(deps, account), userId, room });
}
