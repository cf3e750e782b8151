import type { backups as english } from '../en/backups.ts';

export const backups: Readonly<Record<keyof typeof english, string>> = {
  'backups.state.good': 'En sécurité',
  'backups.state.warning': 'Demande attention',
  'backups.state.unknown': 'Inconnu',
  'backups.state.bad': 'En danger',

  'backups.finding.failed':
    '{error, select, none {La dernière exécution a échoué ({time}).} other {La dernière exécution a échoué ({time}) : « {error} »}}',
  'backups.finding.late':
    'La sauvegarde prévue ({due}) n’est pas arrivée. {age, select, none {Celle du {last} est la dernière réussie.} other {La dernière réussie : {last}, il y a {age}.}}',
  'backups.finding.never-ran': 'Elle n’a jamais tourné : il n’y a aucune sauvegarde.',
  'backups.finding.gone':
    'Sa source en parlait encore il y a {age} ({time}), et n’en parle plus : ce qui était gardé a peut-être été supprimé.',
  'backups.finding.empty': 'Sa source se lit bien, et elle ne contient aucune sauvegarde.',
  'backups.finding.paused':
    '{age, select, none {Le programme qui la fait est en pause : aucune sauvegarde ne se fait tant que personne ne le relance.} other {Le programme qui la fait est en pause (fin prévue : {time}) : aucune sauvegarde ne se fait d’ici là.}}',
  'backups.finding.missing-days':
    '{count, plural, one {Pour un jour des 90 derniers, le {day}, il n’y a pas de sauvegarde.} other {Pour # jours des 90 derniers, dont le {day} en dernier, il n’y a pas de sauvegarde.}}',
  'backups.finding.retention-short':
    '{held, plural, one {Elle garde # jour, alors que {wanted} sont voulus.} other {Elle garde # jours, alors que {wanted} sont voulus.}}',
  'backups.finding.shrunk':
    'La dernière sauvegarde est bien plus petite que les précédentes : {size}, alors que {usual} est habituel.',
  'backups.finding.check-failed':
    '{error, select, none {Le dernier contrôle d’intégrité a échoué ({time}).} other {Le dernier contrôle d’intégrité a échoué ({time}) : « {error} »}}',
  'backups.finding.check-old': 'Le dernier contrôle d’intégrité date d’il y a {age} ({date}).',
  'backups.finding.check-never': 'Son intégrité n’a jamais été contrôlée.',
  'backups.finding.upkeep-failed':
    '{error, select, none {Les anciennes copies n’ont pas pu être retirées ({time}).} other {Les anciennes copies n’ont pas pu être retirées ({time}) : « {error} »}}',
  'backups.finding.drill-failed': 'Le dernier essai de restauration a échoué ({date}).',
  'backups.finding.drill-never': 'Personne n’a jamais essayé d’en restaurer quelque chose.',
  'backups.finding.drill-old':
    'Le dernier essai de restauration date d’il y a {age} ({date}) ; il en faudrait un tous les {days} jours.',
  'backups.finding.standby-stale':
    'Les données de la copie de secours ont {age} ({time}) ; elles ne devraient pas avoir plus de {hours, plural, one {# heure} other {# heures}}.',
  'backups.finding.standby-unreachable': 'La copie de secours ne répond pas.',
  'backups.finding.standby-unknown': 'L’âge des données de la copie de secours n’est pas connu.',
  'backups.finding.no-schedule':
    'Rien ne dit quand elle devrait tourner : nul ne peut savoir si elle est en retard.',
  'backups.finding.stale-reading':
    '{age, select, none {On ne sait pas quand elle a été lue : l’horloge de cette machine a été reculée.} other {Ce qu’on en sait date d’il y a {age} : rien de plus récent n’a pu être lu.}}',
  'backups.finding.clock-wrong':
    'L’horloge de cet ordinateur est fausse : on ne peut pas dire de quand elle date.',
  'backups.finding.future':
    'Sa source parle de moments qui ne sont pas encore venus : une horloge doit être fausse.',
  'backups.finding.nothing-known': 'Sa source ne parle d’aucune sauvegarde.',

  'backups.problem.unreachable': 'Elle est injoignable.',
  'backups.problem.timeout': 'Elle n’a pas répondu à temps.',
  'backups.problem.too-large': 'Sa réponse dépasse 1 Mio.',
  'backups.problem.not-json': 'Elle répond, mais pas par des données (JSON).',
  'backups.problem.html': 'Elle répond par une page web au lieu de données.',
  'backups.problem.empty': 'Sa réponse est vide.',
  'backups.problem.needs-newer':
    'Elle est écrite pour un Coop Tray plus récent : à {path}, celui-ci connaît {expected}.',
  'backups.problem.unexpected': 'À {path}, voici ce qui est attendu : {expected}',
  'backups.problem.future':
    'À {path} se trouve un moment qui n’est pas encore venu : une horloge doit être fausse.',
  'backups.problem.no-access': 'Elle répond, mais vous n’avez pas le droit de la lire.',
  'backups.problem.http-status': 'Elle répond par l’erreur {status}.',
  'backups.problem.not-found': 'Il n’y a rien à son adresse.',
  'backups.problem.no-targets': 'Elle ne nomme aucune sauvegarde.',
  'backups.problem.secret-missing':
    'Elle demande un secret, et aucun n’est gardé sur cette machine.',
  'backups.problem.secret-moved':
    'Le document de la coopérative l’interroge maintenant autrement que lorsque son secret a été saisi ; le secret n’a donc pas été envoyé. Demandez à votre coopérative si c’est voulu, puis saisissez-le de nouveau.',
  'backups.problem.insecure':
    'Elle n’est pas interrogée : son adresse n’est pas protégée, et d’autres pourraient lire le secret en chemin. Le document de la coopérative doit en nommer une qui commence par https.',

  'backups.bytes.0': '{amount, number} o',
  'backups.bytes.1': '{amount, number} ko',
  'backups.bytes.2': '{amount, number} Mo',
  'backups.bytes.3': '{amount, number} Go',
  'backups.bytes.4': '{amount, number} To',

  'backups.lint.usage':
    'Usage : coop-tray backups lint FICHIER|URL [--json] [--lang=fr]\n\nDit ce que les membres verraient d’un fichier au format coop-backups/1, et ce qui n’y va pas.\nCode de sortie : 0 il est bon, 1 il contient des fautes, 2 il est illisible, 3 une option est mal écrite.',
  'backups.lint.well':
    '{count, plural, one {# sauvegarde} other {# sauvegardes}}, aucune faute dans le fichier',
  'backups.lint.faults':
    '{count, plural, one {# sauvegarde} other {# sauvegardes}}, {faults, plural, one {# faute} other {# fautes}} dans le fichier',
  'backups.lint.fresh': 'La dernière réussie : {time}, il y a {age}.',
  'backups.lint.unreadable': '{source} est illisible. {why}',
  'backups.lint.unknownKey': 'un nom que ce format connaît ; celui-ci n’est pas lu',
};
