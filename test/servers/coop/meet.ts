/** Where the members of the stand-in co-op meet, and how the notes of their meetings begin. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Reply } from '../http.ts';

export const presencePath = '/presence.json';
export const templatePath = '/notes-template.md';

const minuteMs = 60_000;

/** Counted at the last full minute. */
export function presenceReply(nowUtcMs: number): Reply {
  const atUtc = new Date(Math.floor(nowUtcMs / minuteMs) * minuteMs).toISOString();
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ room: 'hall', running: true, participants: 3, atUtc }]),
  };
}

export const templateReply: Reply = {
  headers: { 'content-type': 'text/markdown; charset=utf-8' },
  body: [
    '# YYYY-MM-DD {{title}}',
    '',
    'Location:   {{room}}  ',
    'Attending:  ',
    'Notetaker:  ',
    '',
    '## Agenda',
    '',
    '- Check-in',
    '- Task board',
    '- Check-out',
    '',
    '<!-- Archive as YYYY-MM-DD.md -->',
    '',
  ].join('\n'),
};

/** `room`: of the co-op's own server; `echoId`: of its entry in `echo`, if the document has one. */
export function meetPlan(
  site: string,
  { room, echoId }: Readonly<{ room: string; echoId?: string }>,
): Pick<DocumentInput, 'rooms' | 'meetings'> {
  return {
    rooms: [
      {
        id: 'hall',
        name: 'Town hall',
        kind: 'bigbluebutton',
        url: room,
        service: 'calls',
        ...(echoId === undefined ? {} : { echo: echoId }),
        phone: { number: '+1 555 0100', pin: '4711#' },
        presence: site + presencePath,
      },
      {
        id: 'guests',
        name: 'Guests',
        kind: 'jitsi',
        url: 'https://meet.maple.example/MapleStreetGuests',
      },
      { id: 'bridge', name: 'Phone line', phone: { number: '+1 555 0100', pin: '1234#' } },
    ],
    meetings: [
      {
        id: 'infrastructure',
        name: 'Infrastructure',
        match: { prefix: 'Infrastructure' },
        room: 'hall',
        pad: { url: 'https://pads.maple.example/infra-{yyyy-mm-dd}', kind: 'hedgedoc' },
        template: { url: site + templatePath, tokens: { date: 'YYYY-MM-DD' } },
        archive: { url: 'https://forge.maple.example/notes/{yyyy}', isRestricted: true },
      },
      {
        id: 'all-hands',
        name: 'All hands',
        room: 'hall',
        pad: { url: 'https://pads.maple.example/p/all-hands', kind: 'etherpad' },
        archive: { url: 'https://meetings.maple.example/' },
      },
    ],
  };
}
