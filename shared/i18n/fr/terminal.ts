import type { terminal as english } from '../en/terminal.ts';

export const terminal: Readonly<Record<keyof typeof english, string>> = {
  'cli.help.usage': 'Usage : {words}',
  'cli.help.command': 'COMMANDE',
  'cli.help.commands': 'Commandes :',
  'cli.help.options': 'Options :',
  'cli.help.exitCodes': 'Code de sortie : {codes}',
  'cli.help.default': '{text} Par défaut : {value}.',
  'cli.help.more': 'Entrez « coop-tray {command} --help » pour en savoir plus sur une commande.',
  'cli.about.says':
    'Montre dans la zone de notification comment vont les services de votre coop. Sans commande, démarre l’application.',
  'cli.about.what':
    'Quand un service tombe en panne, Coop Tray le dit une fois, avec ce qu’il faut utiliser à la place, et vous dit quand ce n’est que votre propre réseau.',
  'cli.about.exitCodes': '0 l’application s’est terminée, 1 elle n’a pas pu démarrer.',
  'cli.about.version': 'Coop Tray {version}, avec Electron {electron}',
  'cli.man.says': 'Les services de votre coop, dans la zone de notification et dans un terminal',
  'cli.man.head.name': 'NOM',
  'cli.man.head.synopsis': 'SYNOPSIS',
  'cli.man.head.description': 'DESCRIPTION',
  'cli.man.head.options': 'OPTIONS',
  'cli.man.head.commands': 'COMMANDES',
  'cli.man.head.exitCodes': 'CODE DE SORTIE',
  'cli.man.head.files': 'FICHIERS',
  'cli.man.chromium':
    'Les options de Chromium, comme --user-data-dir, se placent avant la commande. Chromium ne fonctionne pas pour root.',
  'cli.man.files':
    'Ce que l’application sait, et ses paramètres. Les commandes le lisent et n’y écrivent jamais.',

  'cli.value.source': 'SOURCE',
  'cli.value.lang': 'LANGUE',
  'cli.value.seconds': 'SECONDES',
  'cli.value.service': 'SERVICE',
  'cli.value.server': 'SERVEUR',
  'cli.value.guest': 'NOM',
  'cli.value.text': 'TEXTE',
  'cli.value.file': 'FICHIER',
  'cli.value.keyword': 'MOT-CLÉ',
  'cli.value.argument': 'ARGUMENT',
  'cli.value.shell': 'SHELL',

  'cli.option.help': 'Affiche cette aide.',
  'cli.option.version': 'Affiche la version.',
  'cli.option.join':
    'Ajoute cette coop, après confirmation dans la fenêtre : son domaine, l’adresse de son document ou un fichier.',
  'cli.option.show': 'Ouvre la fenêtre.',
  'cli.option.hidden': 'Démarre en icône seulement, comme à l’ouverture de session.',
  'cli.option.verbose': 'Écrit davantage dans le journal, pour trouver un défaut.',
  'cli.option.wholeChromium':
    'Renonce aux économies de mémoire, pour un bureau Linux qui dessine mal la fenêtre.',
  'cli.option.json': 'Une seule ligne de JSON, même sans réponse.',
  'cli.option.coop':
    'Une autre coop : son domaine, l’adresse de son document ou un fichier. Par défaut, celle de l’application.',
  'cli.option.lang': 'La langue du texte, en ou fr. Par défaut, celle du terminal.',
  'cli.option.timeout': 'La limite pour toute la vérification.',
  'cli.option.offline': 'Ne vérifie que le document, pas les services.',
  'cli.option.name': 'Votre nom dans la salle.',
  'cli.option.place': 'Où vous êtes, dans vos propres mots, pour le rapport.',
  'cli.option.withSecret':
    'Crée une salle à part, avec le secret partagé du serveur gardé dans votre trousseau.',
  'cli.option.print': 'Affiche l’adresse au lieu de l’ouvrir.',

  'cli.status.says':
    'Vérifie une fois chaque service de votre coop, ou seulement ceux que vous nommez, et affiche le résultat.',
  'cli.status.exitCodes':
    '0 tout fonctionne, 1 quelque chose est à vérifier, 2 quelque chose est en panne, 3 pas de réponse.',
  'cli.status.unknown':
    'Le document de la coop n’énumère aucun service « {service} », mais ceux-ci : {names}.',
  'cli.noCoop':
    'Aucune coop ajoutée. Ouvrez Coop Tray et ajoutez la vôtre, ou utilisez --coop=VOTRE-DOMAINE.',
  'cli.nothingKnown':
    '{total, plural, one {Le seul service n’a pas pu être vérifié} other {Aucun des # services n’a pu être vérifié}}',
  'cli.unsure': 'En échec, mais non confirmé avant la fin du délai.',
  'cli.broken': 'Une erreur s’est produite dans Coop Tray. Merci de la signaler :',
  'cli.internal': 'Coop Tray n’a pas pu vérifier (erreur interne de Coop Tray).',
  'cli.unknownCommand':
    'Il n’y a pas de commande « {word} ». Entrez « coop-tray --help » pour les voir toutes.',
  'cli.badOption': 'Il n’y a pas d’option {option}.',
  'cli.badValue': 'L’option {option} s’écrit comme ci-dessous.',
  'cli.unwritten': 'La réponse n’a pas pu être écrite ({error}).',
  'cli.echo.says':
    'Fait un test d’écho sur un serveur : son identifiant ou son nom dans le document de la coop, ou le lien d’une salle.',
  'cli.echo.exitCodes': '0 bon, 1 moyen ou mauvais, 2 échec, 3 pas de réponse.',
  'cli.echo.none': 'Le document de la coop n’énumère aucun serveur pour les tests d’écho.',
  'cli.echo.unknown':
    'Le document de la coop n’énumère aucun serveur « {instance} » pour les tests d’écho, mais ceux-ci : {names}.',
  'cli.echo.stopped': 'Arrêté.',
  'cli.open.says':
    'Ouvre un lien de votre coop dans le navigateur ou affiche son adresse. L’argument y prend la place de %s.',
  'cli.open.exitCodes': '0 c’est fait, 1 ce lien n’existe pas, 3 aucune réponse.',
  'cli.open.noLinks': 'Le document de la coop n’énumère aucun lien.',
  'cli.open.unread': 'La liste des liens n’a pas pu être lue.',
  'cli.open.unknown': 'Il n’y a pas de lien « {keyword} ».',
  'cli.open.similar': 'Il n’y a pas de lien « {keyword} ». Vouliez-vous dire : {names} ?',
  'cli.open.failed':
    'Le navigateur n’a pas pu être ouvert. Utilisez --print pour obtenir l’adresse.',
  'cli.check.says':
    'Vérifie le document d’une coop avant sa publication : erreurs, oublis probables et réponse de chaque service. La source est un fichier, une adresse https ou le domaine de la coop.',
  'cli.check.exitCodes':
    '0 aucun problème, 1 un oubli probable ou un service qui ne fonctionne pas, 2 une erreur dans le document, 3 il n’a pas pu être lu.',
  'cli.check.problems': 'Erreurs',
  'cli.check.hints': 'Oublis probables',
  'cli.check.services': 'Réponse actuelle des services',
  'cli.check.place': 'Ligne {line}, colonne {column}',
  'cli.check.refused': 'Coop Tray refuse tout le document tant que ceci n’est pas corrigé.',
  'cli.check.offline': 'Les services n’ont pas été vérifiés : cet ordinateur est hors ligne.',
  'cli.check.well': 'Aucun problème dans le document de {name}.',
  'cli.check.found':
    '{problems, plural, =0 {Aucune erreur} one {# erreur} other {# erreurs}}, {hints, plural, =0 {aucun oubli probable} one {# oubli probable} other {# oublis probables}}.',

  'cli.backups.says':
    'Montre ce que les membres verraient d’un fichier coop-backups/1, et ses erreurs. Le fichier peut être une adresse.',
  'cli.backups.exitCodes':
    '0 aucune erreur, 1 il contient des erreurs, 2 il ne peut pas être lu, 3 une option est mal écrite.',
  'cli.completion.says':
    'Affiche la complétion de cette commande pour bash, zsh ou fish. Les paquets deb et rpm l’apportent.',
  'cli.completion.exitCodes': '0 c’est fait, 3 une option est mal écrite.',
};
