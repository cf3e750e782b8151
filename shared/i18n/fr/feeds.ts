import type { feeds as english } from '../en/feeds.ts';

export const feeds: Readonly<Record<keyof typeof english, string>> = {
  'reason.feed-down': 'Sa page d’état ({feed}) le dit en panne.',
  'reason.feed-degraded': 'Sa page d’état ({feed}) le dit perturbé.',
  'reason.feed-incident': 'Sa page d’état ({feed}) annonce : « {title} ».',
  'reason.feed-maintenance': 'Sa page d’état ({feed}) le dit en maintenance.',
  'reason.feed-planned':
    'Maintenance prévue en cours, selon sa page d’état ({feed}) : « {title} ».',
  'reason.feed-unknown': 'Sa page d’état ({feed}) n’en dit rien pour le moment.',
  'reason.feed-asleep':
    'Ce que sa page d’état ({feed}) en dit est ancien : personne ne la tient à jour en ce moment.',
  'feed.title': 'Page d’état',
  'feed.disagree.says-up': 'La page d’état le dit en service, mais vous ne pouvez pas l’atteindre.',
  'feed.disagree.says-trouble': 'La page d’état signale un problème, mais il vous répond bien.',
  'feed.readAt': 'page consultée {time}',
  'feed.since': 'depuis {time}',
  'feed.maintenance.now': '{title} : maintenance en cours',
  'feed.maintenance.until': '{title} : maintenance en cours jusqu’à {until}',
  'feed.maintenance.from': '{title} : prévu à partir de {from}',
  'feed.maintenance.span': '{title} : prévu de {from} à {until}',
  'feed.maintenance.sometime': '{title} : prévu',
  'feed.silent.never': 'La page d’état « {feed} » est illisible. {why}',
  'feed.silent.since':
    'La page d’état « {feed} » est illisible. {why} Ce qu’elle disait date de {time}.',
  'feed.fault.no-answer': 'Elle ne répond pas.',
  'feed.fault.no-access': 'Elle répond, mais vous n’y avez pas accès.',
  'feed.fault.status': 'Elle répond par l’erreur {got}.',
  'feed.fault.too-large': 'Sa réponse dépasse 1 Mio.',
  'feed.fault.html-instead': 'Elle répond par une page web au lieu de données.',
  'feed.fault.not-json': 'Elle répond, mais pas par des données (JSON).',
  'feed.fault.wrong-shape':
    'Ses données ne sont pas du type que nomme le document de la coop : {path} devrait être {expected}.',
  'feed.fault.too-many': 'Ses données ont {count} entrées à {path}, pour {limit} au plus.',
  'feed.fault.internal': 'Coop Tray n’a pas pu la lire à cause d’une faute de sa part.',
};
