import type { start as english } from '../en/start.ts';

export const start: Readonly<Record<keyof typeof english, string>> = {
  'start.title': 'Coop Tray ne peut pas démarrer',
  'start.folder-denied':
    'Coop Tray n’a pas le droit d’écrire dans {folder} : ce dossier appartient à quelqu’un d’autre, ou il est fermé. Redevenez-en propriétaire ou déplacez-le, puis relancez Coop Tray.',
  'start.folder-read-only':
    'Coop Tray ne peut pas écrire dans {folder} : son disque est en lecture seule. Rendez-lui l’écriture ; s’il s’est fermé de lui-même, redémarrez l’ordinateur. Relancez ensuite Coop Tray.',
  'start.folder-full':
    'Coop Tray ne peut pas écrire dans {folder} : son disque est plein. Faites un peu de place, puis relancez Coop Tray.',
  'start.folder-is-file':
    'Coop Tray a besoin d’un dossier à {folder}, et autre chose occupe cette place. Déplacez-le, puis relancez Coop Tray.',
  'start.folder-unusable':
    'Coop Tray ne peut pas écrire dans {folder} ({error}). Vérifiez ce dossier ou son disque, puis relancez Coop Tray.',
  'start.silent':
    'Coop Tray fonctionne déjà, mais ne répond pas. Mettez fin à son processus, {process}, puis relancez Coop Tray.',
  'start.no-lock':
    'Coop Tray n’a pas pu savoir s’il fonctionne déjà. Si son icône n’est nulle part, supprimez SingletonLock dans {folder}, puis relancez Coop Tray.',
  'start.no-display':
    'Coop Tray a besoin d’un bureau, et il n’y en a pas ici : ni DISPLAY ni WAYLAND_DISPLAY n’est défini. Lancez-le depuis votre bureau. Dans un terminal, « coop-tray status » dit comment vont les services.',
  'start.display-silent':
    'Coop Tray a besoin d’un bureau, et rien ne répond à l’affichage {display}. Donnez le vôtre à DISPLAY, ou lancez Coop Tray depuis votre bureau. Dans un terminal, « coop-tray status » dit comment vont les services.',
  'start.broken':
    'Coop Tray n’a pas pu démarrer, par une faute qui lui est propre ({error}). Réinstallez-le. Si cela n’aide pas, signalez-le, s’il vous plaît.',
  'start.running': 'Coop Tray fonctionne déjà ; sa fenêtre a été ouverte.',
  'start.runningCoop':
    'Coop Tray fonctionne déjà ; sa fenêtre a été ouverte. Si {coop} est une autre coop que la vôtre, la fenêtre demande s’il faut en changer.',
};
