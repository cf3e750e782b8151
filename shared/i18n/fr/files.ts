import type { files as english } from '../en/files.ts';

/** Faults of the app's own files, in French. */
export const files: Readonly<Record<keyof typeof english, string>> = {
  'files.of.coop': 'La copie du document de votre coop',
  'files.of.peace': 'Le fichier de vos heures calmes, reports et notes',
  'files.of.domains': 'Le fichier des domaines de votre coop',
  'files.of.shortcut': 'Le fichier de votre raccourci clavier',
  'files.of.echo': 'Le fichier de vos réglages du test d’écho',
  'files.of.echo-results': 'Le fichier des résultats de vos tests d’écho',
  'files.of.accounts': 'La liste de vos comptes',
  'files.of.answers': 'Le fichier des réponses à vos retours',
  'files.of.reply-drafts': 'Le fichier des réponses que vous avez commencées',
  'files.of.announcements': 'Le fichier des annonces de votre coop',
  'files.of.backups': 'Le fichier des derniers relevés des sauvegardes',
  'files.of.room-copies': 'La liste des salons que vous avez copiés',
  'files.set-aside':
    '{what} : le contenu était abîmé et n’a pas pu être lu, ou pas en entier. Rien n’a été jeté : tout est conservé dans {path}.',
  'files.newer':
    '{what} : le contenu vient d’un Coop Tray plus récent, donc celui-ci n’y touche pas. Vos changements ne s’appliquent que jusqu’à la fermeture de l’application. Mettez-la à jour.',
  'files.unreadable':
    '{what} : la lecture est impossible ({path}). L’application n’y touche pas : vos changements ne s’appliquent que jusqu’à sa fermeture.',
  'files.unwritable':
    '{what} : l’écriture est impossible, car le disque est plein ou le dossier ne peut pas être modifié ({path}). Vos changements s’appliquent, mais seront perdus si l’application se ferme avant que de l’espace se libère. Elle réessaie d’elle-même.',
};
