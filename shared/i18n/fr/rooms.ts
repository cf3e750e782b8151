import type { rooms as english } from '../en/rooms.ts';

/** Rooms whose messages do not stay, and saving them first, in French. */
export const rooms: Readonly<Record<keyof typeof english, string>> = {
  'rooms.keeps': 'On ne sait pas combien de temps les messages sont gardés ici.',
  'rooms.archived': 'Plus personne n’écrit ici.',
  'rooms.what.old': 'Les anciens messages',
  'rooms.what.older': 'Les messages de plus de {age}',
  'rooms.age':
    '{unit, select, year {{count, plural, one {# an} other {# ans}}} month {{count} mois} week {{count, plural, one {# semaine} other {# semaines}}} other {{count, plural, one {# jour} other {# jours}}}}',
  'rooms.removed':
    '{what} sont supprimés{often, select, daily { chaque jour} weekly { chaque semaine} monthly { chaque mois} other {}}.',
  'rooms.removed.next':
    '{what} sont supprimés{often, select, daily { chaque jour} weekly { chaque semaine} monthly { chaque mois} other {}} ; prochaine fois : {when}.',
  'rooms.goes': 'Ce qui a été écrit avant le {goes} disparaîtra alors.',
  'rooms.gone':
    'Ce qui a été écrit avant le {gone} devrait déjà avoir disparu ; ce qui l’a été avant le {goes} suivra alors.',
};
