import type { MessageKey } from '../en.ts';
import type { services as english } from '../en/services.ts';

export const services: Readonly<Record<keyof typeof english & MessageKey, string>> = {
  'summary.mineUp': 'Vos services fonctionnent',
  'summary.upBut':
    '{count, plural, one {{names} est en maintenance} other {{names} sont en maintenance}}, tous les autres services fonctionnent',
  'cli.chores': 'Pour les responsables : {names}',
  'headline.down':
    '{count, plural, one {{first} est en panne} =2 {{first} et {second} sont en panne} other {# services sont en panne}}',
  'headline.degraded':
    '{count, plural, one {{first} connaît des perturbations} =2 {{first} et {second} connaissent des perturbations} other {# services sont perturbés}}',
  'headline.unknown':
    '{count, plural, one {Impossible de vérifier {first}} =2 {Impossible de vérifier {first} et {second}} other {Impossible de vérifier # services}}',
  'headline.awaited':
    '{sentence}, {count, plural, one {# pas encore vérifié} other {# pas encore vérifiés}}',
  'headline.backups':
    '{count, plural, one {# sauvegarde est à risque} other {# sauvegardes sont à risque}}',
  'rail.allUp': 'Tous les services OK',
  'rail.mineUp': 'Vos services OK',
  'rail.problems': '{count, plural, one {# problème} other {# problèmes}}',
  'rail.backups': '{count, plural, one {# sauvegarde à risque} other {# sauvegardes à risque}}',
  'rail.unknown': '{count, plural, one {# état inconnu} other {# états inconnus}}',
  'rail.maintenance': '{count} en maintenance',
  'rail.offline': 'Hors ligne',
  'rail.captive': 'Identification requise',
  'rail.proxy-silent': 'Bloqué par le proxy',
  'rail.proxy-login': 'Connexion au proxy',
  'rail.waking': 'Attente du réseau',
  'rail.clock': 'Horloge déréglée',
  'rail.checking': '1re vérification…',
  'rail.muted': 'OK, {count} en sourdine',
  'rail.allMuted': 'Tout est en sourdine',
  'rail.noServices': 'Aucun service',
  'status.backupsAwaited': 'Sauvegardes : pas encore vérifiées',
  'status.backupsGood': 'Sauvegardes : OK',
  'status.backupsWereGood': 'Sauvegardes : OK à la dernière vérification',
  'status.days': '90 derniers jours',
  'status.count': '{count, plural, one {# service en tout} other {# services en tout}}',
  'status.alsoDegraded':
    '{count, plural, one {{first} connaît aussi des perturbations.} other {# autres services sont perturbés.}}',
  'status.elsewhere':
    '{count, plural, one {# autre service a un problème.} other {# autres services ont des problèmes.}}',
  'status.useButton': 'Utiliser {instead}',
  'status.copyInstead': 'Copier {instead}',
  'status.more': 'Plus',
  'status.group.other': 'Autres services',
  'status.group.all': 'Tous les services',
  'status.uptime': '{uptime} de disponibilité en 90 jours',
  'status.star': '{name} fait partie de mes services',
  'status.lastSeen': 'Dernier état connu : {verdict} ({time})',
  'status.plans': 'Maintenance prévue',
  'status.plan.next': '{from} – {until}',
  'status.plan.now': 'En cours, jusqu’à {until}',
  'status.week': 'Cette semaine',
  'status.week.none': 'Aucun incident dans les 7 derniers jours',
  'status.chores': 'Pour les responsables : {names}',
  'status.chores.none': 'Pour les responsables',
  'status.titleOf': '{name} : {verdict}',
  'status.choreNote': 'Pour les responsables : {why}',
  'strip.list': 'Afficher en liste',
  'live.changed': '{name} : {verdict}.',
  'live.instead': '{sentence} Utilisez {instead} pour l’instant.',
  'live.more': '{count, plural, one {Et # autre service.} other {Et # autres services.}}',
  'history.times.one': '{ms} ms (1 vérification)',
  'policy.muted': 'En sourdine',
};
