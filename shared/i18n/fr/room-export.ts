import type { rooms as english } from '../en/room-export.ts';

/** Rooms that delete old messages, and exporting them first, in French. */
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
  'rooms.page.poll': 'Un sondage :',
  'rooms.page.about':
    'Le salon {room} tel que {user} pouvait le lire le {date} : {shown, plural, one {# message} other {# messages}}.',
  'rooms.page.rest':
    'messages.jsonl contient tous les événements du salon, {events, number} au total, pour d’autres logiciels : aussi les arrivées et les départs, les réactions et les premières versions.',
  'rooms.page.leftOut': 'Ces événements ne sont dans aucune page : {kinds}.',
  'rooms.page.leftOut.state': '{count, number} sur les arrivées, les départs ou le salon lui-même',
  'rooms.page.leftOut.reaction': '{count, plural, one {# réaction} other {# réactions}}',
  'rooms.page.leftOut.removal': '{count, plural, one {# suppression} other {# suppressions}}',
  'rooms.page.leftOut.vote':
    '{count, plural, one {# vote à un sondage} other {# votes à des sondages}}',
  'rooms.page.leftOut.other':
    '{count, plural, one {# d’une sorte que Coop Tray ne sait pas montrer} other {# de sortes que Coop Tray ne sait pas montrer}}',
  'rooms.page.unreadable':
    '{count, plural, one {Une chose donnée par le serveur n’est pas un événement, et n’est dans aucun fichier.} other {# choses données par le serveur ne sont pas des événements, et ne sont dans aucun fichier.}}',
  'rooms.page.files':
    'Les images et les fichiers n’ont pas été copiés. Leur nom mène au message dans un logiciel Matrix, tant qu’il existe.',
  'rooms.title': 'Messages qui vont être supprimés',
  'rooms.explain':
    'Vous pouvez enregistrer ce que vous avez le droit de lire d’un salon avant que cela disparaisse : pour le lire dans un navigateur et pour d’autres logiciels.',
  'rooms.signedOut':
    'Connectez-vous à Matrix dans les réglages pour enregistrer ce que vous avez le droit de lire d’un salon avant que cela disparaisse.',
  'rooms.failed': 'Les salons dont les messages sont supprimés n’ont pas pu être consultés.',
  'rooms.notIn': 'Vous n’êtes pas dans ce salon : il n’y a rien à enregistrer.',
  'rooms.button': '{word} ({name})',
  'rooms.save': 'Enregistrer les messages…',
  'rooms.again': 'Enregistrer à nouveau…',
  'rooms.goOn': 'Continuer',
  'rooms.stop': 'Arrêter',
  'rooms.show': 'Montrer le dossier',
  'rooms.busy': 'Un salon à la fois.',
  'rooms.copying': 'Enregistrement de {name}',
  'rooms.soFar': '{events, plural, one {# événement} other {# événements}} jusqu’ici',
  'rooms.soFar.back':
    '{events, plural, one {# événement} other {# événements}} jusqu’ici, en remontant au {date}',
  'rooms.finished':
    'Enregistré : {events, plural, one {# événement} other {# événements}} dans « {folder} »',
  'rooms.unreadable':
    '{count, plural, one {Une chose donnée par le serveur n’a pas pu être lue et n’est pas dans la copie.} other {# choses données par le serveur n’ont pas pu être lues et ne sont pas dans la copie.}} Ouvrez le salon dans un logiciel Matrix pour voir s’il manque un message.',
  'rooms.at.reading': 'Lecture, du message le plus récent vers les plus anciens',
  'rooms.at.waiting': 'En attente du serveur',
  'rooms.at.writing': 'Écriture des pages',
  'rooms.at.stopped': 'Arrêté. On peut continuer là où l’on en était.',
  'rooms.at.failed': 'Inachevé. On peut continuer là où l’on en était.',
  'rooms.at.finished': 'Terminé',
  'rooms.fault.signed-out': 'Vous n’êtes plus connecté à Matrix. Reconnectez-vous, puis continuez.',
  'rooms.fault.unreachable': 'Le serveur est injoignable.',
  'rooms.fault.rate-limited': 'Le serveur demande de patienter.',
  'rooms.fault.forbidden': 'Le serveur ne vous laisse pas lire ce salon.',
  'rooms.fault.locked':
    'Les responsables du serveur ont verrouillé votre compte. Demandez-leur de le déverrouiller, puis continuez.',
  'rooms.fault.deactivated': 'Votre compte y a été fermé pour de bon.',
  'rooms.fault.not-found': 'Le serveur ne connaît pas ce salon.',
  'rooms.fault.too-large': 'Le serveur a envoyé un message trop volumineux.',
  'rooms.fault.bad-answer': 'Le serveur a donné une réponse incompréhensible.',
  'rooms.fault.refused': 'Le serveur a refusé de donner les messages.',
  'rooms.fault.disk-full': 'Le disque est plein. Libérez de la place, puis continuez.',
  'rooms.fault.folder': 'Le dossier ne peut pas être écrit, ou n’existe plus.',
  'rooms.fault.internal': 'Un problème est survenu dans Coop Tray lui-même.',
};
