import type { feedback as english } from '../en/feedback.ts';

export const feedback: Readonly<Record<keyof typeof english, string>> = {
  'feedback.phase.draft': 'Brouillon',
  'feedback.phase.waiting': 'En attente d’envoi',
  'feedback.phase.sending': 'Envoi en cours',
  'feedback.phase.sent': 'Envoyé',
  'feedback.phase.failed': 'Non envoyé',
  'feedback.retryAt': 'Nouvel essai à {time}.',

  'feedback.trouble.offline': 'Le serveur est injoignable.',
  'feedback.trouble.busy': 'Le serveur demande d’envoyer moins vite.',
  'feedback.trouble.timeout': 'Le serveur n’a pas répondu à temps.',
  'feedback.trouble.server-error': 'Le serveur a lui-même un problème.',
  'feedback.trouble.signed-out': 'Vous n’y êtes pas connecté·e.',
  'feedback.trouble.no-permission': 'Vous n’avez pas le droit d’y écrire.',
  'feedback.trouble.not-found': 'Le salon ou le dépôt n’existe pas, ou vous ne pouvez pas le voir.',
  'feedback.trouble.encrypted': 'Le salon est chiffré, et Coop Tray ne peut pas y écrire.',
  'feedback.trouble.too-large': 'C’est plus grand que ce que le serveur permet.',
  'feedback.trouble.refused': 'Le serveur l’a refusé (erreur {status}).',
  'feedback.trouble.attachment-missing': 'Un fichier qui en fait partie n’est plus là.',
  'feedback.trouble.too-old': 'Il attend depuis 30 jours.',
  'feedback.trouble.internal': 'Coop Tray n’a pas pu l’envoyer à cause d’une faute de sa part.',
  'feedback.permission': 'Il manque : {permission}.',

  'feedback.remedy.wait': 'Vous n’avez rien à faire.',
  'feedback.remedy.sign-in': 'Connectez-vous, et il partira.',
  'feedback.remedy.ask': 'Demandez l’accès aux responsables, puis réessayez.',
  'feedback.remedy.elsewhere': 'Envoyez-le ailleurs, ou supprimez-le.',
  'feedback.remedy.shorten': 'Raccourcissez-le ou retirez un fichier, puis renvoyez-le.',
  'feedback.remedy.write-anew': 'Joignez de nouveau le fichier, puis renvoyez-le.',
  'feedback.remedy.decide': 'Réessayez, ou supprimez-le.',

  'feedback.full': 'Trente envois attendent déjà. Envoyez-en ou supprimez-en d’abord.',
  'feedback.unwritable':
    'Le disque n’accepte plus rien. Votre texte n’est gardé que tant que Coop Tray fonctionne.',
  'feedback.unreadable':
    '{count, plural, one {Un élément de la boîte d’envoi est illisible et reste tel quel.} other {# éléments de la boîte d’envoi sont illisibles et restent tels quels.}}',

  'feedback.kind.works': 'Fonctionne',
  'feedback.kind.broken': 'En panne',
  'feedback.kind.idea': 'Idée',
  'feedback.severity.low': 'faible',
  'feedback.severity.middle': 'moyenne',
  'feedback.severity.high': 'élevée',
  'feedback.title': '{kind} : {name}',
  'feedback.build': '{name} (version {build})',
  'feedback.severityLine': 'Gravité : {severity}',
};
