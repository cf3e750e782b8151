import type { backupsnews as english } from '../en/backup-alerts.ts';

/** Backup alerts, in French. */
export const backupsnews: Readonly<Record<keyof typeof english, string>> = {
  'backupsnews.gone': 'La sauvegarde de {name} est introuvable',
  'backupsnews.failed': 'La sauvegarde de {name} a échoué',
  'backupsnews.late': 'La sauvegarde de {name} est en retard',
  'backupsnews.standby': 'La copie de secours de {name} n’est pas à jour',
  'backupsnews.drill': 'Test de restauration à faire : {name}',
  'backupsnews.look': 'Consultez la page Sauvegardes pour les détails et les contacts.',
  'backupsnews.several':
    '{count, plural, one {# sauvegarde à vérifier} other {# sauvegardes à vérifier}}',
  'backupsnews.more': '{count, plural, one {et # autre} other {et # autres}}',
};
