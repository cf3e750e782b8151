import type { autostart as english } from '../en/autostart.ts';

export const autostart: Readonly<Record<keyof typeof english, string>> = {
  'autostart.title': 'À l’ouverture de session',
  'autostart.choice':
    'Démarrer Coop Tray à l’ouverture de ma session, sous forme d’icône et sans fenêtre',
  'autostart.unknown': 'Vérification du démarrage de Coop Tray à l’ouverture de session…',
  'autostart.off-outside':
    'Ceci a été désactivé dans les paramètres de votre bureau, et le reste jusqu’à ce que vous l’activiez ici ou là-bas.',
  'autostart.approval':
    'Votre système attend votre permission : autorisez Coop Tray dans ses paramètres, parmi les éléments d’ouverture.',
  'autostart.foreign':
    'Le démarrage de Coop Tray à l’ouverture de session dépend de {path}, que Coop Tray n’a pas écrit et laisse tel quel. Pour le changer ici, retirez ce fichier.',
  'autostart.unreadable':
    'Impossible de savoir si Coop Tray démarre à l’ouverture de session : {path} est illisible. Autorisez sa lecture ou retirez-le.',
  'autostart.sandboxed':
    'Votre type d’installation ne permet pas à Coop Tray de le faire. Ajoutez-le aux applications au démarrage dans les paramètres de votre bureau.',
  'autostart.uninstalled':
    'Seul un Coop Tray installé peut démarrer à l’ouverture de session. Celui-ci vient de son code source.',
  'autostart.fault.denied':
    'Coop Tray n’a pas le droit d’écrire {path}. Redevenez propriétaire de son dossier, puis réessayez.',
  'autostart.fault.full':
    'Le disque est plein : rien n’a été changé. Libérez de l’espace, puis réessayez.',
  'autostart.fault.failed':
    'Rien n’a été changé. Ajoutez plutôt Coop Tray aux applications au démarrage dans les paramètres de votre système.',

  'join.asked':
    'Un lien ou une autre application a rempli cette adresse. Continuez seulement si vous savez que c’est celle de votre coop.',
  'move.title': 'Quitter {source} et rejoindre {coop} ?',
  'move.demo.title': 'Quitter la démo et rejoindre {coop} ?',
  'move.text':
    'Un lien le demande. Ne continuez que si vous savez que cette adresse est celle de votre coop.',
  'move.action': 'Quitter et rejoindre',
  'start.runningLink': 'Coop Tray est déjà ouvert et a reçu le lien.',
  'start.runningHidden': 'Coop Tray est déjà ouvert.',
  'start.linkRefused': 'Coop Tray n’ouvre pas ce genre de lien. Rien n’a été fait.',
};
