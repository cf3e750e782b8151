/** What a member is told of an event besides its time. Pure. */
import { decodeHTMLStrict } from 'entities/decode';
import type { CalendarEvent } from './event.ts';
import { joinsOf } from './joins.ts';
import type { Line } from './lines.ts';
import type { Answer, Occurrence } from './occurrence.ts';
import { plainLine } from './plain-line.ts';
import type { Property } from './property.ts';
import { plainText, readProperty } from './property.ts';

export type Details = Pick<
  Occurrence,
  'title' | 'isTentative' | 'isFree' | 'isPrivate' | 'answer' | 'location' | 'joins'
>;

/** What Exchange puts before the title of a meeting that it leaves confirmed (GAS-ICS-Sync #218). */
const calledOff = /^\s*(?:cancell?ed|annul[ée]e?)\s*:/i;
const titleLimit = 300;
const locationLimit = 500;
const attendeesLimit = 500;
const conferencesLimit = 20;

/** `addresses`: the member's, by which their answer is found. */
export function detailsOf({ lines }: CalendarEvent, addresses: readonly string[]): Details {
  const text = (name: string) => firstText(lines, name);
  const shownText = (name: string) => decodeHTMLStrict(text(name));
  const word = (name: string) => text(name).trim().toUpperCase();
  const isPrivate = ['PRIVATE', 'CONFIDENTIAL'].includes(word('class'));
  const answer = answerOf(lines, addresses);
  const location = isPrivate ? '' : plainLine(shownText('location'), locationLimit);
  return {
    title: isPrivate ? '' : plainLine(shownText('summary'), titleLimit),
    ...(word('status') === 'TENTATIVE' ? { isTentative: true } : {}),
    ...(word('transp') === 'TRANSPARENT' || calledOff.test(text('summary'))
      ? { isFree: true }
      : {}),
    ...(isPrivate ? { isPrivate } : {}),
    ...(answer ? { answer } : {}),
    ...(location === '' ? {} : { location }),
    joins: joinsOf({
      conferences: properties(lines, conferenceNames, conferencesLimit).map((one) =>
        plainText(one.value),
      ),
      url: text('url'),
      location: text('location'),
      description: text('description'),
      html: text('x-alt-desc'),
    }),
  };
}

const conferenceNames: ReadonlySet<string> = new Set([
  'conference',
  'x-google-conference',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
]);

function properties(
  lines: readonly Line[],
  names: ReadonlySet<string>,
  limit: number,
): readonly Property[] {
  return lines
    .filter((one) => names.has(one.name))
    .slice(0, limit)
    .map((one) => readProperty(one.text))
    .filter((one) => one !== undefined);
}

function firstText(lines: readonly Line[], name: string): string {
  const line = lines.find((one) => one.name === name);
  const property = line && readProperty(line.text);
  return property ? plainText(property.value) : '';
}

const answers: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  // Somebody else goes.
  DELEGATED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'needs-action',
};

function answerOf(lines: readonly Line[], addresses: readonly string[]): Answer | undefined {
  if (addresses.length === 0) return undefined;
  const own = new Set(addresses.map((one) => one.trim().toLowerCase()));
  const attendee = properties(lines, attendeeNames, attendeesLimit).find((one) =>
    [one.value, one.parameter('email') ?? ''].some((address) => own.has(plainAddress(address))),
  );
  // RFC 5545, 3.2.12: it is the default, and what stands for any word that is not known.
  return (
    attendee && (answers[attendee.parameter('partstat')?.toUpperCase() ?? ''] ?? 'needs-action')
  );
}

const attendeeNames: ReadonlySet<string> = new Set(['attendee']);

/** Some servers have a path whose end is the address (simple-caldav #20). */
function plainAddress(value: string): string {
  const address = value
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  if (!address.startsWith('/')) return address;
  const end = address.split('/').findLast((part) => part !== '') ?? '';
  return end.replace('%40', '@');
}
