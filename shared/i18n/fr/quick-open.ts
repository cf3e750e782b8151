import type { quickOpen as english } from '../en/quick-open.ts';

/** Quick open, in French. */
export const quickOpen: Readonly<Record<keyof typeof english, string>> = {
  'keys.quickOpen': 'Accès rapide',
  'quickOpen.title': 'Accès rapide',
  'quickOpen.menu': 'Accès rapide…',
  'quickOpen.field': 'Rechercher des liens, des services et des pages',
  'quickOpen.results': 'Résultats',
  'quickOpen.count': '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}}',
  'quickOpen.none': 'Rien ne correspond à « {text} ».',
  'quickOpen.kind.link': 'Lien',
  'quickOpen.kind.service': 'Service',
  'quickOpen.kind.room': 'Salle',
  'quickOpen.kind.page': 'Page',
  'quickOpen.kind.action': 'Action',
  'quickOpen.argument': '{keyword} avec « {argument} »',
  'quickOpen.kept':
    'Ce que vous ouvrez avec l’accès rapide apparaît en premier la fois suivante. Ces choix restent sur cet ordinateur.',
  'quickOpen.delete': 'Supprimer ces choix',
  'quickOpen.deleted': 'Supprimés.',
};
