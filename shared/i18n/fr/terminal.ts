import type { terminal as english } from '../en/terminal.ts';

export const terminal: Readonly<Record<keyof typeof english, string>> = {
  'cli.usage':
    'Usage : coop-tray status [--json] [--coop=SOURCE] [--lang=fr] [--timeout=SECONDES]\n\nVérifie une fois chaque service de votre coop et affiche le résultat.\nCode de sortie : 0 tout fonctionne, 1 quelque chose est à vérifier, 2 quelque chose est en panne, 3 pas de réponse.',
  'cli.noCoop':
    'Aucune coop ajoutée. Ouvrez Coop Tray et ajoutez la vôtre, ou utilisez --coop=VOTRE-DOMAINE.',
  'cli.nothingKnown':
    '{total, plural, one {Le seul service n’a pas pu être vérifié} other {Aucun des # services n’a pu être vérifié}}',
  'cli.unsure': 'En échec, mais non confirmé avant le délai.',
  'cli.internal': 'Coop Tray n’a pas pu vérifier (erreur interne de Coop Tray).',
  'cli.echo.usage':
    'Usage : coop-tray echo SERVEUR [--json] [--coop=SOURCE] [--name=NOM] [--place=TEXTE] [--with-secret] [--lang=fr]\n\nFait un test d’écho sur un serveur : son identifiant ou son nom dans le document de la coop, ou le lien d’une salle.\nCode de sortie : 0 bon, 1 moyen ou mauvais, 2 échec, 3 pas de réponse.',
  'cli.echo.none': 'Le document de la coop n’énumère aucun serveur pour les tests d’écho.',
  'cli.echo.unknown':
    'Le document de la coop n’énumère aucun serveur « {instance} » pour les tests d’écho, mais ceux-ci : {names}.',
  'cli.echo.stopped': 'Arrêté.',
  'cli.open.usage':
    'Usage : coop-tray open MOT-CLÉ [ARGUMENT] [--print] [--coop=SOURCE] [--lang=fr]\n\nOuvre un lien de votre coop dans le navigateur ou affiche son adresse.\nCode de sortie : 0 c’est fait, 1 ce lien n’existe pas, 3 aucune réponse.',
  'cli.open.noLinks': 'Le document de la coop n’énumère aucun lien.',
  'cli.open.unread': 'La liste des liens n’a pas pu être lue.',
  'cli.open.unknown': 'Il n’y a pas de lien « {keyword} ».',
  'cli.open.similar': 'Il n’y a pas de lien « {keyword} ». Vouliez-vous dire : {names} ?',
  'cli.open.failed':
    'Le navigateur n’a pas pu être ouvert. Utilisez --print pour obtenir l’adresse.',
  'cli.check.usage':
    'Usage : coop-tray check SOURCE [--json] [--lang=fr] [--offline] [--timeout=SECONDES]\n\nVérifie le document d’une coop avant sa publication : erreurs, oublis probables et réponse de chaque service. SOURCE est un fichier, une adresse https ou le domaine de la coop. --offline ignore les services.\nCode de sortie : 0 aucun problème, 1 un oubli probable ou un service qui ne fonctionne pas, 2 une erreur dans le document, 3 il n’a pas pu être lu.',
  'cli.check.problems': 'Erreurs',
  'cli.check.hints': 'Oublis probables',
  'cli.check.services': 'Réponse actuelle des services',
  'cli.check.place': 'Ligne {line}, colonne {column}',
  'cli.check.refused': 'Coop Tray refuse tout le document tant que ceci n’est pas corrigé.',
  'cli.check.offline': 'Les services n’ont pas été vérifiés : cet ordinateur est hors ligne.',
  'cli.check.well': 'Aucun problème dans le document de {name}.',
  'cli.check.found':
    '{problems, plural, =0 {Aucune erreur} one {# erreur} other {# erreurs}}, {hints, plural, =0 {aucun oubli probable} one {# oubli probable} other {# oublis probables}}.',
};
