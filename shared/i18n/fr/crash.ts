import type { crash as english } from '../en/crash.ts';

/** What ended unexpectedly, and the log, in French. */
export const crash: Readonly<Record<keyof typeof english, string>> = {
  'crash.app':
    '{count, plural, one {La dernière fois, Coop Tray s’est fermé de façon inattendue.} other {Coop Tray s’est fermé de façon inattendue # fois de suite.}}',
  'crash.window':
    '{count, plural, one {La fenêtre de Coop Tray s’est fermée de façon inattendue.} other {La fenêtre de Coop Tray s’est fermée de façon inattendue # fois de suite.}}',
  'crash.fault':
    '{count, plural, one {Quelque chose n’a pas fonctionné dans Coop Tray.} other {Quelque chose n’a pas fonctionné dans Coop Tray # fois de suite.}}',
  'crash.explain':
    'C’est probablement une erreur interne de Coop Tray. Rien n’a été envoyé : si vous la signalez, vous verrez d’abord tout ce qui part.',
  'crash.explain.noFeedback':
    'C’est probablement une erreur interne de Coop Tray. Rien n’a été envoyé. Le journal, dans les paramètres, peut aider les responsables.',
  'crash.report': 'Signaler…',
  'crash.dismiss': 'Ne pas signaler',
  'crash.ok': 'OK',
  'crash.text.run': 'Coop Tray {version}, démarré {begun}, constaté {noticed}',
  'crash.text.reason': 'Raison : {reason}',
  'crash.text.exitCode': 'Raison : {reason}, code de sortie {exitCode}',
  'crash.text.doing': 'Ce que je faisais :',
  'crash.window.title': 'La fenêtre de Coop Tray se ferme sans arrêt',
  'crash.window.body':
    'C’est une erreur interne de Coop Tray. Vos services continuent d’être vérifiés. Rouvrez la fenêtre pour la signaler.',
  'settings.openLog': 'Ouvrir le dossier du journal',
  'feedback.log': 'Joindre le journal',
  'feedback.log.help':
    'Les démarrages de Coop Tray, les serveurs qui n’ont pas répondu et ses erreurs. Rien de ce que vous avez écrit. Voyez l’aperçu.',
};
