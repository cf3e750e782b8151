/** The services of the demo's co-op. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Say } from './language.ts';
import { urlOf } from './places.ts';

type ServiceInput = DocumentInput['services'][number];

/** Its troubles come and go while a member watches: see `story.ts`. */
export const troubledId = 'calls';
/** Quick, so that a member sees within seconds what takes minutes in practice. */
const pace = { intervalS: 5, damping: { failures: 2, successes: 2, confirmS: 1 } };

/** What the member has written about. */
export function subjectsOf(say: Say) {
  return {
    calls: { id: troubledId, name: say('Calls', 'Appels') },
    pads: { id: 'pads', name: say('Pads', 'Blocs-notes') },
    site: say('Test site', 'Site de test'),
  };
}

export function servicesOf(say: Say): readonly ServiceInput[] {
  const { calls, pads, site } = subjectsOf(say);
  const one = (id: string, name: string, description: string, more = {}): ServiceInput => ({
    id,
    name,
    description,
    url: urlOf(id),
    probe: { type: 'http', url: urlOf(id) },
    ...more,
  });
  return [
    one(
      calls.id,
      calls.name,
      say('Video calls and the weekly meeting.', 'Appels vidéo et réunion hebdomadaire.'),
      {
        ...pace,
        instead: {
          name: say('the phone line, +1 555 0100', 'la ligne téléphonique, +1 555 0100'),
        },
      },
    ),
    one(
      'chat',
      say('Chat', 'Messagerie'),
      say('The rooms of all working groups.', 'Les salons de tous les groupes de travail.'),
      { instead: { name: say('the text message list', 'la liste de textos') } },
    ),
    one(
      pads.id,
      pads.name,
      say('Notes that several people write together.', 'Des notes écrites à plusieurs.'),
    ),
    one(
      'files',
      say('Files', 'Fichiers'),
      say('Shared folders and calendars.', 'Dossiers et calendriers partagés.'),
    ),
    one(
      'passwords',
      say('Passwords', 'Mots de passe'),
      say('The shared passwords.', 'Les mots de passe partagés.'),
      {
        instead: {
          name: say('the sealed envelope in the office', 'l’enveloppe scellée au bureau'),
        },
      },
    ),
    one(
      'forum',
      'Forum',
      say('Long discussions and decisions.', 'Les longues discussions et les décisions.'),
    ),
    one('mail', say('Email', 'Courriel'), say('The co-op’s mailboxes.', 'Les boîtes de la coop.')),
    one('website', say('Website', 'Site Web'), say('The public site.', 'Le site public.')),
    one(
      'staging',
      site,
      say('The next version of the website.', 'La prochaine version du site Web.'),
    ),
    {
      id: 'old-wiki',
      name: say('Old wiki', 'Ancien wiki'),
      description: say('Replaced by the pads in 2024.', 'Remplacé par les blocs-notes en 2024.'),
      retired: true,
    },
  ];
}
