/** The outbox as the window shows it. */
import * as v from 'valibot';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { destinationName, placeName } from '../../../shared/feedback/destination-name.ts';
import { answerOf } from '../../../shared/feedback/answer.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { firstLineOf } from '../../../shared/text/first-line.ts';
import type { Answers, DestinationView, Draft, ItemView } from '../../../shared/feedback/state.ts';
import { DraftSchema } from '../../../shared/feedback/state.ts';

/** Cached, since items are immutable and a change of one re-renders all of them. */
const drafts = new WeakMap<Item, Readonly<{ draft: Draft | undefined }>>();

/** Undefined for other items than feedback, such as echo reports. */
export function draftOf(item: Item | undefined): Draft | undefined {
  if (!item) return undefined;
  const read = drafts.get(item) ?? { draft: readDraft(item) };
  drafts.set(item, read);
  return read.draft;
}

function readDraft(item: Item): Draft | undefined {
  try {
    return v.parse(DraftSchema, JSON.parse(item.draft));
  } catch {
    return undefined;
  }
}

/** Newest first. */
export function itemViews(
  t: Translate,
  items: readonly Item[],
  destinations: readonly DestinationView[],
  answersTo: (itemId: string) => Answers | undefined,
): ItemView[] {
  return items
    .filter((item) => !answerOf(item))
    .map((item) => {
      const answers = answersTo(item.id);
      return { ...itemView(t, item, destinations), ...(answers ? { answers } : {}) };
    })
    .toSorted((a, b) => b.sinceUtcMs - a.sinceUtcMs);
}

function itemView(t: Translate, item: Item, destinations: readonly DestinationView[]): ItemView {
  const { id, sinceUtcMs, phase } = item;
  const draft = draftOf(item);
  const destination = destinations.find((one) =>
    phase.at === 'draft'
      ? one.id === draft?.destinationId
      : destinationName(one) === item.destination && isStill(item, one),
  );
  // The first part of an issue is the issue itself.
  const labelsDropped = item.parts[0]?.answer?.labelsDropped;
  return {
    id,
    title: titleIn(t, item, draft),
    sinceUtcMs,
    phase,
    ...(labelsDropped ? { labelsDropped } : {}),
    ...(draft ? { draft } : {}),
    ...(destination ? { destination: shortOf(destination) } : {}),
  };
}

/** The document may use the same id for another place now, to which the item was not sent. */
function isStill({ bound }: Item, { place }: DestinationView): boolean {
  return bound?.['place'] === undefined || bound['place'] === place;
}

/** An item's title as the window shows it. */
export function itemTitle(t: Translate, item: Item): string {
  return titleIn(t, item, draftOf(item));
}

function titleIn(t: Translate, item: Item, draft: Draft | undefined): string {
  if (!draft) return firstLineOf(item.draft);
  return firstLineOf(draft.text) || t('feedback.untitled');
}

function shortOf({ id, name, via, place }: DestinationView) {
  return { id, name, via, place };
}

/** `ready`: whether the member is signed in there. */
export function destinationView(
  t: Translate,
  plan: DestinationPlan,
  ready: DestinationView['ready'],
): DestinationView {
  const { id, name, via } = plan;
  return { id, name, via, place: placeName(plan), readers: readersOf(t, plan), ready };
}

/** A public repository is always shown as public, even if the document describes its readers otherwise. */
function readersOf(t: Translate, plan: DestinationPlan): string {
  if (plan.via === 'github' && plan.public) return t('feedback.readers.everybody');
  if (plan.readers !== undefined) return plan.readers;
  if (plan.via === 'github') return t('feedback.readers.repository', { place: plan.repository });
  if (typeof plan.room === 'string') return t('feedback.readers.room', { place: plan.room });
  return t('feedback.readers.people', { people: plan.room.with.join(', ') });
}
