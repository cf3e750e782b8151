/** Hints about rooms for calls, and about the notes of meetings. Pure. */
import { maskedAddress } from '../../net/masked.ts';
import { pathOf, webParts } from '../../net/web-parts.ts';
import { quote } from '../../text/quote.ts';
import type { PadKind, RegularMeeting } from '../meetings.ts';
import { dayTokens } from '../meetings.ts';
import type { CoopDocument } from '../parse.ts';
import { hostOf, isPrivateLine } from '../web.ts';
import type { Hint } from './hint.ts';
import { hint } from './hint.ts';

export function meetingPlaceHints(document: CoopDocument): readonly Hint[] {
  return [...roomHints(document), ...notesHints(document)];
}

function roomHints({ rooms = [], services, echo }: CoopDocument): readonly Hint[] {
  const serviceIds = new Set(services.map(({ service }) => service.id));
  const instanceIds = new Set(echo.map(({ id }) => id));
  return rooms.flatMap((room, index) => {
    const at = `$.rooms[${index}]`;
    return [
      ...referenceHints(`${at}.service`, room.service, serviceIds),
      ...referenceHints(`${at}.echo`, room.echo, instanceIds),
      ...addressHints(`${at}.url`, room.url),
      ...addressHints(`${at}.presence`, room.presence),
    ];
  });
}

function notesHints({ meetings = [], rooms = [] }: CoopDocument): readonly Hint[] {
  const roomIds = new Set(rooms.map(({ id }) => id));
  return meetings.flatMap((meeting, index) => {
    const { room, pad, template, archive } = meeting;
    const at = `$.meetings[${index}]`;
    return [
      ...referenceHints(`${at}.room`, room, roomIds),
      ...addressHints(`${at}.pad.url`, pad.url),
      ...addressHints(`${at}.template.url`, template?.url),
      ...addressHints(`${at}.archive.url`, archive?.url),
      ...dayHints(`${at}.pad.url`, pad.url),
      ...dayHints(`${at}.archive.url`, archive?.url),
      ...templateHints(`${at}.template.url`, meeting),
    ];
  });
}

function referenceHints(
  at: string,
  got: string | undefined,
  known: ReadonlySet<string>,
): readonly Hint[] {
  return got === undefined || known.has(got) ? [] : [hint(at, 'reference', { got })];
}

function addressHints(at: string, url: string | undefined): readonly Hint[] {
  if (url === undefined) return [];
  const { text, hasSecret } = maskedAddress(url);
  return [
    ...(isPrivateLine(url)
      ? []
      : [hint(at, 'address-open', { suggestion: quote(`https://${text}`) })]),
    ...(hasSecret ? [hint(at, 'address-secret', { shown: quote(text) })] : []),
  ];
}

/** Braces that are not filled in, such as `{YYYY-MM-DD}`. Encoded, they may be others': SharePoint has ids in them. */
function dayHints(at: string, url = ''): readonly Hint[] {
  const known = dayTokens.map((token) => `{${token}}`);
  const written = url.replaceAll(/%7b([ymdaj-]+)%7d/gi, '{$1}');
  const unknown = [...written.matchAll(/\{[^{}]*\}/g)].find(([token]) => !known.includes(token));
  return unknown
    ? [hint(at, 'day-token', { got: quote(unknown[0]), known: known.join(', ') })]
    : [];
}

/** What follows the address of a pad where its text is alone: the usual first. */
const rawPaths: Readonly<Record<PadKind, readonly [string, ...string[]]>> = {
  hedgedoc: ['/download'],
  codimd: ['/download'],
  hackmd: ['/download'],
  // With a plugin, also as Markdown: https://github.com/ether/ep_markdown
  etherpad: ['/export/txt', '/export/markdown'],
};

/** A template that is a pad itself, given by the address of its page. */
function templateHints(at: string, { pad, template }: RegularMeeting): readonly Hint[] {
  if (!template || hostOf(template.url) !== hostOf(pad.url)) return [];
  const raws = rawPaths[pad.kind];
  // A query after it would be fine; one before it, or a fragment, hides it from the server.
  const parts = webParts(template.url);
  const isRaw = parts && raws.some((raw) => pathOf(parts).endsWith(raw));
  return isRaw ? [] : [hint(at, 'template-page', { raw: raws[0] })];
}
