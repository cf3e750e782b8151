import type { today as english } from '../en/today.ts';

export const today: Readonly<Record<keyof typeof english, string>> = {
  'page.today': 'Aujourd’hui',
  'today.lines': 'Ce qui vous attend',
  'today.nothing': 'Rien à signaler pour le moment.',
  'today.unsure': 'Tout n’est pas encore connu. Ce qui vous attend apparaîtra ici.',
  'today.more': '{count} de plus sous « {page} »',
  'today.call.at': '{title}, {time}',
  'today.answers':
    '{count, plural, one {# nouvelle réponse à vos commentaires} other {# nouvelles réponses à vos commentaires}}',
  'today.answers.open': 'Lire les réponses',
  'today.news': '{count, plural, one {# nouvelle annonce} other {# nouvelles annonces}}',
  'today.news.open': 'Lire les annonces',
  'today.backups.open': 'Voir les sauvegardes',
  'today.work.now': 'Maintenance jusqu’à {until} : {title}',
  'today.work.next': 'Maintenance prévue ({from} – {until}) : {title}',
  'today.work.all': 'Tous les services',
};
