import type { problems as english } from '../en/problems.ts';

export const problems: Readonly<Record<keyof typeof english, string>> = {
  'problem.json-page':
    'Ligne {line}, colonne {column} : ceci est une page web. Publiez-y le document lui-même, ou donnez l’adresse où il se trouve.',
  'problem.json-nothing':
    'Ligne {line}, colonne {column} : le texte finit avant d’avoir rien dit. Un document commence par une accolade.',
  'problem.json-comment':
    'Ligne {line}, colonne {column} : le JSON n’a pas de commentaires. Enlevez celui-ci, ou gardez-le comme texte sous une clé telle que « $comment ».',
  'problem.json-quotes':
    'Ligne {line}, colonne {column} : les textes se placent entre guillemets doubles droits, pas ceux-ci : {got}',
  'problem.json-comma-last':
    'Ligne {line}, colonne {column} : rien ne suit cette virgule. Enlevez-la.',
  'problem.json-comma-missing': 'Ligne {line}, colonne {column} : il manque une virgule ici.',
  'problem.json-comma-extra':
    'Ligne {line}, colonne {column} : cette virgule est de trop. Enlevez-la.',
  'problem.json-colon':
    'Ligne {line}, colonne {column} : un deux-points se place entre une clé et sa valeur, et nulle part ailleurs.',
  'problem.json-bracket':
    'Ligne {line}, colonne {column} : ce signe ferme autre chose que ce qui a été ouvert en dernier : {got}',
  'problem.json-cut':
    'Ligne {line}, colonne {column} : ce signe n’est jamais refermé : {got} La fin du texte s’est peut-être perdue.',
  'problem.json-string':
    'Ligne {line}, colonne {column} : ce texte n’a pas de guillemet à la fin sur la même ligne. Un retour à la ligne s’y écrit \\n.',
  'problem.json-escape':
    'Ligne {line}, colonne {column} : une barre oblique inverse s’écrit deux fois dans un texte. Ceci n’est pas un signe du JSON : {got}',
  'problem.json-key':
    'Ligne {line}, colonne {column} : les clés se placent entre guillemets doubles : {got}',
  'problem.json-word':
    'Ligne {line}, colonne {column} : les textes se placent entre guillemets doubles ; sans eux, il n’y a que les nombres, true, false et null : {got}',
  'problem.json-number':
    'Ligne {line}, colonne {column} : le JSON n’écrit pas un nombre ainsi : {got} Écrivez-le en chiffres avec au plus un point, sans zéros devant.',
  'problem.json-invisible':
    'Ligne {line}, colonne {column} : un signe invisible se trouve ici, peut-être copié d’une page web. Retapez cette ligne.',
  'problem.json-after':
    'Ligne {line}, colonne {column} : le document était déjà fini avant ceci. Cherchez plus haut une accolade ou un crochet de trop.',
  'problem.json-sign': 'Ligne {line}, colonne {column} : ceci ne peut pas se trouver ici : {got}',
  'problem.missing': 'Ceci manque, et n’a pas de valeur par défaut.',
  'problem.text': 'Écrivez un texte entre guillemets.',
  'problem.number': 'Écrivez un nombre, sans guillemets.',
  'problem.number-quoted': 'Écrivez le nombre sans guillemets : {got}',
  'problem.number-whole': 'Écrivez un nombre entier.',
  'problem.boolean': 'Écrivez true ou false, sans guillemets.',
  'problem.list': 'Écrivez une liste entre crochets, même pour une seule entrée.',
  'problem.object': 'Écrivez ses parties entre accolades.',
  'problem.choice': 'Écrivez l’un de ceux-ci : {choices}',
  'problem.choice-near': 'Vouliez-vous dire « {near} » ?',
  'problem.at-least': 'C’est trop petit : au moins {limit}.',
  'problem.at-most': 'C’est trop grand : au plus {limit}.',
  'problem.milliseconds':
    'Ceci est en millisecondes, et {got}, c’est trop peu. Vouliez-vous dire {suggestion} ?',
  'problem.seconds': 'Ceci est en secondes, et {got}, c’est trop. Vouliez-vous dire {suggestion} ?',
  'problem.empty': 'Ceci ne doit pas être vide.',
  'problem.too-long': 'C’est trop long : au plus {limit} signes.',
  'problem.too-many': 'Il y en a trop : au plus {limit}.',
  'problem.value': 'Autre chose est attendu ici : {expected}',
  'problem.host-scheme':
    'Écrivez le nom de la machine seul, sans ce qui est devant et derrière : {host}',
  'problem.host-port':
    'Écrivez le nom de la machine seul ; son port, {port}, a sa propre place : {host}',
  'problem.host-path': 'Écrivez le nom de la machine seul, sans chemin : {host}',
  'problem.host-user': 'Écrivez le nom de la machine seul, sans personne : {host}',
  'problem.host-signs':
    'Ceci contient des signes qu’aucun nom de machine n’a : « {got} ». Écrivez des lettres, des chiffres, des traits d’union et des points.',
  'problem.host-dots':
    'Il manque quelque chose entre deux points, ou devant le premier : « {got} ».',
  'problem.host-label':
    'La partie « {label} » n’est pas une partie de nom : elle a au plus 63 signes, et pas de trait d’union aux bouts.',
  'problem.host-wildcard':
    '« {got} » peut désigner beaucoup de machines. Nommez celle qu’il faut interroger.',
  'problem.host-address':
    'Il n’y a pas d’adresse comme « {got} ». Écrivez une adresse IPv4 telle que 192.0.2.10, une adresse IPv6 ou un nom.',
  'problem.port-range': 'Il n’y a pas de port {got} : ils vont de 1 à 65535.',
  'problem.dns-name-address':
    'On demande des noms au DNS, et ceci est une adresse. Écrivez le nom ; seul l’enregistrement PTR accepte une adresse.',
  'problem.dns-answer-address':
    'Les enregistrements de ce type contiennent des adresses. Écrivez l’adresse entière attendue, telle que 192.0.2.10.',
  'problem.dns-server':
    'Écrivez l’adresse du serveur de noms, pas son nom, avec son port si ce n’est pas 53, comme 9.9.9.9 ou 9.9.9.9:5353. Ceci n’est pas une adresse : « {got} ».',
  'problem.url':
    'Écrivez une adresse entière, telle que https://example.coop/chemin. Ceci n’en est pas une : « {got} ».',
  'problem.url-scheme':
    'Une adresse commence par https:// ou http://. Vouliez-vous dire {suggestion} ?',
  'problem.url-other-scheme':
    'Seuls https:// et http:// peuvent être ouverts ou interrogés ici, pas {scheme} :',
  'problem.url-twice': 'Le début https:// ou http:// s’y trouve deux fois : {got}',
  'problem.url-credentials':
    'Enlevez le nom et le mot de passe de l’adresse : tout le monde peut lire le document.',
  'problem.url-insecure':
    'Des connexions et des secrets y sont envoyés, et d’autres pourraient les lire en chemin. Écrivez une adresse qui commence par https://, comme {suggestion}',
  'problem.matrix-room':
    'Écrivez le salon avec son serveur, comme #beta:example.org. Ceci n’en est pas un : « {got} ».',
  'problem.matrix-link': 'Écrivez le salon lui-même, pas un lien vers lui : {suggestion}',
  'problem.matrix-user':
    'Écrivez la personne avec son serveur, comme @ana:example.org. Ceci n’en est pas une : « {got} ».',
  'problem.matrix-server':
    'Écrivez le serveur comme les identifiants Matrix finissent, par exemple example.org. Ceci n’en est pas un : « {got} ».',
  'problem.repository':
    'Écrivez le dépôt sous la forme propriétaire/nom, comme example/site, sans adresse autour. Ceci n’en est pas un : « {got} ».',
  'problem.template-file': 'Écrivez le nom d’un fichier de .github/ISSUE_TEMPLATE, comme bug.yml.',
  'problem.cron':
    'Écrivez un motif cron de cinq parties, qui revient au moins tous les quatre ans : minute, heure, jour du mois, mois, jour de la semaine, comme 0 3 * * 0.',
  'problem.time-zone': 'Écrivez un fuseau horaire par son nom IANA, comme America/Toronto.',
  'problem.clock-time':
    'Écrivez une heure à quatre chiffres, comme 09:00 ou 18:30 ; la dernière est 24:00.',
  'problem.instant':
    'Écrivez le jour, l’heure et le décalage de votre fuseau, comme 2026-12-01T02:00:00-05:00.',
  'problem.instant-none': 'Cette date n’existe pas. Regardez le jour du mois et l’heure.',
  'problem.instant-order': 'Ceci doit être après startsAt.',
  'problem.id': 'Écrivez un identifiant de a-z, 0-9 et -, 64 au plus, qui ne commence pas par -.',
  'problem.id-of-service': 'Écrivez l’identifiant d’un service de ce document : a-z, 0-9 et -.',
  'problem.language-tag':
    'Écrivez la langue sous forme d’étiquette, comme en, fr ou fr-CA. Ceci n’en est pas une : « {got} ».',
  'problem.logo':
    'Écrivez une adresse https du logo, ou l’image elle-même sous la forme data:image/png;base64,… (PNG, JPEG ou WebP).',
  'problem.slug':
    'Écrivez la dernière partie de l’adresse de la page d’état : lettres, chiffres, - et _.',
  'problem.domain':
    'Écrivez un domaine enregistré, comme example.coop, sans https:// et sans chemin.',
  'problem.phone':
    'Écrivez un numéro de téléphone en chiffres, de préférence avec + et le pays, comme +1 555 0100.',
  'problem.email': 'Écrivez une seule adresse courriel, comme el@example.coop, sans nom autour.',
  'problem.json-path':
    'Écrivez un court JSONPath (RFC 9535), comme $.status ou $.checks[0].ok, sans match() ni search().',
  'problem.header-name': 'Écrivez le nom d’un en-tête seul, comme content-type, sans deux-points.',
  'problem.status-code': 'Écrivez des codes d’état HTTP : des nombres de 100 à 599.',
  'problem.comparison-value':
    'Une comparaison demande une valeur de son genre : ajoutez-la sous value, un nombre pour lt, lte, gt et gte.',
  'problem.preset-keyword':
    'Nommez un mot-clé qui existe : sans lui, aucun lien court n’est interrogé.',
  'problem.room-or-api':
    'Donnez une salle (room) ou une api, pour qu’il y ait quelque chose à tester.',
  'problem.id-taken':
    'Une autre entrée a déjà l’identifiant « {id} ». Donnez-en un autre à celle-ci.',
  'problem.other-service':
    'Écrivez l’identifiant d’un autre service de ce document. « {got} » n’en est pas un.',
  'problem.known-service':
    'Écrivez l’identifiant d’un service de ce document. « {got} » n’en est pas un.',
  'problem.known-feed':
    'Écrivez l’identifiant de l’une des pages d’état (feeds) de ce document. « {got} » n’en est pas un.',
  'problem.parent-deep':
    'Ce service repose sur {limit} autres, l’un sous l’autre : retirez-en quelques-uns.',
  'problem.parent-circle':
    '« {got} » repose lui-même sur ce service, et ne peut donc pas le porter.',
  'problem.newer-type':
    'Cette version ne connaît pas « {got} », il faut peut-être un Coop Tray plus récent. Elle connaît : {choices}',
  'problem.key-near': 'Personne ne lit cette clé. Vouliez-vous dire « {near} » ?',
};
