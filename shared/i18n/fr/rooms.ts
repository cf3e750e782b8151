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
  'rooms.page.title': '{name} – page {number}',
  'rooms.page.index': 'Toutes les pages',
  'rooms.page.earlier': 'Messages précédents',
  'rooms.page.later': 'Messages suivants',
  'rooms.page.range': '{from} – {to} : {messages, plural, one {# message} other {# messages}}',
  'rooms.page.noTime': 'à un moment inconnu',
  'rooms.page.thread': 'dans un fil',
  'rooms.page.removed': 'Ce message a été supprimé.',
  'rooms.page.encrypted': 'Ce message est chiffré, et Coop Tray n’a pas les clés.',
  'rooms.page.edit': 'Remplace un message précédent par :',
  'rooms.page.edited': 'Modifié. Texte d’origine :',
  'rooms.page.file': 'Un fichier :',
  'rooms.page.about':
    'Le salon {room} tel que {user} pouvait le lire le {date} : {shown, plural, one {# message} other {# messages}}.',
  'rooms.page.rest':
    'messages.jsonl contient tous les événements du salon, {events, number} au total, pour d’autres logiciels : aussi les arrivées et les départs, les réactions et les premières versions.',
  'rooms.page.files':
    'Les images et les fichiers n’ont pas été copiés. Leur nom mène au message dans un logiciel Matrix, tant qu’il existe.',
};
