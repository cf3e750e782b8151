import type { terminal as english } from '../en/terminal.ts';

export const terminal: Readonly<Record<keyof typeof english, string>> = {
  'cli.usage':
    'Usage : coop-tray status [--json] [--coop=SOURCE] [--lang=fr] [--timeout=SECONDES]\n\nInterroge une fois chaque service de votre coop et dit comment il va.\nCode de sortie : 0 tout fonctionne, 1 quelque chose demande attention, 2 quelque chose est en panne, 3 pas de réponse.',
  'cli.noCoop':
    'Aucune coop n’est encore connue. Lancez Coop Tray et indiquez la vôtre, ou ajoutez --coop=VOTRE-DOMAINE.',
  'cli.nothingKnown':
    '{total, plural, one {Le seul service n’a pas pu être vérifié} other {Aucun des # services n’a pu être vérifié}}',
  'cli.unsure': 'Il est en échec, mais le temps manquait pour en être sûr.',
  'cli.internal': 'Coop Tray n’a pas pu vérifier, par une faute qui lui est propre.',
  'cli.echo.usage':
    'Usage : coop-tray echo SERVEUR [--json] [--coop=SOURCE] [--name=NOM] [--place=TEXTE] [--with-secret] [--lang=fr]\n\nTeste l’écho d’un serveur : son identifiant ou son nom dans le document de la coop, ou l’adresse d’une salle.\nCode de sortie : 0 bon, 1 moyen ou mauvais, 2 échec, 3 pas de réponse.',
  'cli.echo.none': 'Le document de la coop ne nomme aucun serveur pour les tests d’écho.',
  'cli.echo.unknown':
    'Le document de la coop ne nomme aucun serveur « {instance} » pour les tests d’écho. Il nomme : {names}.',
  'cli.echo.stopped': 'Arrêté.',
  'cli.check.usage':
    'Usage : coop-tray check SOURCE [--json] [--lang=fr] [--offline] [--timeout=SECONDES]\n\nParcourt le document d’une coop avant sa publication : ce qui y est erroné, ce qui n’est probablement pas voulu, et comment chaque service répond une fois. SOURCE est un fichier, une adresse https ou le domaine de la coop. --offline laisse les services tranquilles.\nCode de sortie : 0 rien trouvé, 1 une chose n’est probablement pas voulue ou un service ne fonctionne pas, 2 une chose est erronée dans le document, 3 il n’a pas pu être lu.',
  'cli.check.problems': 'Erroné',
  'cli.check.hints': 'Probablement pas voulu',
  'cli.check.services': 'Comment les services répondent maintenant',
  'cli.check.place': 'Ligne {line}, colonne {column}',
  'cli.check.refused': 'L’application refuse tout le document tant que ceci n’est pas corrigé.',
  'cli.check.offline': 'Les services n’ont pas été interrogés : cet appareil est hors ligne.',
  'cli.check.well': 'Rien trouvé dans le document de {name}.',
  'cli.check.found':
    '{problems, plural, =0 {Rien n’est erroné} one {Un endroit est erroné} other {# endroits sont erronés}}, et {hints, plural, =0 {rien ne semble involontaire} one {un n’est probablement pas voulu} other {# ne sont probablement pas voulus}}.',
};
