import type { policy as english } from '../en/notification-policy.ts';

export const policy: Readonly<Record<keyof typeof english, string>> = {
  'summary.muted': '{sentence}, {count} en sourdine',
  'summary.alsoMuted': '{sentence} ({count} en sourdine)',
  'summary.allMuted':
    '{count, plural, one {Le seul service est en sourdine} other {Les # services sont en sourdine}}',

  'policy.whileQuiet': 'Pendant le calme : {what}',
  'policy.still': '{name} est toujours {verdict}',
  'policy.since': 'Depuis {time}.',
  'policy.line': '{name} : {verdict} depuis {time}',
  'policy.cameBack':
    '{count, plural, one {Un autre service a été perturbé et fonctionne à nouveau.} other {# autres services ont été perturbés et fonctionnent à nouveau.}}',

  'menu.muted': '{label} (en sourdine)',
  'menu.seen': '{label} (vu)',
  'menu.seenBy': '{label} (vu par {by})',
  'policy.pause': 'Suspendre les notifications',
  'policy.pause.1h': 'Pendant 1 heure',
  'policy.pause.4h': 'Pendant 4 heures',
  'policy.pause.tomorrow': 'Jusqu’à demain',
  'policy.pause.open': 'Jusqu’à ce que je les rétablisse',
  'policy.resume': 'Rétablir les notifications',
  'policy.quiet': 'Calme jusqu’à nouvel ordre',
  'policy.quietUntil': 'Calme (reprise : {time})',
  'policy.paused': 'Les notifications sont suspendues jusqu’à ce que vous les rétablissiez.',
  'policy.pausedUntil': 'Les notifications sont suspendues (reprise : {time}).',
  'policy.nothingLost': 'Ce qui change entre-temps se voit ici et vous sera signalé ensuite.',

  'policy.snooze': 'Reporter',
  'policy.snoozeService': 'Reporter les rappels de {name}',
  'policy.snooze.1h': 'Reporter de 1 heure',
  'policy.snooze.4h': 'Reporter de 4 heures',
  'policy.snooze.tomorrow': 'Reporter à demain',
  'policy.snooze.open': 'Reporter jusqu’au rétablissement',
  'policy.snooze.explain':
    'On ne vous signale plus rien de {name}, et l’icône n’en tient pas compte. Le service reste vérifié.',
  'policy.unsnooze': 'Ne plus reporter',
  'policy.unsnoozeService': 'Ne plus reporter les rappels de {name}',
  'policy.mutedList': 'En sourdine',
  'policy.mutedUntil': 'en sourdine (reprise : {time})',
  'policy.mutedUntilUp': 'en sourdine jusqu’au rétablissement',

  'policy.seen': 'Vu',
  'policy.seenService': 'Marquer le problème de {name} comme vu',
  'policy.seen.explain':
    'On ne vous le signale plus avant le rétablissement. Le problème compte toujours, et le service reste vérifié.',
  'policy.seen.reason': 'Ce qu’on en sait ou ce qu’on y fait',
  'policy.seen.length': 'Me le rappeler si ce n’est pas rétabli',
  'policy.seen.4h': 'Dans 4 heures',
  'policy.seen.24h': 'Dans 24 heures',
  'policy.seen.open': 'Jamais',
  'policy.seen.submit': 'Marquer comme vu',
  'policy.seenLine': 'Vu : {reason}',
  'policy.seen.submitShare': 'Marquer vu et le dire',
  'policy.seenSharedLine': 'Vu, et confié à « Retours » pour les autres : {reason}',
  'policy.seenByLine': 'Vu par {by} : {note} ({time})',
  'policy.unreadNotes':
    '{count, plural, one {# note d’une autre personne n’a pas pu être lue ici. Pour la lire, ouvrez {room} dans un logiciel Matrix.} other {# notes d’autres personnes n’ont pas pu être lues ici. Pour les lire, ouvrez {room} dans un logiciel Matrix.}}',
  'policy.share': 'Le dire aussi aux autres',
  'policy.share.place': '{name} ({room})',
  'policy.share.where':
    'Le message part dans le salon {place}, au nom de {userId}. Tous ceux qui y sont peuvent le lire : le service, depuis quand il est perturbé, votre note et jusqu’à quand elle vaut. Si vous n’êtes pas encore dans le salon, vous le rejoignez, ce qu’ils peuvent voir. La panne leur est signalée malgré tout.',
  'policy.share.signIn':
    'Pour le dire aussi aux autres, connectez-vous à Matrix dans les réglages.',
  'policy.share.full':
    'Cela vaut sur cette machine, mais les autres ne sont pas prévenus : trop de messages attendent déjà d’être envoyés. Supprimez-en sur la page « Retours ».',
  'policy.share.failed': 'Cela vaut sur cette machine, mais les autres n’ont pas pu être prévenus.',
  'policy.withdraw': 'Finalement pas vu',
  'policy.withdrawShared': 'Finalement pas vu : le dire aux autres',
  'policy.withdraw.full':
    'Cela vaut toujours, car les autres ne peuvent pas être prévenus : trop de messages attendent déjà d’être envoyés. Supprimez-en sur la page « Retours », puis réessayez.',
  'policy.withdraw.failed':
    'Cela vaut toujours, car les autres n’ont pas pu être prévenus. Veuillez réessayer.',

  'ack.seen': 'Vu : {name}. {note}',
  'ack.since': 'État : {verdict}, depuis {time} UTC',
  'ack.withdrawn': 'Finalement pas vu : {name}',

  'policy.cancel': 'Annuler',

  'settings.quiet': 'Heures de calme',
  'settings.quiet.explain':
    'En dehors de vos heures de travail, rien ne vous dérange. L’icône et cette fenêtre disent toujours la vérité, et ce qui dure encore vous est signalé en une seule notification au début de votre journée.',
  'settings.quiet.on': 'Me laisser au calme en dehors de mes heures de travail',
  'settings.quiet.days': 'Je travaille le',
  'settings.quiet.from': 'De',
  'settings.quiet.to': 'À',
  'settings.quiet.overnight': 'La fin est le lendemain.',
  'settings.quiet.always': 'Sans aucun jour choisi, le calme est permanent.',
  'settings.quiet.coop':
    'Ce sont les heures que propose votre coop. Les vôtres l’emportent dès que vous les modifiez.',
  'settings.quiet.damaged':
    'Une partie de vos heures de calme, reports et notes n’a pas pu être lue. Ce qui manque est revenu aux réglages habituels : veuillez le refaire.',
};
