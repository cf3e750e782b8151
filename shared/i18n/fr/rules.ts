import type { rules as english } from '../en/rules.ts';

export const rules: Readonly<Record<keyof typeof english, string>> = {
  // Dependencies
  'notify.down.with':
    '{name} est en panne et touche {count, plural, one {# autre service} other {# autres services}}',
  'notify.up.with':
    '{name} fonctionne à nouveau, ainsi que {count, plural, one {# autre service} other {# autres services}}',
  'notify.lineWith':
    '{name} : {verdict}, {count, plural, one {# autre service touché} other {# autres services touchés}}',
  'notify.dependents': 'Aussi touchés : {names}.',
  'menu.serviceWith':
    '{name} : {verdict}, {count, plural, one {# autre service touché} other {# autres services touchés}}',
  'depends.count':
    '{count, plural, one {# service en dépend} other {# services en dépendent}} : {names}',
  'depends.because': 'Cause : {name}, dont il dépend.',

  // Planned maintenance
  'reason.planned': 'Maintenance prévue : {title}.',
  'status.until': '{verdict} jusqu’à {time}',
  'plan.now': 'Maintenance prévue jusqu’à {until} : {title}. Fonctionne encore pour l’instant.',
  'plan.next': 'Maintenance prévue ({from} – {until}) : {title}.',
  'plan.all': 'tous les services',

  // Emergency card
  'page.emergency': 'Urgence',
  'emergency.title': 'Si tout est en panne',
  'emergency.hint': 'Ouvrez la page Urgence de Coop Tray pour savoir comment vous joindre.',
  'emergency.offer': 'Besoin d’un autre moyen de vous joindre ?',
  'emergency.steps': 'Que faire',
  'emergency.contacts': 'Contacts',
  'emergency.call': 'Appeler',
  'emergency.callName': 'Appeler {name}',
  'emergency.write': 'Courriel',
  'emergency.writeName': 'Envoyer un courriel à {name}',
  'emergency.copy': 'Copier',
  'emergency.copyValue': 'Copier {value}',
  'emergency.copied': 'Copié',
  'emergency.kept': 'Enregistré sur cet ordinateur ; lisible hors ligne.',

  // Standby
  'standby.title': 'Copie de secours',
  'standby.fresh': '{name} est disponible (données : {time}).',
  'standby.stale': '{name} est disponible, mais ses données sont anciennes ({time}).',
  'standby.unknown': '{name} est disponible ; l’âge de ses données est inconnu.',
  'standby.away': '{name} n’est pas disponible en ce moment.',

  // Domains
  'reason.domain-expiring':
    '{days, plural, =0 {Le domaine {domain} expire aujourd’hui.} one {Le domaine {domain} expire dans # jour.} other {Le domaine {domain} expire dans # jours.}}',
  'reason.domain-expired': 'Le domaine {domain} a expiré le {date}.',
  'reason.domain-redemption':
    'Le domaine {domain} n’a pas été renouvelé et va être perdu, selon son registre. Il faut le renouveler chez le registraire aujourd’hui.',
  'reason.domain-restoring':
    'Le domaine {domain} allait être perdu et est en cours de rétablissement, selon son registre. La personne qui s’en occupe devrait vérifier auprès du registraire que tout est réglé.',
  'reason.domain-deleting':
    'Le registre est en train de supprimer le domaine {domain}. La personne qui s’en occupe doit appeler le registraire aujourd’hui.',
  'reason.domain-held':
    'Le registre garde le domaine {domain} hors du DNS : ce qui en dépend est introuvable. La personne qui s’en occupe doit en demander la raison au registraire.',
  'domain.title': 'Domaine',
  'domain.until': '{domain}, enregistré jusqu’au {date}',
  'domain.unknown': '{domain} ; date d’expiration inconnue',

  // Matrix federation
  'reason.federation-answer':
    'Il répond, mais pas comme un serveur Matrix répond aux autres serveurs.',
  'reason.federation-partly':
    'Les autres serveurs Matrix peuvent l’atteindre, mais pas partout : {host} ne répond pas correctement.',
  'reason.federation-tester': 'Vous pouvez l’atteindre, mais pas les autres serveurs Matrix.',
};
