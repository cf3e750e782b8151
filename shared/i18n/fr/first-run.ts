import type { firstRun as english } from '../en/first-run.ts';

export const firstRun: Readonly<Record<keyof typeof english, string>> = {
  'demo.marked': 'Démo : {text}',
  'demo.banner':
    'Ceci est une démo. La coop est inventée, et rien de ce que vous faites n’est envoyé.',
  'demo.enter': 'Essayer la démo',
  'demo.leave': 'Quitter la démo',
  'demo.link.title': 'Ce lien ne mène nulle part',
  'demo.link.body': 'Dans votre coop, {address} s’ouvrirait maintenant.',
};
