import type { rules as english } from '../en/rules.ts';

export const rules: Readonly<Record<keyof typeof english, string>> = {
  // Dependencies
  'notify.down.with':
    '{name} est en panne, et {count, plural, one {un service qui en dépend} other {# services qui en dépendent}}',
  'notify.up.with':
    '{name} fonctionne à nouveau, et {count, plural, one {un service qui en dépend} other {# services qui en dépendent}}',
  'notify.lineWith':
    '{name} : {verdict}, et {count, plural, one {un service qui en dépend} other {# services qui en dépendent}}',
  'notify.dependents': 'En dépendent : {names}.',
  'menu.serviceWith':
    '{name} : {verdict}, et {count, plural, one {un service qui en dépend} other {# services qui en dépendent}}',
  'depends.count':
    '{count, plural, one {Un service en dépend} other {# services en dépendent}} : {names}',
  'depends.because': 'La cause est {name}, dont il dépend.',

  // Planned maintenance
  'reason.planned': 'Maintenance prévue : {title}.',
  'status.until': '{verdict} jusqu’à {time}',
  'plan.now': 'Maintenance prévue (fin : {until}) : {title}. Il fonctionne en ce moment.',
  'plan.next': 'Maintenance prévue ({from} – {until}) : {title}.',
  'plan.noteNow': 'Maintenance prévue (fin : {until}) : {title}, pour {names}',
  'plan.noteNext': 'Maintenance prévue ({from} – {until}) : {title}, pour {names}',
  'plan.all': 'tous les services',

  // Emergency card
  'page.emergency': 'Où se retrouver',
  'emergency.title': 'Si tout est en panne',
  'emergency.hint': '« Où se retrouver », dans Coop Tray, dit comment se joindre en attendant.',
  'emergency.offer': 'Pour se joindre en attendant :',
  'emergency.steps': 'Que faire',
  'emergency.contacts': 'Qui joindre',
  'emergency.call': 'Appeler',
  'emergency.callName': 'Appeler {name}',
  'emergency.write': 'Écrire',
  'emergency.writeName': 'Écrire à {name}',
  'emergency.kept': 'Tiré du document de la coop et gardé sur cet appareil : lisible sans réseau.',

  // Standby
  'standby.title': 'Relève',
  'standby.fresh': '{name} fonctionne (données de {time}).',
  'standby.stale': '{name} fonctionne, mais ses données sont anciennes (de {time}).',
  'standby.unknown': '{name} fonctionne ; l’âge de ses données n’est pas connu.',
  'standby.away': '{name} n’est pas disponible en ce moment.',

  // Domains
  'reason.domain-expiring':
    '{days, plural, =0 {Le domaine {domain} expire aujourd’hui.} one {Le domaine {domain} expire dans # jour.} other {Le domaine {domain} expire dans # jours.}}',
  'reason.domain-expired': 'L’enregistrement du domaine {domain} a expiré le {date}.',
  'reason.domain-redemption':
    'Le domaine {domain} n’a pas été renouvelé et va être perdu, selon son registre. La personne qui s’en occupe doit le renouveler aujourd’hui chez le registraire.',
  'reason.domain-restoring':
    'Le domaine {domain} allait être perdu et est en cours de rétablissement, selon son registre. La personne qui s’en occupe devrait vérifier auprès du registraire que tout est réglé.',
  'reason.domain-deleting':
    'Le registre est en train de supprimer le domaine {domain}. La personne qui s’en occupe doit appeler le registraire aujourd’hui.',
  'reason.domain-held':
    'Le registre garde le domaine {domain} hors du DNS : ce qui en dépend est introuvable. La personne qui s’en occupe doit en demander la raison au registraire.',
  'domain.title': 'Domaine',
  'domain.until': '{domain}, enregistré jusqu’au {date}',
  'domain.unknown': '{domain} ; la fin de son enregistrement n’est pas connue',

  // Matrix federation
  'reason.federation-answer':
    'Il répond, mais pas comme un serveur Matrix répond aux autres serveurs.',
  'reason.federation-partly':
    'Les autres serveurs Matrix le trouvent, mais pas partout où mène son adresse : {host} ne répond pas comme il le devrait.',
  'reason.federation-tester':
    'Vous l’atteignez, mais un testeur dit que d’autres serveurs Matrix ne l’atteignent pas.',
};
