/** The document of the demo's co-op, which no server has. Pure. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Say } from './language.ts';
import { meetOf } from './meet.ts';
import {
  backupsUrl,
  calendarUrl,
  collective,
  host,
  linksUrl,
  moneyUrl,
  people,
  rooms,
  urlOf,
} from './places.ts';
import { servicesOf, subjectsOf, troubledId } from './services.ts';

/** Where the member's feedback of the past went. */
export const testersId = 'testers';

export function documentOf(say: Say, timeZone: string): DocumentInput {
  return {
    version: 1,
    name: say('Pine Lane Co-op', 'Coop de la rue des Pins'),
    url: `https://${host}`,
    // Otherwise a member who tries the demo at night would see no notification.
    quietHours: {
      outside: {
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        from: '00:00',
        to: '24:00',
      },
    },
    services: [...servicesOf(say)],
    maintenance: [
      {
        title: say('Nightly updates', 'Mises à jour de nuit'),
        services: ['pads', 'files'],
        cron: '30 3 * * *',
        timeZone,
        durationMin: 45,
      },
    ],
    emergency: emergencyOf(say),
    echo: [...echoServersOf(say)],
    ...talkOf(say),
    ...meetOf(say),
    backups: {
      sources: [
        {
          id: 'backups',
          name: say('Backup server', 'Serveur de sauvegarde'),
          kind: 'coop-backups',
          url: backupsUrl,
        },
      ],
      restore: { people: ['Sam', 'Noor'] },
    },
    calendars: [{ id: 'coop', name: say('Co-op', 'Coop'), url: calendarUrl, remindMinutes: 10 }],
    links: {
      sources: [
        {
          id: 'links',
          name: say('Short links', 'Liens courts'),
          url: linksUrl,
          format: 'json',
          base: urlOf('link'),
        },
      ],
    },
    money: { collectives: [{ slug: collective }], url: urlOf('money'), apiUrl: moneyUrl },
  };
}

/** The servers for the echo test, whose earlier results name them as well. */
export function echoServersOf(say: Say) {
  return [
    {
      id: 'own',
      name: say('Our own server', 'Notre serveur'),
      room: `${urlOf(troubledId)}/rooms/echo`,
      service: troubledId,
    },
    {
      id: 'partner',
      name: say('Server of the federation', 'Serveur de la fédération'),
      room: `${urlOf('federation')}/rooms/echo`,
    },
  ] as const;
}

function emergencyOf(say: Say): NonNullable<DocumentInput['emergency']> {
  return {
    title: say('If everything is down', 'Si tout est en panne'),
    text: say(
      'Call the phone line. Somebody is there within an hour on any day.',
      'Appelez la ligne téléphonique. Quelqu’un y sera dans l’heure, tous les jours.',
    ),
    steps: [
      say('Call the phone line.', 'Appelez la ligne téléphonique.'),
      say('Nobody there? Text Sam.', 'Personne ? Envoyez un texto à Sam.'),
    ],
    contacts: [
      { name: say('Phone line', 'Ligne téléphonique'), phone: '+1 555 0100' },
      { name: 'Sam', role: say('servers', 'serveurs'), phone: '+1 555 0101' },
    ],
  };
}

function talkOf(say: Say): Pick<DocumentInput, 'matrix' | 'feedback'> {
  return {
    matrix: {
      homeserver: host,
      announcements: rooms.news,
      rooms: [
        { room: rooms.news, name: say('Announcements', 'Annonces') },
        {
          room: rooms.beta,
          name: say('Testers', 'Groupe de test'),
          keepDays: 90,
          purge: { cron: '0 3 * * 0', timeZone: 'America/Toronto' },
        },
      ],
    },
    feedback: {
      destinations: [
        {
          id: testersId,
          via: 'matrix',
          name: say('Testers’ room', 'Salon du groupe de test'),
          readers: say(
            'nobody: this is a demo, and nothing is sent',
            'personne : c’est une démo, rien n’est envoyé',
          ),
          room: rooms.beta,
        },
        {
          id: 'private',
          via: 'matrix',
          name: say('You and Sam', 'Vous et Sam'),
          readers: say(
            'nobody: this is a demo, and nothing is sent',
            'personne : c’est une démo, rien n’est envoyé',
          ),
          room: { with: [people.staff] },
        },
      ],
      staging: [{ id: 'staging', name: subjectsOf(say).site }],
    },
  };
}
