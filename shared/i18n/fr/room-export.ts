import type { rooms as english } from '../en/room-export.ts';

/** Rooms that delete old messages, and exporting them first, in French. */
export const rooms: Readonly<Record<keyof typeof english, string>> = {
  'rooms.keeps': 'La durée de conservation des messages est inconnue ici.',
  'rooms.archived': 'Ce salon est archivé.',
  'rooms.what.old': 'Les anciens messages',
  'rooms.what.older': 'Les messages de plus de {age}',
  'rooms.age':
    '{unit, select, year {{count, plural, one {# an} other {# ans}}} week {{count, plural, one {# semaine} other {# semaines}}} other {{count, plural, one {# jour} other {# jours}}}}',
  'rooms.removed':
    '{what} sont supprimés{often, select, daily { chaque jour} weekly { chaque semaine} monthly { chaque mois} other {}}.',
  'rooms.removed.next':
    '{what} sont supprimés{often, select, daily { chaque jour} weekly { chaque semaine} monthly { chaque mois} other {}} ; prochaine fois : {when}.',
  'rooms.goes': 'Prochaine fois : messages d’avant le {goes}.',
  'rooms.gone':
    'Les messages d’avant le {gone} sont déjà supprimés. Prochaine fois : messages d’avant le {goes}.',
  'rooms.page.title': '{name} – page {number}',
  'rooms.page.index': 'Toutes les pages',
  'rooms.page.earlier': 'Messages précédents',
  'rooms.page.later': 'Messages suivants',
  'rooms.page.range': '{from} – {to} : {messages, plural, one {# message} other {# messages}}',
  'rooms.page.noTime': 'Heure inconnue',
  'rooms.page.thread': 'dans un fil',
  'rooms.page.removed': 'Ce message a été supprimé.',
  'rooms.page.encrypted': 'Ce message est chiffré, et Coop Tray n’a pas les clés.',
  'rooms.page.edit': 'Remplace un message précédent par :',
  'rooms.page.edited': 'Modifié. Texte d’origine :',
  'rooms.page.file': 'Fichier :',
  'rooms.page.poll': 'Sondage :',
  'rooms.page.about':
    'Le salon {room} tel que {user} pouvait le lire le {date} : {shown, plural, one {# message} other {# messages}}.',
  'rooms.page.rest':
    'messages.jsonl contient tous les événements du salon, {events, number} au total, pour d’autres applications : aussi les arrivées et les départs, les réactions et les versions antérieures.',
  'rooms.page.leftOut': 'Absents des pages : {kinds}.',
  'rooms.page.leftOut.state': '{count, number} sur les arrivées, les départs ou le salon',
  'rooms.page.leftOut.reaction': '{count, plural, one {# réaction} other {# réactions}}',
  'rooms.page.leftOut.removal': '{count, plural, one {# suppression} other {# suppressions}}',
  'rooms.page.leftOut.vote':
    '{count, plural, one {# vote à un sondage} other {# votes à des sondages}}',
  'rooms.page.leftOut.other':
    '{count, plural, one {# d’un type que Coop Tray ne peut pas afficher} other {# de types que Coop Tray ne peut pas afficher}}',
  'rooms.page.unreadable':
    '{count, plural, one {# élément du serveur n’est pas un événement et n’est dans aucun fichier.} other {# éléments du serveur ne sont pas des événements et ne sont dans aucun fichier.}}',
  'rooms.page.files':
    'Les images et les fichiers n’ont pas été copiés. Leur nom mène au message dans une application Matrix, tant qu’il existe.',
  'rooms.title': 'Salons qui suppriment leurs anciens messages',
  'rooms.soon': 'Des messages seront bientôt supprimés',
  'rooms.explain': 'Enregistrez d’abord une copie (page Web et JSON).',
  'rooms.signedOut':
    'Connectez-vous à Matrix dans les paramètres pour enregistrer d’abord une copie d’un salon.',
  'rooms.failed': 'Impossible de lire les salons qui suppriment leurs messages.',
  'rooms.notIn': 'Vous n’êtes pas dans ce salon : il n’y a rien à enregistrer.',
  'rooms.button': '{word} ({name})',
  'rooms.save': 'Enregistrer une copie…',
  'rooms.again': 'Refaire la copie…',
  'rooms.goOn': 'Reprendre',
  'rooms.stop': 'Arrêter',
  'rooms.show': 'Afficher le dossier',
  'rooms.busy': 'En attente d’un autre salon',
  'rooms.copying': 'Enregistrement de {name}',
  'rooms.soFar': '{events, plural, one {# message} other {# messages}} jusqu’ici',
  'rooms.soFar.back':
    '{events, plural, one {# message} other {# messages}} jusqu’ici, en remontant au {date}',
  'rooms.finished':
    'Enregistré : {events, plural, one {# message} other {# messages}} dans « {folder} »',
  'rooms.unreadable':
    '{count, plural, one {# élément du serveur n’a pas pu être lu et n’est pas dans la copie.} other {# éléments du serveur n’ont pas pu être lus et ne sont pas dans la copie.}} Ouvrez le salon dans une application Matrix pour voir s’il manque un message.',
  'rooms.at.reading': 'Lecture, des messages les plus récents aux plus anciens',
  'rooms.at.waiting': 'En attente du serveur',
  'rooms.at.writing': 'Écriture des pages',
  'rooms.at.stopped': 'Arrêté. Vous pouvez reprendre au même endroit.',
  'rooms.at.failed': 'Inachevé. Vous pouvez reprendre au même endroit.',
  'rooms.at.finished': 'Terminé',
  'rooms.fault.signed-out': 'Votre session Matrix a pris fin. Reconnectez-vous, puis reprenez.',
  'rooms.fault.unreachable': 'Serveur injoignable.',
  'rooms.fault.rate-limited': 'Trop de tentatives. Réessayez dans quelques minutes.',
  'rooms.fault.forbidden': 'Le serveur ne vous laisse pas lire ce salon.',
  'rooms.fault.locked':
    'Les responsables du serveur ont verrouillé votre compte. Demandez-leur de le déverrouiller, puis reprenez.',
  'rooms.fault.deactivated': 'Votre compte a été fermé définitivement.',
  'rooms.fault.not-found': 'Le serveur ne connaît pas ce salon.',
  'rooms.fault.too-large': 'Le serveur a envoyé un message trop gros pour être enregistré.',
  'rooms.fault.bad-answer': 'Le serveur a donné une réponse invalide.',
  'rooms.fault.refused': 'Le serveur a refusé d’envoyer les messages.',
  'rooms.fault.disk-full': 'Le disque est plein. Libérez de l’espace, puis reprenez.',
  'rooms.fault.folder': 'Le dossier n’existe plus, ou Coop Tray ne peut pas y écrire.',
  'rooms.fault.internal': 'Une erreur s’est produite (erreur interne de Coop Tray).',
};
