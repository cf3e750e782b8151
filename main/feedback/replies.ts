/** The member's own answers: on their way through the outbox, into the thread of what they answer. */
import type { Answer, Item } from '../../shared/feedback/outbox.ts';
import {
  answerContent,
  answerDestination,
  answerDraft,
  answerOf,
  answeredIn,
} from '../../shared/feedback/answer.ts';
import type { IssuePlace, Place } from '../../shared/feedback/place.ts';
import type { Answers as AnswersView } from '../../shared/feedback/state.ts';
import type { Binding } from '../../shared/binding.ts';
import type { Identity } from './bound.ts';
import { refuseOther } from './bound.ts';
import { redact } from '../../shared/redact/redact.ts';
import type { Destination, Destinations } from './deliver.ts';
import type { Matrix } from './matrix-destination.ts';
import { createMatrixDestination } from './matrix-destination.ts';
import type { Outbox, Taken } from './outbox.ts';

export type RepliesParts = Readonly<{
  identity: Identity;
  outbox: () => Pick<Outbox, 'items' | 'saveDraft' | 'enter' | 'discard'>;
  newId: () => string;
  /** Where the item lies that is answered. */
  placeOf: (itemId: string) => Place | undefined;
  /** Undefined unless somebody is signed in. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  /** Undefined while signed out. Throws DeliveryError. */
  comment: () => Comment | undefined;
  nowUtcMs: () => number;
}>;

export type Comment = (place: IssuePlace, content: string, signal: AbortSignal) => Promise<Answer>;

export type Replies = Readonly<{
  /** `kept`: what the member has put back of what is taken out of it. */
  send: (itemId: string, text: string, kept?: readonly string[]) => Promise<Taken | 'gone'>;
  /** Of the outbox: where an answer goes; undefined for other names, and while nobody is signed in. */
  destination: Destinations;
  /** Those to one item that are not heard of yet among `heard`. */
  sending: (itemId: string, heard: ReadonlySet<string>) => AnswersView['sending'];
}>;

/** One that has arrived is heard of again soon; in ms. */
const echoMs = 3_600_000;

export function createReplies(parts: RepliesParts): Replies {
  const { outbox, placeOf } = parts;

  /** Where the thread lies, and over which server it was sent: its number is another one's elsewhere. */
  const boundTo = (place: Place): Binding => ({ ...now(place), ...serverOf(place) });
  const now = (place: Place): Binding => ({
    via: place.via,
    place: threadOf(place),
    ...parts.identity(place.via),
  });

  const isShown = ({ phase, parts: [part] }: Item, heard: ReadonlySet<string>) =>
    phase.at !== 'sent' ||
    (!heard.has(part?.answer?.id ?? '') && parts.nowUtcMs() - phase.atUtcMs < echoMs);

  return {
    send: async (itemId, written, kept) => {
      const place = placeOf(itemId);
      if (!place) return 'gone';
      const id = parts.newId();
      const { text } = redact(written, kept);
      const saved = await outbox().saveDraft(id, answerDraft(itemId, text), []);
      if (saved !== 'taken') return saved;
      const contents = [answerContent(id, place, text)];
      const destination = answerDestination(itemId);
      const taken = await outbox().enter(id, { destination, bound: boundTo(place), contents });
      // The text is still in the window: a draft that nobody sees would only take up room.
      if (taken !== 'taken') await outbox().discard(id);
      return taken;
    },
    destination: (name, bound) => {
      const place = placeOf(answeredIn(name) ?? '');
      if (place) refuseOther(bound, now(place));
      return place?.via === 'github' ? inIssue(place, parts.comment()) : inRoom(place, parts);
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

function threadOf(place: Place): string {
  if (place.via === 'matrix') return `${place.roomId} ${place.eventId}`;
  return `${place.owner}/${place.repo}#${place.issueNumber}`;
}

function serverOf(place: Place): Binding {
  return place.via === 'github' && place.server !== undefined ? { server: place.server } : {};
}

function inIssue(place: IssuePlace, comment: Comment | undefined): Destination | undefined {
  return comment && { send: ({ content }, _id, signal) => comment(place, content, signal) };
}

function inRoom(place: Place | undefined, parts: RepliesParts): Destination | undefined {
  const signedIn = parts.matrix();
  if (place?.via !== 'matrix' || !signedIn) return undefined;
  const { account: matrix, userId } = signedIn;
  return createMatrixDestination({ matrix, userId, room: async () => place.roomId });
}
