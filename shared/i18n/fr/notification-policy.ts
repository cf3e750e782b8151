import type { policy as english } from '../en/notification-policy.ts';

export const policy: Readonly<Record<keyof typeof english, string>> = {
  'summary.muted': '{sentence}, {count, plural, one {# service} other {# services}} en sourdine',
  'summary.alsoMuted': '{sentence} ({count} en sourdine)',
  'summary.allMuted':
    '{count, plural, one {Le seul service est en sourdine} other {Les # services sont en sourdine}}',

  'policy.whileQuiet': 'Pendant les heures de calme : {what}',
  'policy.still': '{name}, état inchangé : {verdict}',
  'policy.since': 'Depuis {time}.',
  'policy.line': '{name} : {verdict} depuis {time}',
  'policy.cameBack':
    '{count, plural, one {# autre service a eu un problème et fonctionne à nouveau.} other {# autres services ont eu un problème et fonctionnent à nouveau.}}',

  'menu.muted': '{label} (en sourdine)',
  'menu.seen': '{label} (connu)',
  'menu.seenBy': '{label} (connu de {by})',
  'policy.pause': 'Suspendre les notifications',
  'policy.pause.1h': 'Pendant 1 heure',
  'policy.pause.4h': 'Pendant 4 heures',
  'policy.pause.tomorrow': 'Jusqu’à demain',
  'policy.pause.open': 'Jusqu’à ce que je les reprenne',
  'policy.resume': 'Reprendre les notifications',
  'policy.quiet': 'Notifications suspendues',
  'policy.quietUntil': 'Notifications suspendues jusqu’à {time}',
  'policy.paused': 'Les notifications sont suspendues jusqu’à ce que vous les repreniez.',
  'policy.pausedUntil': 'Les notifications sont suspendues jusqu’à {time}.',
  'policy.nothingLost':
    'Les changements s’affichent toujours ici. Vous en recevrez un résumé ensuite.',

  'policy.setAside': 'Sourdine ou problème connu',
  'policy.snooze': 'Mettre en sourdine',
  'policy.snoozeService': 'Mettre en sourdine : {name}',
  'policy.snooze.1h': 'En sourdine pendant 1 heure',
  'policy.snooze.4h': 'En sourdine pendant 4 heures',
  'policy.snooze.tomorrow': 'En sourdine jusqu’à demain',
  'policy.snooze.open': 'En sourdine jusqu’au rétablissement',
  'policy.snooze.explain':
    'Aucune notification pour {name}, et l’icône n’en tient pas compte. Les vérifications continuent.',
  'policy.unsnooze': 'Réactiver',
  'policy.unsnoozeService': 'Réactiver {name}',
  'policy.mutedList': 'En sourdine',
  'policy.mutedUntil': 'En sourdine jusqu’à {time}',
  'policy.mutedUntilUp': 'En sourdine jusqu’au rétablissement',

  'policy.seen': 'Marquer comme connu…',
  'policy.seenService': 'Marquer comme connu : {name}',
  'policy.seen.explain':
    'Vous n’aurez pas d’autre notification avant le rétablissement. Cela compte toujours comme un problème.',
  'policy.seen.reason': 'Note (ex. : « El le redémarre »)',
  'policy.seen.length': 'Me le rappeler si ce n’est pas réglé',
  'policy.seen.4h': 'Dans 4 heures',
  'policy.seen.24h': 'Dans 24 heures',
  'policy.seen.open': 'Ne pas me le rappeler',
  'policy.seen.submit': 'Marquer comme connu',
  'policy.seenLine': 'Connu : {reason}',
  'policy.seen.submitShare': 'Marquer comme connu et partager',
  'policy.seenSharedLine': 'Connu et partagé : {reason}',
  'policy.seenByLine': '{by}, {time} : {note}',
  'policy.earlierNotes': '{count, plural, one {# note précédente} other {# notes précédentes}}',
  'policy.unreadNotes':
    '{count, plural, one {# note d’une autre personne n’a pas pu être lue ici. Pour la lire, ouvrez {room} dans une application Matrix.} other {# notes d’autres personnes n’ont pas pu être lues ici. Pour les lire, ouvrez {room} dans une application Matrix.}}',
  'policy.share': 'Le dire aussi aux autres',
  'policy.share.place': '{name} ({room})',
  'policy.share.where':
    'Publié dans {place} au nom de {userId}. Toutes les personnes du salon y voient le service, depuis quand, votre note et sa durée. Vous rejoignez le salon si vous n’y êtes pas encore.',
  'policy.share.signIn':
    'Pour le dire aussi aux autres, connectez-vous à Matrix dans les paramètres.',
  'policy.share.full':
    'Enregistré ici, mais non partagé : trop de messages attendent déjà. Envoyez-en ou supprimez-en sur la page Commentaires.',
  'policy.share.failed': 'Enregistré sur cet ordinateur, mais non partagé.',
  'policy.withdraw': 'Annuler',
  'policy.withdrawShared': 'Annuler et le dire aux autres',
  'policy.withdraw.full':
    'Toujours marqué comme connu, car les autres ne peuvent pas être prévenus : trop de messages attendent déjà. Envoyez-en ou supprimez-en sur la page Commentaires, puis réessayez.',
  'policy.withdraw.failed':
    'Toujours marqué comme connu, car les autres n’ont pas pu être prévenus. Réessayez.',

  'ack.seen': 'Connu : {name}. {note}',
  'ack.since': 'État : {verdict}, depuis {time} UTC',
  'ack.withdrawn': 'N’est plus marqué comme connu : {name}',

  'policy.cancel': 'Annuler',

  'settings.quiet': 'Heures de calme',
  'settings.quiet.explain':
    'Aucune notification en dehors de vos heures de travail. L’icône reste à jour, et vous recevez un résumé au début de votre journée.',
  'settings.quiet.on': 'Suspendre les notifications en dehors de mes heures de travail',
  'settings.quiet.days': 'Je travaille le',
  'settings.quiet.from': 'De',
  'settings.quiet.to': 'À',
  'settings.quiet.overnight': 'Se termine le lendemain.',
  'settings.quiet.always': 'Aucun jour sélectionné : les notifications restent suspendues.',
  'settings.quiet.coop': 'Heures proposées par votre coop. Vous pouvez les modifier.',
  'settings.quiet.damaged':
    'Une partie de vos heures de calme, services en sourdine et notes n’a pas pu être lue et a été réinitialisée. Veuillez les régler de nouveau.',
};
