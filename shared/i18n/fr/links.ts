import type { links as english } from '../en/links.ts';

/** The page of links, in French. */
export const links: Readonly<Record<keyof typeof english, string>> = {
  'page.links': 'Liens',
  'links.failed': 'Les liens n’ont pas pu être chargés.',
  'links.empty':
    'Votre coop n’a pas encore de liens. Ils apparaîtront ici dès que sa liste en contiendra.',
  'links.offline': 'Vous êtes hors ligne. Voici les liens de la dernière lecture.',
  'links.asOf': 'Lecture : {time}',
  'links.filter': 'Rechercher des liens',
  'links.noMatch': 'Aucun lien ne correspond à « {text} ».',
  'links.others': 'Autres liens',
  'links.open': 'Ouvrir {keyword}',
  'links.alias': 'identique à {keyword}',
  'links.masked': 'masquée en partie : l’adresse est secrète',
  'links.short': 'Court',
  'links.long': 'Complet',
  'links.copyShort': 'Court : copier l’adresse courte de {keyword}',
  'links.copyLong': 'Complet : copier l’adresse complète de {keyword}',
  'links.copied': 'Copié',
  'links.problem': '{name} : lecture impossible (depuis : {time}). {why}',
  'links.problem.old': 'Liens lus : {time}.',
  'links.problem.web-page':
    'Une page Web se trouve à la place de la liste, peut-être une page de connexion.',
  'links.problem.not-text': 'Ce n’est pas du texte en UTF-8.',
  'links.problem.not-json': 'Ce n’est pas une liste de liens JSON valide.',
  'links.problem.no-links': 'Elle ne contient aucun lien.',
  'links.problem.no-access': 'L’accès a été refusé.',
  'links.problem.not-found': 'La liste n’existe plus.',
  'links.problem.http-status': 'Le serveur a répondu {status}.',
  'links.problem.too-large': 'Elle est trop volumineuse.',
  'links.problem.timeout': 'Le serveur n’a pas répondu à temps.',
  'links.problem.unreachable': 'Le serveur est injoignable.',
  'links.problem.internal': 'C’est une erreur interne de Coop Tray.',
  'links.faults':
    '{count, plural, one {# ligne de {name} à vérifier} other {# lignes de {name} à vérifier}}',
  'links.left':
    '{count, plural, one {# autre ligne n’a pas été lue.} other {# autres lignes n’ont pas été lues.}}',
  'links.fault': 'Ligne {line}, {keyword} : {what}',
  'links.fault.duplicate': 'une ligne précédente a le même mot-clé.',
  'links.fault.refused': 'seules les adresses Web sont ouvertes.',
  'links.fault.no-address': 'ce n’est pas une adresse Web.',
  'links.fault.unreadable': 'trop longue, ou avec des caractères de contrôle.',
  'links.fault.circle': 'tourne en rond.',
  'links.fault.too-deep': 'passe par trop d’autres liens.',
  'links.fault.missing': 'mène à un lien qui n’existe pas.',
};
