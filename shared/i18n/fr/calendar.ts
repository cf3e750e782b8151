import type { calendar as english } from '../en/calendar.ts';

/** The page of the calendar, reminders, and the tray’s line, in French. */
export const calendar: Readonly<Record<keyof typeof english, string>> = {
  'page.calendar': 'Calendrier',
  'calendar.failed': 'Le calendrier n’a pas pu être chargé.',
  'calendar.asOf': 'Lecture : {time}',
  'calendar.offline': 'Vous êtes hors ligne. Voici le calendrier de la dernière lecture.',
  'calendar.empty': 'Rien de prévu ces sept prochains jours. Profitez du calme.',
  'calendar.unknown': 'On ne sait pas si quelque chose est prévu.',
  'calendar.noAddress': 'Aucun calendrier n’a encore d’adresse. Collez-en une ci-dessous.',
  'calendar.today': 'Aujourd’hui, {day}',
  'calendar.tomorrow': 'Demain, {day}',
  'calendar.today.none': 'Rien aujourd’hui.',
  'calendar.today.unknown': 'On ne sait pas si quelque chose est prévu aujourd’hui.',
  'calendar.today.more': 'On ne sait pas si c’est tout pour aujourd’hui.',
  'calendar.allDay': 'Toute la journée',
  'calendar.between': '{from} – {to}',
  'calendar.from': 'Dès {time}',
  'calendar.until': 'Jusqu’à {time}',
  'calendar.busy': 'Occupé',
  'calendar.untitled': 'Réunion sans titre',
  'calendar.tentative': 'À confirmer',
  'calendar.declined': 'Refusée',
  'calendar.join': 'Rejoindre',
  'calendar.join.at': 'Rejoindre {title} : {place}',
  'calendar.others': 'Autres façons de participer',
  'calendar.others.of': 'Autres façons de participer : {title}',
  'calendar.in': '{title} dans {span}',
  'calendar.now': '{title} commence maintenant',
  'calendar.since': '{title}, depuis {time}',
  'menu.meeting.join': '{meeting} – Rejoindre',
  'calendar.remind.join': 'Cliquez pour rejoindre : {place}',
  'calendar.stale':
    '{name} : dernière lecture le {time}, il y a plus d’un jour. Des réunions ont pu être ajoutées, déplacées ou annulées depuis.',
  'calendar.problem': '{name} : lecture impossible depuis {time}. {why}',
  'calendar.problem.old': 'Ce que vous en voyez date de {time}.',
  'calendar.problem.html':
    'Une page Web se trouve à la place du calendrier, peut-être une page de connexion.',
  'calendar.problem.not-ics': 'Ce qui s’y trouve n’est pas un calendrier au format iCalendar.',
  'calendar.problem.truncated': 'Seule une partie est arrivée.',
  'calendar.problem.no-access':
    'L’accès a été refusé : il n’est peut-être plus public, ou son adresse a changé.',
  'calendar.problem.not-found': 'Le calendrier n’existe plus.',
  'calendar.problem.http-status': 'Le serveur a répondu {status}.',
  'calendar.problem.too-large': 'Il est trop volumineux.',
  'calendar.problem.timeout': 'Le serveur n’a pas répondu à temps.',
  'calendar.problem.unreachable': 'Le serveur est injoignable.',
  'calendar.problem.keyring-locked':
    'Son adresse est dans votre trousseau de clés, qui est verrouillé. Déverrouillez-le, puis réessayez.',
  'calendar.problem.keyring-missing':
    'Son adresse est dans votre trousseau de clés, qui est inaccessible sur cet ordinateur.',
  'calendar.problem.keyring-timed-out':
    'Son adresse est dans votre trousseau de clés, qui n’a pas répondu. Il attend peut-être votre mot de passe.',
  'calendar.problem.no-address':
    'Son adresse n’est plus dans votre trousseau de clés. Collez-la de nouveau ci-dessous.',
  'calendar.problem.internal': 'C’est une erreur interne de Coop Tray.',
  'calendar.faults':
    '{count, plural, one {# élément de {name} à vérifier} other {# éléments de {name} à vérifier}}',
  'calendar.fault.example': '{what} Par exemple : {example}',
  'calendar.fault.bad-event':
    '{count, plural, one {# réunion n’a pas de début lisible et n’est pas affichée.} other {# réunions n’ont pas de début lisible et ne sont pas affichées.}}',
  'calendar.fault.bad-rule':
    '{count, plural, one {# règle de répétition est illisible : sa réunion est affichée une fois.} other {# règles de répétition sont illisibles : leurs réunions sont affichées une fois.}}',
  'calendar.fault.bad-date':
    '{count, plural, one {# date d’une série est illisible.} other {# dates d’une série sont illisibles.}}',
  'calendar.fault.unknown-zone':
    '{count, plural, one {# fuseau horaire est inconnu : ses heures peuvent être fausses.} other {# fuseaux horaires sont inconnus : leurs heures peuvent être fausses.}}',
  'calendar.fault.no-end': 'Il s’interrompt : des réunions peuvent manquer.',
  'calendar.fault.too-many-events':
    'Il contient trop de réunions : les dernières ne sont pas affichées.',
  'calendar.fault.slow-rule':
    '{count, plural, one {# règle de répétition a pris trop de temps et n’est pas affichée.} other {# règles de répétition ont pris trop de temps et ne sont pas affichées.}}',
  'calendar.cut': 'Il contient plus de réunions cette semaine qu’on ne peut en afficher.',
  'calendar.reminders': 'Rappels',
  'calendar.reminders.help':
    'Seulement pour les réunions qui ont un lien ou un lieu, et jamais pour ce qui est à confirmer, privé ou refusé.',
  'calendar.remind': 'Me rappeler : {name}',
  'calendar.remind.off': 'Désactivé',
  'calendar.remind.start': 'Au début',
  'calendar.remind.before': '{count} min avant',
  'calendar.remind.inQuiet': 'Même pendant les heures de calme',
  'calendar.remind.inQuiet.of': 'Même pendant les heures de calme : {name}',
  'calendar.own': 'Vos propres calendriers',
  'calendar.own.label': 'Adresse d’un calendrier',
  'calendar.own.help':
    'L’adresse ICS d’un calendrier, ou sa page publique chez Google, Nextcloud ou Outlook. Elle est conservée dans le trousseau de clés de cet ordinateur et n’est plus affichée.',
  'calendar.own.add': 'Ajouter',
  'calendar.own.adding': 'Ajout…',
  'calendar.own.added': 'Ajouté',
  'calendar.address.label': 'Votre adresse de « {name} »',
  'calendar.address.help':
    'Collez l’adresse ICS privée que vous avez reçue. Elle est conservée dans le trousseau de clés de cet ordinateur et n’est plus affichée.',
  'calendar.address.save': 'Enregistrer',
  'calendar.address.saving': 'Enregistrement…',
  'calendar.address.saved': 'Enregistré',
  'calendar.address.at': 'Lu sur {host}',
  'calendar.address.address-invalid':
    'Ce n’est pas l’adresse d’un seul calendrier. Cherchez « ICS » ou « iCal » dans les paramètres du calendrier, et copiez l’adresse qui commence par https:// ou webcal://.',
  'calendar.address.too-many': 'Vous avez déjà dix calendriers. Retirez-en un d’abord.',
  'calendar.address.keyring-locked':
    'Votre trousseau de clés est verrouillé : l’adresse ne peut pas être conservée. Déverrouillez-le, puis réessayez.',
  'calendar.address.keyring-missing':
    'Cet ordinateur n’a pas de trousseau de clés qui fonctionne, et l’adresse n’est conservée nulle part ailleurs.',
  'calendar.address.keyring-timed-out':
    'Votre trousseau de clés n’a pas répondu. Il attend peut-être votre mot de passe.',
  'calendar.address.internal': 'Cela n’a pas fonctionné : une erreur interne de Coop Tray.',
  'calendar.remove': 'Retirer',
  'calendar.remove.of': 'Retirer {name}',
  'calendar.remove.title': 'Retirer {name} ?',
  'calendar.remove.text':
    'Son adresse, ses réunions et ses rappels sont retirés de cet ordinateur. Le calendrier lui-même reste tel quel.',
  'calendar.mine': 'Vos invitations',
  'calendar.mine.label': 'Vos adresses courriel, séparées par des virgules',
  'calendar.mine.help':
    'Elles indiquent quelles invitations vous avez refusées. Elles restent sur cet ordinateur.',
  'calendar.mine.invalid': '« {address} » n’est pas une adresse courriel.',
  'calendar.mine.tooMany': 'Entrez dix adresses au plus.',
};
