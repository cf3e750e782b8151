/**
 * Other members' acknowledgements, and which of them still apply. They say that somebody is looking into it, and
 * nothing else: no trouble becomes quieter by them (decision 0017). Pure.
 */
import type { ContactNames } from '../coop/contact-account.ts';
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { plainReply } from '../text/plain.ts';
import { shownNames } from '../matrix/shown-names.ts';
import { Instant, isOfOtherVersion, skewMs } from '../matrix/claimed.ts';
import type { RoomEvent } from '../matrix/event.ts';
import type { ServiceView } from '../status/view.ts';
import { ackField } from './message.ts';
import { reasonLimit } from '../triage/mutes.ts';
import type { SeenBy } from '../triage/sharing.ts';
import { isTrouble } from '../observation/trouble.ts';

/** An acknowledgement expires after this unless renewed: its author may be asleep by then. */
const longestAckMs = 24 * 3_600_000;
/** Messages stored, newest last; and people listed for one service. */
const heardLimit = 200;
const namedLimit = 5;

const common = {
  v: v.literal(1),
  service: v.pipe(v.string(), v.regex(serviceIdPattern)),
  atUtc: Instant,
};
const FieldSchema = v.variant('state', [
  v.object({
    ...common,
    state: v.literal('seen'),
    sinceUtc: Instant,
    untilUtc: v.optional(Instant),
    note: v.pipe(
      v.string(),
      v.maxLength(reasonLimit),
      v.transform((text) => plainReply(text).replaceAll(/\s+/g, ' ')),
      v.minLength(1),
    ),
  }),
  v.object({ ...common, state: v.literal('withdrawn') }),
]);
/** An edit changes the text for people, not the field for apps. */
const EditSchema = v.object({ 'm.relates_to': v.object({ rel_type: v.literal('m.replace') }) });
/** The part of an unreadable field that may still be readable. */
const ServiceSchema = v.object({ service: common.service });

export type Heard = Readonly<{
  /** Event id. */
  id: string;
  /** Sender of the event, whatever its content says. */
  sender: string;
  /** The sender's display name, unchecked. */
  senderName?: string;
  /** Undefined only if nothing of the field is readable: it may concern any service. */
  serviceId: string | undefined;
  /** An acknowledgement that cannot be read here. */
  odd?: true;
  /** Absent for a withdrawal. */
  note?: string;
  saidAtUtcMs: number;
  /** When the event reached the server, ms UTC: later than it was written if it had to wait. */
  sentUtcMs: number;
  untilUtcMs: number;
}>;

/** Adds an event. Returns the same value if there is nothing new in it. */
export function hearAck(
  heard: readonly Heard[],
  event: RoomEvent,
  nowUtcMs: number,
): readonly Heard[] {
  if (event.type === 'm.room.redaction') {
    return heard.some(({ id }) => id === event.redacts)
      ? heard.filter(({ id }) => id !== event.redacts)
      : heard;
  }
  const one = event.type === 'm.room.message' ? parseAck(event, nowUtcMs) : undefined;
  if (!one || heard.some(({ id }) => id === one.id)) return heard;
  return [...heard, one].toSorted((a, b) => a.saidAtUtcMs - b.saidAtUtcMs).slice(-heardLimit);
}

function parseAck(event: RoomEvent, nowUtcMs: number): Heard | undefined {
  const said = event.content[ackField];
  const isOther = said === undefined || isOfOtherVersion(said) || v.is(EditSchema, event.content);
  const latestUtcMs = nowUtcMs + skewMs;
  if (isOther || event.sentUtcMs > latestUtcMs) return undefined;
  const { success, output: field } = v.safeParse(FieldSchema, said);
  if (!success) return unreadable(event, said, nowUtcMs);
  if (field.atUtc > latestUtcMs) return undefined;
  const saidAtUtcMs = Math.min(field.atUtc, event.sentUtcMs, nowUtcMs);
  const base = { ...sentBy(event), serviceId: field.service, saidAtUtcMs };
  const expiresUtcMs = saidAtUtcMs + longestAckMs;
  if (field.state === 'withdrawn') return { ...base, untilUtcMs: expiresUtcMs };
  // Nobody acknowledges trouble before it begins.
  if (field.sinceUtc > field.atUtc + skewMs) return undefined;
  const untilUtcMs = Math.min(field.untilUtc ?? Infinity, expiresUtcMs);
  return { ...base, note: field.note, untilUtcMs };
}

function unreadable(event: RoomEvent, said: unknown, nowUtcMs: number): Heard {
  const { sentUtcMs } = event;
  const serviceId = v.is(ServiceSchema, said) ? said.service : undefined;
  const saidAtUtcMs = Math.min(sentUtcMs, nowUtcMs);
  const untilUtcMs = saidAtUtcMs + longestAckMs;
  return { ...sentBy(event), serviceId, odd: true, saidAtUtcMs, untilUtcMs };
}

function sentBy({ eventId: id, sender, senderName, sentUtcMs }: RoomEvent) {
  return { id, sender, ...(senderName ? { senderName } : {}), sentUtcMs };
}

/** The member, and since when the trouble may last as far as this app has seen; ms UTC. */
export type Onlooker = Readonly<{
  userId: string;
  /** Their names count more than those that people chose. */
  people: ContactNames;
  /** Earlier acknowledgements of the service are about trouble that is over. */
  staleBeforeUtcMs?: number | undefined;
}>;

/** Who else has acknowledged a service's current trouble, newest first. */
export function seenBy(
  heard: readonly Heard[],
  view: ServiceView,
  { userId, people, staleBeforeUtcMs = -Infinity }: Onlooker,
  nowUtcMs: number,
): readonly SeenBy[] {
  if (!isInTrouble(view)) return [];
  const others = heard.filter(
    (one) => one.serviceId === view.id && one.sender !== userId && !one.odd,
  );
  const newest = new Map(others.map((one) => [one.sender, one]));
  const shownName = shownNames(
    [
      ...heard.map(({ sender, senderName }) => ({ id: sender, name: senderName })),
      ...Array.from(people, ([id, name]) => ({ id, name })),
    ],
    userId,
  );
  return [...newest.values()]
    .flatMap(({ sender, note, saidAtUtcMs, untilUtcMs }) => {
      if (note === undefined || nowUtcMs >= untilUtcMs || saidAtUtcMs <= staleBeforeUtcMs)
        return [];
      return [{ by: shownName(sender), note, atUtcMs: saidAtUtcMs }];
    })
    .toSorted((a, b) => b.atUtcMs - a.atUtcMs)
    .slice(0, namedLimit);
}

/** How many others may have acknowledged it in messages that cannot be read here. */
export function unreadOf(
  heard: readonly Heard[],
  view: ServiceView,
  { userId, staleBeforeUtcMs = -Infinity }: Onlooker,
  nowUtcMs: number,
): number {
  if (!isInTrouble(view)) return 0;
  return heard.filter(
    ({ odd, sender, serviceId = view.id, saidAtUtcMs, untilUtcMs }) =>
      odd &&
      sender !== userId &&
      serviceId === view.id &&
      nowUtcMs < untilUtcMs &&
      saidAtUtcMs > staleBeforeUtcMs,
  ).length;
}

/** Uses the last known verdict while the current one is unknown. */
export function isInTrouble(view: ServiceView): boolean {
  return isTrouble(view.lastKnown ?? view.verdict);
}

/** When the next one expires, ms UTC. */
export function nextEndUtcMs(heard: readonly Heard[], nowUtcMs: number): number | undefined {
  const ends = heard.map(({ untilUtcMs }) => untilUtcMs).filter((end) => end > nowUtcMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
