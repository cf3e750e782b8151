/** Where the members of the demo's co-op meet, and how the notes of their meetings begin. Pure. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Say } from './language.ts';
import { presenceUrl, templateUrl, urlOf } from './places.ts';
import { troubledId } from './services.ts';

const hallId = 'hall';

export function meetOf(say: Say): Pick<DocumentInput, 'rooms' | 'meetings'> {
  return {
    rooms: [
      {
        id: hallId,
        name: say('Weekly meeting', 'Réunion hebdomadaire'),
        kind: 'bigbluebutton',
        url: `${urlOf(troubledId)}/rooms/all`,
        service: troubledId,
        echo: 'own',
        presence: presenceUrl,
      },
      {
        id: 'guests',
        name: say('Guests', 'Personnes invitées'),
        kind: 'jitsi',
        url: `${urlOf('meet')}/PineLaneGuests`,
      },
      {
        id: 'bridge',
        name: say('Phone line', 'Ligne téléphonique'),
        phone: { number: '+1 555 0100', pin: '4711#' },
      },
    ],
    meetings: [
      {
        id: 'weekly',
        name: say('Weekly meeting', 'Réunion hebdomadaire'),
        room: hallId,
        pad: { url: `${urlOf('pads')}/weekly-{yyyy-mm-dd}`, kind: 'hedgedoc' },
        template: { url: templateUrl },
        archive: { url: `${urlOf('files')}/notes`, isRestricted: true },
      },
    ],
  };
}

const minuteMs = 60_000;

/** Counted at the last full minute. */
export function presenceOf(nowUtcMs: number) {
  const atUtc = new Date(Math.floor(nowUtcMs / minuteMs) * minuteMs).toISOString();
  return { room: hallId, running: true, participants: 3, atUtc };
}

export function templateOf(say: Say): string {
  return say(
    '# {{date}} {{title}}\n\nLocation: {{room}}\nAttending:\n\n## Agenda\n\n- Check-in\n',
    '# {{date}} {{title}}\n\nLieu : {{room}}\nPrésences :\n\n## Ordre du jour\n\n- Tour de table\n',
  );
}
