import type { history as english } from '../en/history.ts';

/** A service's history, in French. */
export const history: Readonly<Record<keyof typeof english, string>> = {
  'history.title': 'Historique',
  'history.loading': 'Recherche en cours…',
  'history.none': 'Il n’y a pas d’historique à montrer.',
  'history.failed': 'L’historique n’a pas pu être lu. Veuillez réessayer.',
  'history.problem.set-aside':
    'L’historique était abîmé : il a été mis de côté sous le nom {file}, dans le dossier de l’application. Un nouveau a été commencé.',
  'history.problem.newer':
    'L’historique vient d’un Coop Tray plus récent : celui-ci n’y touche pas et ne retient rien. Mettez l’application à jour.',
  'history.problem.unwritable':
    'L’historique ne peut pas être écrit : le disque est plein, ou son dossier est protégé. Ce qui se passe entre-temps n’est pas retenu.',
  'history.problem.unavailable': 'Coop Tray ne peut pas tenir d’historique sur cet appareil.',
  'history.strip': 'Les 90 derniers jours',
  'history.stripHelp':
    'Une barre par jour, d’autant plus haute que c’était grave. Les flèches passent d’un jour à l’autre.',
  'history.day': '{date} : {parts}',
  'history.part': '{kind} {duration}',
  'history.kind.up': 'en service',
  'history.kind.degraded': 'perturbé',
  'history.kind.down': 'en panne',
  'history.kind.maintenance': 'en maintenance',
  'history.kind.unknown': 'inconnu',
  'history.kind.unwatched': 'non surveillé',
  'history.oldest': 'il y a 90 jours',
  'history.newest': 'aujourd’hui',
  'history.uptime': 'Disponibilité',
  'history.uptime.day': '24 dernières heures',
  'history.uptime.week': '7 derniers jours',
  'history.uptime.month': '30 derniers jours',
  'history.uptime.none': 'inconnue',
  'history.notCounted': 'Non compté : {parts}',
  'history.incidents': 'Incidents',
  'history.incidents.none': 'Rien à signaler pendant le temps surveillé.',
  'history.incidents.all':
    '{count, plural, one {En montrer # de plus} other {En montrer # de plus}}',
  'history.incidents.older':
    '{count, plural, one {et un autre plus ancien} other {et # autres plus anciens}}',
  'history.incident.seen': '{time}, pendant {duration}',
  'history.incident.open': 'depuis {time} ({duration})',
  'history.incident.unseen': '{time}, pendant au moins {duration} ; la fin n’a pas été surveillée',
  'history.times': 'Temps de réponse',
  'history.times.none': 'Rien n’a été mesuré pendant cette période.',
  'history.times.summary': '{mean} ms en moyenne, entre {fastest} et {slowest} ms',
  'history.range': 'Période affichée',
  'history.range.day': '24 heures',
  'history.range.week': '7 jours',
  'history.range.quarter': '90 jours',
  'history.table': 'Sous forme de tableau, en ms',
  'history.table.time': 'Heure',
  'history.table.fastest': 'le plus rapide',
  'history.table.slowest': 'le plus lent',
  'history.export': 'Enregistrer pour d’autres logiciels',
  'history.export.csv': 'Enregistrer en CSV',
  'history.export.json': 'Enregistrer en JSON',
  'history.export.saved': 'Enregistré',
  'history.export.failed': 'Le fichier n’a pas pu être écrit à cet endroit.',
  'history.settings':
    'Coop Tray garde les vérifications une journée, les heures 90 jours et les jours deux ans, uniquement sur cet appareil.',
};
