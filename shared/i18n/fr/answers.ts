import type { answers as english } from '../en/answers.ts';

export const answers: Readonly<Record<keyof typeof english, string>> = {
  'answers.outcome.none': 'Pas encore de réponse',
  'answers.outcome.seen': 'Vu',
  'answers.outcome.working': 'En cours de traitement',
  'answers.outcome.fixed': 'Corrigé',
  'answers.outcome.closed': 'Fermé',
  'answers.unknown': 'Personne n’a encore demandé s’il y a une réponse.',
  'answers.asOf': 'État à {time}',
  'answers.replies': 'Réponses à « {title} »',
  'answers.show':
    '{count, plural, =0 {Écrire une réponse} one {Afficher 1 réponse} other {Afficher # réponses}}',
  'answers.hide': 'Masquer les réponses',
  'answers.of': '{action} : {title}',
  'answers.unread': '{count, plural, one {1 nouvelle} other {# nouvelles}}',
  'answers.new': 'Nouveau',
  'answers.unreadable':
    '{count, plural, one {# réponse n’a pas pu être lue ici.} other {# réponses n’ont pas pu être lues ici.}} Elles sont toutes là où il a été envoyé.',
  'answers.you': 'Vous',
  'answers.box': 'Votre réponse',
  'answers.send': 'Envoyer la réponse',
  'answers.gone': 'Ce à quoi vous répondez n’est plus dans la liste.',
  'answers.failed': 'La réponse n’a pas pu être gardée. Votre texte est toujours là.',
  'answers.anew': 'Récrite, elle part vers les personnes qui peuvent la lire là maintenant.',
  'answers.retry': 'Réessayer',
  'answers.discard': 'Supprimer la réponse',
  'answers.taken': 'Envoi de votre réponse…',
  'answers.read': 'Marquer comme lu',

  'answers.menu.unread':
    '{count, plural, one {1 nouvelle réponse ou annonce} other {# nouvelles réponses et annonces}}',
  'answers.rail.unread': ', {count} à lire',

  'answers.notify.reply': '{by} a répondu à « {title} »',
  'answers.notify.outcome': '« {title} » : {outcome}',
  'answers.notify.announcement': 'Votre coopérative annonce',
  'answers.notify.report': '{name} : {state}, signale votre coopérative',
  'answers.notify.line': '{title} : {text}',
  'answers.notify.many':
    '{count, plural, one {1 nouvelle de votre coopérative} other {# nouvelles de votre coopérative}}',
  'answers.notify.more': '{count, plural, one {et 1 autre} other {et # autres}}',
  'answers.notify.quiet': 'Pendant le calme : {title}',

  'answers.reported': 'Signalé par la coopérative à {time} : {state}.',
  'answers.reported.since': '{state} depuis {time}',
  'answers.reported.title': 'Signalé par la coopérative',
  'answers.reported.says':
    'Ce que dit votre coopérative figure à côté de ce que Coop Tray constate lui-même.',

  'page.announcements': 'Annonces',
  'news.title': 'Ce que votre coopérative annonce',
  'news.loading': 'Lecture des annonces…',
  'news.failed': 'Les annonces n’ont pas pu être lues à cause d’une faute de Coop Tray.',
  'news.signed-out':
    'Pour lire ce qui est annoncé dans {room}, connectez-vous à Matrix dans les réglages.',
  'news.outside':
    'Votre coopérative fait ses annonces dans le salon {room}, et vous n’y êtes pas encore. Une fois que vous l’aurez rejoint, vous les lirez ici ; toutes les personnes du salon pourront voir que vous l’avez rejoint.',
  'news.join': 'Rejoindre',
  'news.joining': 'Entrée dans le salon…',
  'news.join.failed':
    'Impossible de rejoindre le salon. Réessayez plus tard, ou demandez une invitation à votre coopérative.',
  'news.waiting': 'Lecture de {room}.',
  'news.unreadable': '{room} n’a pas pu être lu. Ce qui suit a été lu auparavant.',
  'news.none': 'Rien n’a encore été annoncé dans {room}.',
  'news.odd':
    '{count, plural, one {# message n’a pas pu être lu ici. Pour le lire, ouvrez {room} dans un logiciel Matrix.} other {# messages n’ont pas pu être lus ici. Pour les lire, ouvrez {room} dans un logiciel Matrix.}}',
  'news.open': 'Ouvrir {address} dans le navigateur',
  'news.new': 'Nouveau',
};
