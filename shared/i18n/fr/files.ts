import type { files as english } from '../en/files.ts';

/** Faults of the app's own files, in French. */
export const files: Readonly<Record<keyof typeof english, string>> = {
  'files.of.coop': 'La copie des paramètres de votre coop',
  'files.of.peace': 'Le fichier de vos heures de calme, services en sourdine et notes',
  'files.of.domains': 'Le fichier des domaines de votre coop',
  'files.of.shortcut': 'Le fichier de votre raccourci clavier',
  'files.of.quick-open-shortcut': 'Le fichier de votre raccourci clavier pour l’accès rapide',
  'files.of.text-size': 'Le fichier de votre taille de texte',
  'files.of.echo': 'Le fichier de vos paramètres du test d’écho',
  'files.of.echo-results': 'Le fichier des résultats de vos tests d’écho',
  'files.of.accounts': 'La liste de vos comptes',
  'files.of.answers': 'Le fichier des réponses à vos commentaires',
  'files.of.reply-drafts': 'Le fichier des réponses que vous avez commencées',
  'files.of.announcements': 'Le fichier des annonces de votre coop',
  'files.of.backups': 'Le fichier des dernières vérifications des sauvegardes',
  'files.of.room-copies': 'La liste des salons que vous avez enregistrés',
  'files.of.welcome': 'La liste des coops que vous avez rejointes',
  'files.of.stays-in-tray': 'La note indiquant que vous connaissez la zone de notification',
  'files.of.logo': 'Le fichier du logo de votre coop',
  'files.of.links': 'La copie des liens de votre coop',
  'files.of.picks': 'Le fichier de vos choix dans l’accès rapide',
  'files.of.link-checks': 'Le fichier des résultats de la vérification des liens',
  'files.of.money': 'La copie du solde de votre coop',
  'files.of.calendars': 'Le fichier de vos calendriers et rappels',
  'files.of.calendar-copies': 'La copie de vos calendriers',
  'files.of.templates': 'Les copies de vos modèles de réunion',
  'files.of.proxy': 'Le fichier avec votre choix de proxy',
  'files.of.crashes': 'La liste des fermetures inattendues de Coop Tray',
  'files.of.updates': 'Le fichier de vos choix pour les mises à jour',
  'files.set-aside':
    '{what} : le contenu était endommagé et n’a pas pu être lu, ou pas en entier. Rien n’a été supprimé : tout est conservé dans {path}.',
  'files.newer':
    '{what} : le contenu vient d’un Coop Tray plus récent et reste tel quel. Vos changements ne durent que jusqu’à la fermeture de l’application. Mettez-la à jour.',
  'files.unreadable':
    '{what} : lecture impossible ({path}). Le fichier reste tel quel ; vos changements ne durent que jusqu’à la fermeture de l’application.',
  'files.unwritable':
    '{what} : enregistrement impossible, car le disque est plein ou le dossier ne peut pas être modifié ({path}). Vos changements seront perdus si vous quittez avant que de l’espace se libère. Coop Tray continue d’essayer.',
};
