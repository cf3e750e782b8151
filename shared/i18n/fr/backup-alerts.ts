import type { backupsnews as english } from '../en/backup-alerts.ts';

/** Backup alerts, in French. */
export const backupsnews: Readonly<Record<keyof typeof english, string>> = {
  'backupsnews.gone': 'Aucune sauvegarde de {name} n’est trouvable',
  'backupsnews.failed': 'La sauvegarde de {name} a échoué',
  'backupsnews.late': 'La sauvegarde de {name} est en retard',
  'backupsnews.standby': 'La copie de secours de {name} n’est pas à jour',
  'backupsnews.drill': 'Il est temps d’essayer une restauration de {name}',
  'backupsnews.look': 'La page Sauvegardes dit ce que l’on sait, et à qui s’adresser.',
  'backupsnews.several':
    '{count, plural, one {Une sauvegarde demande votre attention} other {# sauvegardes demandent votre attention}}',
  'backupsnews.more': '{count, plural, one {et une autre} other {et # autres}}',
};
