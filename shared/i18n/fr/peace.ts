import type { peace as english } from '../en/peace.ts';

export const peace: Readonly<Record<keyof typeof english, string>> = {
  'summary.muted': '{sentence}, {count} en sourdine',
  'summary.alsoMuted': '{sentence} ({count} en sourdine)',
  'summary.allMuted':
    '{count, plural, one {Le seul service est en sourdine} other {Les # services sont en sourdine}}',

  'peace.whileQuiet': 'Pendant le calme : {what}',
  'peace.still': '{name} est toujours {verdict}',
  'peace.since': 'Depuis {time}.',
  'peace.line': '{name} : {verdict} depuis {time}',
  'peace.cameBack':
    '{count, plural, one {Un autre service a été perturbé et fonctionne à nouveau.} other {# autres services ont été perturbés et fonctionnent à nouveau.}}',

  'menu.muted': '{label} (en sourdine)',
  'menu.seen': '{label} (vu)',
  'menu.seenBy': '{label} (vu par {by})',
  'peace.pause': 'Suspendre les notifications',
  'peace.pause.1h': 'Pendant 1 heure',
  'peace.pause.4h': 'Pendant 4 heures',
  'peace.pause.tomorrow': 'Jusqu’à demain',
  'peace.pause.open': 'Jusqu’à ce que je les rétablisse',
  'peace.resume': 'Rétablir les notifications',
  'peace.quiet': 'Calme jusqu’à nouvel ordre',
  'peace.quietUntil': 'Calme (reprise : {time})',
  'peace.paused': 'Les notifications sont suspendues jusqu’à ce que vous les rétablissiez.',
  'peace.pausedUntil': 'Les notifications sont suspendues (reprise : {time}).',
  'peace.nothingLost': 'Ce qui change entre-temps se voit ici et vous sera signalé ensuite.',

  'peace.snooze': 'Reporter',
  'peace.snoozeService': 'Reporter les rappels de {name}',
  'peace.snooze.1h': 'Reporter de 1 heure',
  'peace.snooze.4h': 'Reporter de 4 heures',
  'peace.snooze.tomorrow': 'Reporter à demain',
  'peace.snooze.open': 'Reporter jusqu’au rétablissement',
  'peace.snooze.explain':
    'On ne vous signale plus rien de {name}, et l’icône n’en tient pas compte. Le service reste vérifié.',
  'peace.unsnooze': 'Ne plus reporter',
  'peace.unsnoozeService': 'Ne plus reporter les rappels de {name}',
  'peace.mutedList': 'En sourdine',
  'peace.mutedUntil': 'en sourdine (reprise : {time})',
  'peace.mutedUntilUp': 'en sourdine jusqu’au rétablissement',

  'peace.seen': 'Vu',
  'peace.seenService': 'Marquer le problème de {name} comme vu',
  'peace.seen.explain':
    'On ne vous le signale plus avant le rétablissement. Le problème compte toujours, et le service reste vérifié.',
  'peace.seen.reason': 'Ce qu’on en sait ou ce qu’on y fait',
  'peace.seen.length': 'Me le rappeler si ce n’est pas rétabli',
  'peace.seen.4h': 'Dans 4 heures',
  'peace.seen.24h': 'Dans 24 heures',
  'peace.seen.open': 'Jamais',
  'peace.seen.submit': 'Marquer comme vu',
  'peace.seenLine': 'Vu : {reason}',
  'peace.seen.submitShare': 'Marquer vu et le dire',
  'peace.seenSharedLine': 'Vu, et confié à « Retours » pour les autres : {reason}',
  'peace.seenByLine': 'Vu par {by} : {note} ({time})',
  'peace.unreadNotes':
    '{count, plural, one {# note d’une autre personne n’a pas pu être lue ici. Pour la lire, ouvrez {room} dans un logiciel Matrix.} other {# notes d’autres personnes n’ont pas pu être lues ici. Pour les lire, ouvrez {room} dans un logiciel Matrix.}}',
  'peace.share': 'Le dire aussi aux autres',
  'peace.share.place': '{name} ({room})',
  'peace.share.where':
    'Le message part dans le salon {place}, au nom de {userId}. Tous ceux qui y sont peuvent le lire : le service, depuis quand il est perturbé, votre note et jusqu’à quand elle vaut. Si vous n’êtes pas encore dans le salon, vous le rejoignez, ce qu’ils peuvent voir. La panne leur est signalée malgré tout.',
  'peace.share.signIn': 'Pour le dire aussi aux autres, connectez-vous à Matrix dans les réglages.',
  'peace.share.full':
    'Cela vaut sur cette machine, mais les autres ne sont pas prévenus : trop de messages attendent déjà d’être envoyés. Supprimez-en sur la page « Retours ».',
  'peace.share.failed': 'Cela vaut sur cette machine, mais les autres n’ont pas pu être prévenus.',
  'peace.withdraw': 'Finalement pas vu',
  'peace.withdrawShared': 'Finalement pas vu : le dire aux autres',
  'peace.withdraw.full':
    'Cela vaut toujours, car les autres ne peuvent pas être prévenus : trop de messages attendent déjà d’être envoyés. Supprimez-en sur la page « Retours », puis réessayez.',
  'peace.withdraw.failed':
    'Cela vaut toujours, car les autres n’ont pas pu être prévenus. Veuillez réessayer.',

  'ack.seen': 'Vu : {name}. {note}',
  'ack.since': 'État : {verdict}, depuis {time} UTC',
  'ack.withdrawn': 'Finalement pas vu : {name}',

  'peace.cancel': 'Annuler',

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
