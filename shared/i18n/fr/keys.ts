import type { keyWords as english } from '../en/keys.ts';

export const keyWords: Readonly<Record<keyof typeof english, string>> = {
  'keys.title': 'Raccourcis clavier',
  'keys.close': 'Fermer',
  'keys.page': 'Ouvrir une page, dans l’ordre de la liste',
  'keys.back': 'Page précédente',
  'keys.forward': 'Page suivante',
  'keys.search': 'Rechercher dans la page',
  'keys.check': 'Vérifier maintenant',
  'keys.send': 'Envoyer votre texte',
  'keys.larger': 'Agrandir le texte',
  'keys.smaller': 'Réduire le texte',
  'keys.usualSize': 'Taille normale du texte',
  'keys.hide': 'Fermer la fenêtre',
  'keys.quit': 'Quitter Coop Tray',
  'keys.list': 'Afficher cette liste',
  'keys.or': '{one} ou {other}',
  'keys.range': '{first} à {last}',
  'keys.held.control': 'Ctrl',
  'keys.held.alt': 'Alt',
  'keys.held.shift': 'Maj',
  'keys.held.meta': 'Méta',
  'keys.key.Escape': 'Échap',
  'keys.key.Enter': 'Entrée',

  'settings.display': 'Texte et clavier',
  'textSize.title': 'Taille du texte',
  'textSize.percent': '{percent} %',
  'textSize.now': 'Taille du texte : {percent} %',

  'edit.undo': 'Annuler',
  'edit.redo': 'Rétablir',
  'edit.cut': 'Couper',
  'edit.copy': 'Copier',
  'edit.paste': 'Coller',
  'edit.selectAll': 'Tout sélectionner',

  'menubar.hideApp': 'Masquer Coop Tray',
  'menubar.hideOthers': 'Masquer les autres',
  'menubar.edit': 'Édition',
  'menubar.view': 'Présentation',
  'menubar.window': 'Fenêtre',
  'menubar.minimize': 'Réduire',

  'window.title': '{page} – {coop} – {app}',
  'shortcut.feedback': 'Raccourci global pour commenter : {keys}',
  'shortcut.quickOpen': 'Raccourci global pour l’accès rapide : {keys}',
  'shortcut.taken':
    'Une autre application utilise ce raccourci, ou votre bureau n’en permet pas. Vous pouvez aussi passer par le menu de l’icône.',
  'shortcut.unproven':
    'Votre bureau décide si ce raccourci fonctionne, sans le dire à Coop Tray. Essayez-le. Si rien ne se passe, passez par le menu de l’icône.',
};
