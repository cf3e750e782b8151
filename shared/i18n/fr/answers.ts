import type { answers as english } from '../en/answers.ts';

export const answers: Readonly<Record<keyof typeof english, string>> = {
  'answers.outcome.none': 'Pas encore de réponse',
  'answers.outcome.seen': 'Lu',
  'answers.outcome.working': 'En cours',
  'answers.outcome.fixed': 'Corrigé',
  'answers.outcome.closed': 'Fermé',
  'answers.unknown': 'Réponses pas encore vérifiées',
  'answers.asOf': 'Mis à jour : {time}',
  'answers.replies': 'Réponses à « {title} »',
  'answers.show': '{count, plural, =0 {Répondre} one {# réponse} other {# réponses}}',
  'answers.hide': 'Masquer les réponses',
  'answers.of': '{action} : {title}',
  'answers.unread': '{count, plural, one {1 nouvelle} other {# nouvelles}}',
  'answers.new': 'Nouveau',
  'answers.unreadable':
    '{count, plural, one {# réponse n’a pas pu être lue ici.} other {# réponses n’ont pas pu être lues ici.}} Consultez-les à l’endroit de l’envoi.',
  'answers.today': 'Aujourd’hui, {time}',
  'answers.you': 'Vous',
  'answers.box': 'Votre réponse',
  'answers.send': 'Répondre',
  'answers.gone': 'Le message auquel vous répondez n’est plus dans la liste.',
  'answers.failed': 'Votre réponse n’a pas pu être enregistrée. Votre texte est toujours là.',
  'answers.anew': 'Si vous la réécrivez, elle ira aux personnes qui peuvent maintenant la lire.',
  'answers.retry': 'Réessayer',
  'answers.discard': 'Supprimer la réponse',
  'answers.taken': 'Envoi de votre réponse…',
  'answers.read': 'Marquer comme lu',

  'answers.rail.unread': '{count} à lire',

  'answers.notify.reply': '{by} a répondu à « {title} »',
  'answers.notify.outcome': '« {title} » : {outcome}',
  'answers.notify.announcement': 'Nouvelle annonce',
  'answers.notify.report': 'Signalé par votre coop : {name}, {state}',
  'answers.notify.line': '{title} : {text}',
  'answers.notify.many':
    '{count, plural, one {# nouveauté de votre coop} other {# nouveautés de votre coop}}',
  'answers.notify.more': '{count, plural, one {et 1 autre} other {et # autres}}',
  'answers.notify.quiet': 'Pendant les heures de calme : {title}',

  'answers.reported': 'Signalé par votre coop, {time} : {state}.',
  'answers.reported.since': '{state} depuis {time}',
  'answers.reported.title': 'Signalé par votre coop',
  'answers.reported.says':
    'Le signalement de votre coop. La vérification de Coop Tray figure plus haut.',

  'page.announcements': 'Annonces',
  'news.title': 'Annonces',
  'news.failed': 'Impossible de lire les annonces (erreur interne de Coop Tray).',
  'news.signed-out':
    'Pour lire les annonces de {room}, connectez-vous à Matrix dans les paramètres.',
  'news.outside':
    'Votre coop publie ses annonces dans {room}. Rejoignez le salon pour les lire ici ; ses membres le verront.',
  'news.join': 'Rejoindre',
  'news.joining': 'Connexion au salon…',
  'news.join.failed':
    'Impossible de rejoindre le salon. Réessayez plus tard, ou demandez une invitation à votre coop.',
  'news.unread': 'Impossible de lire {room}.',
  'news.signIn': 'Se connecter…',
  'news.unreadable': '{room} n’a pas pu être lu. Voici le dernier contenu connu.',
  'news.none': 'Aucune annonce dans {room} pour l’instant.',
  'news.odd':
    '{count, plural, one {# message n’a pas pu être lu ici. Pour le lire, ouvrez {room} dans une application Matrix.} other {# messages n’ont pas pu être lus ici. Pour les lire, ouvrez {room} dans une application Matrix.}}',
  'news.new': 'Nouveau',
};
