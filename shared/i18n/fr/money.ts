import type { money as english } from '../en/money.ts';

/** The page of money, in French. */
export const money: Readonly<Record<keyof typeof english, string>> = {
  'page.money': 'Finances',
  'money.failed': 'Le solde n’a pas pu être chargé.',
  'money.asOf': 'Solde au {day}',
  'money.offline': 'Vous êtes hors ligne. Voici les soldes de la dernière lecture.',
  'money.about':
    'Lu sur Open Collective au plus une fois par jour, et seulement après l’ouverture de cette page. Le solde d’un collectif comprend ses projets et ses événements, mais pas l’argent des collectifs qu’il héberge.',
  'money.notReported': 'Non indiqué',
  'money.unknown': 'Inconnu',
  'money.missing': 'Le collectif « {slug} » n’existe pas. Prévenez les responsables.',
  'money.contribute': 'Contribuer',
  'money.contributeTo': 'Contribuer à {name}',
  'money.problem': 'Lecture du solde impossible depuis {time}. {why}',
  'money.problem.not-json': 'La réponse ne vient pas d’Open Collective.',
  'money.problem.errors': 'Open Collective a répondu par une erreur.',
  'money.problem.no-access': 'L’accès a été refusé.',
  'money.problem.not-found': 'Il n’y a rien à son adresse.',
  'money.problem.http-status': 'Le serveur a répondu {status}.',
  'money.problem.busy': 'Trop de requêtes sont venues de votre réseau. Attendez une minute.',
  'money.problem.too-large': 'La réponse est trop volumineuse.',
  'money.problem.timeout': 'Le serveur n’a pas répondu à temps.',
  'money.problem.unreachable': 'Le serveur est injoignable.',
  'money.problem.internal': 'C’est une erreur interne de Coop Tray.',
};
