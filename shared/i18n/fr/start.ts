import type { start as english } from '../en/start.ts';

export const start: Readonly<Record<keyof typeof english, string>> = {
  'start.title': 'Coop Tray ne peut pas démarrer',
  'start.folder-denied':
    'Coop Tray n’a pas le droit d’écrire dans {folder} : ce dossier appartient à un autre compte ou est protégé. Redevenez-en propriétaire ou déplacez-le, puis redémarrez Coop Tray.',
  'start.folder-read-only':
    'Coop Tray ne peut pas écrire dans {folder} : son disque est en lecture seule. Autorisez l’écriture, ou redémarrez l’ordinateur si le disque s’est verrouillé tout seul. Redémarrez ensuite Coop Tray.',
  'start.folder-full':
    'Coop Tray ne peut pas écrire dans {folder} : son disque est plein. Libérez de l’espace, puis redémarrez Coop Tray.',
  'start.folder-is-file':
    'Coop Tray a besoin d’un dossier à {folder}, mais autre chose s’y trouve. Déplacez-le, puis redémarrez Coop Tray.',
  'start.folder-unusable':
    'Coop Tray ne peut pas écrire dans {folder} ({error}). Vérifiez ce dossier et son disque, puis redémarrez Coop Tray.',
  'start.silent':
    'Coop Tray est déjà ouvert, mais ne répond pas. Mettez fin à son processus, {process}, puis redémarrez Coop Tray.',
  'start.no-lock':
    'Coop Tray n’a pas pu savoir s’il est déjà ouvert. Si vous ne voyez pas son icône, supprimez SingletonLock dans {folder}, puis redémarrez Coop Tray.',
  'start.no-display':
    'Coop Tray a besoin d’un bureau, et ni DISPLAY ni WAYLAND_DISPLAY n’est défini. Ouvrez-le depuis votre bureau. Dans un terminal, « coop-tray status » affiche l’état des services.',
  'start.display-silent':
    'Coop Tray a besoin d’un bureau, et rien ne répond à l’affichage {display}. Donnez le vôtre à DISPLAY, ou ouvrez Coop Tray depuis votre bureau. Dans un terminal, « coop-tray status » affiche l’état des services.',
  'start.broken':
    'Coop Tray n’a pas pu démarrer (erreur interne de Coop Tray : {error}). Réinstallez-le et, si cela ne change rien, signalez le problème.',
  'start.running': 'Coop Tray est déjà ouvert. Sa fenêtre est maintenant affichée.',
  'start.runningCoop':
    'Coop Tray est déjà ouvert. Sa fenêtre est maintenant affichée. Si {coop} n’est pas votre coop actuelle, la fenêtre demande s’il faut en changer.',
};
