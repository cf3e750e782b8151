import type { backups as english } from '../en/backups.ts';

export const backups: Readonly<Record<keyof typeof english, string>> = {
  'backups.state.good': 'OK',
  'backups.state.warning': 'À vérifier',
  'backups.state.unknown': 'Inconnu',
  'backups.state.bad': 'À risque',

  'backups.finding.failed':
    '{error, select, none {La dernière sauvegarde a échoué ({time}).} other {La dernière sauvegarde a échoué ({time}) : « {error} »}}',
  'backups.finding.late':
    '{missed, plural, =0 {En retard depuis {due}.} one {En retard depuis {due}.} other {# sauvegardes manquantes depuis {first}.}} {age, select, none {Dernière sauvegarde réussie : {last}.} other {Dernière sauvegarde réussie il y a {age} ({last}).}}',
  'backups.finding.never-ran': 'Jamais exécutée : aucune sauvegarde.',
  'backups.finding.gone':
    'Absente du rapport depuis {age} ({time}). Ses copies ont peut-être été supprimées.',
  'backups.finding.empty': 'Le rapport n’énumère aucune sauvegarde.',
  'backups.finding.paused':
    '{age, select, none {En pause : aucune sauvegarde tant que personne ne les reprend.} other {En pause jusqu’à {time} : aucune sauvegarde d’ici là.}}',
  'backups.finding.missing-days':
    '{count, plural, one {# jour sans sauvegarde (le {day}) sur les 90 derniers.} other {# jours sans sauvegarde (dont le {day}) sur les 90 derniers{failed, plural, =0 {} other { : # en échec, {missing, plural, one {# manquant} other {# manquants}}}}.}}',
  'backups.finding.retention-short':
    '{held, plural, one {Conserve # jour ; {wanted} sont exigés.} other {Conserve # jours ; {wanted} sont exigés.}}',
  'backups.finding.shrunk':
    'La dernière sauvegarde est bien plus petite que d’habitude : {size} au lieu de {usual}.',
  'backups.finding.check-failed':
    '{error, select, none {Le dernier contrôle d’intégrité a échoué ({time}).} other {Le dernier contrôle d’intégrité a échoué ({time}) : « {error} »}}',
  'backups.finding.check-old': 'Le dernier contrôle d’intégrité remonte à {age} ({date}).',
  'backups.finding.check-never': 'Son intégrité n’a jamais été contrôlée.',
  'backups.finding.upkeep-failed':
    '{error, select, none {Les anciennes copies n’ont pas pu être supprimées ({time}).} other {Les anciennes copies n’ont pas pu être supprimées ({time}) : « {error} »}}',
  'backups.finding.drill-failed': 'Le dernier test de restauration a échoué ({date}).',
  'backups.finding.drill-never': 'La restauration n’a jamais été testée.',
  'backups.finding.drill-old':
    'Dernier test de restauration il y a {age} ({date}) ; à faire tous les {days} jours.',
  'backups.finding.standby-stale':
    'Les données de la copie de secours ont {age} ({time}) ; la limite est de {hours, plural, one {# heure} other {# heures}}.',
  'backups.finding.standby-unreachable': 'La copie de secours est injoignable.',
  'backups.finding.standby-unknown': 'L’âge des données de la copie de secours est inconnu.',
  'backups.finding.no-schedule':
    'Aucun horaire n’est indiqué : un retard ne peut pas être constaté.',
  'backups.finding.stale-reading':
    '{age, select, none {Dernière vérification inconnue : l’horloge de cet ordinateur a été reculée.} other {Le dernier état connu remonte à {age} : aucun rapport plus récent n’est arrivé.}}',
  'backups.finding.clock-wrong': 'L’horloge de cet ordinateur est mal réglée : l’âge est inconnu.',
  'backups.finding.future':
    'Le rapport contient des dates futures. Une horloge est probablement mal réglée.',
  'backups.finding.nothing-known': 'Rien n’est indiqué à son sujet.',

  'backups.problem.unreachable': 'Son adresse est injoignable.',
  'backups.problem.timeout': 'Aucune réponse n’est venue à temps.',
  'backups.problem.too-large': 'Sa réponse dépasse 1 Mio.',
  'backups.problem.not-json': 'Sa réponse n’est pas en JSON.',
  'backups.problem.html': 'Sa réponse est une page Web au lieu de données.',
  'backups.problem.empty': 'Sa réponse est vide.',
  'backups.problem.needs-newer':
    'Sa réponse demande un Coop Tray plus récent : à {path}, celui-ci connaît {expected}.',
  'backups.problem.unexpected': 'Attendu à {path} : {expected}',
  'backups.problem.future':
    'La date à {path} est dans le futur. Une horloge est probablement mal réglée.',
  'backups.problem.no-access': 'Son serveur répond, mais vous n’y avez pas accès.',
  'backups.problem.http-status': 'Son serveur répond par l’erreur {status}.',
  'backups.problem.not-found': 'Il n’y a rien à son adresse.',
  'backups.problem.unreadable': 'C’est là, mais ce n’est pas un fichier que vous pouvez ouvrir.',
  'backups.problem.no-targets': 'Sa réponse n’énumère aucune sauvegarde.',
  'backups.problem.secret-missing':
    'Il faut une clé, et aucune n’est enregistrée sur cet ordinateur.',
  'backups.problem.secret-moved':
    'Les paramètres de votre coop ont changé depuis que vous avez entré la clé ; elle n’a donc pas été envoyée. Demandez à votre coop si c’est voulu, puis entrez-la de nouveau.',
  'backups.problem.insecure':
    'Aucune vérification : son adresse n’est pas sécurisée, et d’autres pourraient lire la clé. Votre coop doit en indiquer une qui commence par https.',

  'backups.bytes.0': '{amount, number} o',
  'backups.bytes.1': '{amount, number} ko',
  'backups.bytes.2': '{amount, number} Mo',
  'backups.bytes.3': '{amount, number} Go',
  'backups.bytes.4': '{amount, number} To',

  'backups.lint.well':
    '{count, plural, one {# sauvegarde} other {# sauvegardes}}, aucune erreur dans le fichier',
  'backups.lint.faults':
    '{count, plural, one {# sauvegarde} other {# sauvegardes}}, {faults, plural, one {# erreur} other {# erreurs}} dans le fichier',
  'backups.lint.fresh': 'Dernière sauvegarde réussie : {time}, il y a {age}.',
  'backups.lint.unreadable': '{source} est illisible. {why}',
  'backups.lint.unknownKey': 'un nom que ce format connaît ; celui-ci est ignoré',
};
