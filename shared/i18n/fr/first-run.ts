import type { firstRun as english } from '../en/first-run.ts';

export const firstRun: Readonly<Record<keyof typeof english, string>> = {
  'join.admins.copy': 'Copier un message pour vos admins',
  'join.admins.copied': 'Copié. Envoyez-le aux responsables du site de votre coop.',
  'join.admins.message':
    'Bonjour! J’aimerais utiliser Coop Tray, qui montre si nos services fonctionnent et quoi utiliser à la place. Il lui faut un fichier sur notre site : {address}\n\nCeci suffit pour commencer :\n\n{text}',
  'notify.stays.title': 'Coop Tray reste actif',
  'notify.stays.body':
    'Vous serez averti si un service tombe en panne. Pour quitter, ouvrez le menu de l’icône et choisissez Quitter.',
  'demo.marked': 'Démo : {text}',
  'demo.banner':
    'Ceci est une démo. La coop est inventée, et rien de ce que vous faites n’est envoyé.',
  'demo.enter': 'Essayer la démo',
  'demo.leave': 'Quitter la démo',
  'demo.link.title': 'Ce lien ne mène nulle part',
  'demo.link.body': 'Dans votre coop, {address} s’ouvrirait maintenant.',
};
