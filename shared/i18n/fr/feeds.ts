import type { feeds as english } from '../en/feeds.ts';

export const feeds: Readonly<Record<keyof typeof english, string>> = {
  'reason.feed-down': 'Selon {feed}, le service est en panne.',
  'reason.feed-degraded': 'Selon {feed}, le service est perturbé.',
  'reason.feed-incident': '{feed} annonce : « {title} ».',
  'reason.feed-maintenance': 'Selon {feed}, le service est en maintenance.',
  'reason.feed-planned': 'Maintenance prévue en cours, selon {feed} : « {title} ».',
  'reason.feed-unknown': '{feed} n’a pas d’information pour le moment.',
  'reason.feed-asleep': 'L’information de {feed} est ancienne : la page n’est plus tenue à jour.',
  'feed.title': 'Page d’état',
  'feed.disagree.says-up':
    'Selon sa propre page d’état, tout va bien, mais depuis votre ordinateur, il ne fonctionne pas.',
  'feed.disagree.says-trouble':
    'La page d’état signale un problème, mais le service fonctionne chez vous.',
  'feed.readAt': 'vérifié {time}',
  'feed.since': 'depuis {time}',
  'feed.maintenance.now': '{title} : en cours',
  'feed.maintenance.until': '{title} : en cours jusqu’à {until}',
  'feed.maintenance.from': '{title} : prévu à partir de {from}',
  'feed.maintenance.span': '{title} : prévu, {from} – {until}',
  'feed.maintenance.sometime': '{title} : prévu',
  'feed.silent.never': 'La page d’état « {feed} » est illisible. {why}',
  'feed.silent.since':
    'La page d’état « {feed} » est illisible. {why} Dernière mise à jour : {time}.',
  'feed.fault.no-answer': 'Elle ne répond pas.',
  'feed.fault.no-access': 'Elle fonctionne, mais vous n’y avez pas accès.',
  'feed.fault.status': 'Elle répond par l’erreur {got}.',
  'feed.fault.too-large': 'Sa réponse dépasse 1 Mio.',
  'feed.fault.html-instead': 'Elle répond par une page Web au lieu de données.',
  'feed.fault.not-json': 'Elle répond, mais sans données JSON.',
  'feed.fault.wrong-shape':
    'Ses données ne sont pas du type indiqué par votre coop : {path} devrait être {expected}.',
  'feed.fault.too-many': 'Ses données ont {count} entrées à {path} ; la limite est {limit}.',
  'feed.fault.internal': 'Coop Tray n’a pas pu la lire (erreur interne de Coop Tray).',
};
