/** The stand-in co-op's plans: nightly maintenance, a restored copy, and where members meet when all is down. */
import type { Reply } from '../http.ts';
import type { DocumentInput } from '../../../shared/coop/document.ts';

export const maintenance: NonNullable<DocumentInput['maintenance']> = [
  {
    title: 'Nightly updates',
    services: ['files', 'old-pads'],
    cron: '30 3 * * *',
    timeZone: 'America/Toronto',
    durationMin: 45,
  },
];

export const emergency: NonNullable<DocumentInput['emergency']> = {
  title: 'If everything is down',
  text: 'We meet on the phone line at the full hour. Nobody has to be there outside of working hours.',
  steps: [
    'Look at the noticeboard: whoever repairs writes there first.',
    'No word there? Call whoever runs the servers this week.',
    'Passwords are in the sealed envelope in the office.',
  ],
  contacts: [
    { name: 'Phone line', role: 'where we meet', phone: '+1 555 0100' },
    {
      name: 'El',
      role: 'runs the servers',
      phone: '+1 555 0101',
      email: 'el@maple-street.example',
    },
    {
      name: 'Noticeboard',
      role: 'a page at another host',
      url: 'https://noticeboard.example/maple-street',
    },
  ],
};

/** Where the co-op's site gives the date of its restored copy of the passwords. */
export const restoredPath = '/restored.json';

const hourMs = 3_600_000;

/** Looks restored every night, at any time of day: two hours before the last full hour. */
export function restored(nowUtcMs: number): Reply {
  const at = new Date(Math.floor(nowUtcMs / hourMs) * hourMs - 2 * hourMs);
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ restoredAt: at.toISOString() }),
  };
}
