import type { problems as english } from '../en/problems.ts';

export const problems: Readonly<Record<keyof typeof english, string>> = {
  'problem.json-page':
    'Ligne {line}, colonne {column} : ceci est une page Web. Publiez-y le document lui-même, ou donnez son adresse.',
  'problem.json-nothing':
    'Ligne {line}, colonne {column} : le texte est vide. Un document commence par une accolade.',
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
    'Ligne {line}, colonne {column} : un deux-points se place seulement entre une clé et sa valeur.',
  'problem.json-bracket':
    'Ligne {line}, colonne {column} : ce signe ne correspond pas à celui qui a été ouvert en dernier : {got}',
  'problem.json-cut':
    'Ligne {line}, colonne {column} : ce signe n’est jamais refermé : {got} Il manque peut-être la fin du texte.',
  'problem.json-string':
    'Ligne {line}, colonne {column} : ce texte ne se termine pas par un guillemet sur la même ligne. Un retour à la ligne s’y écrit \\n.',
  'problem.json-escape':
    'Ligne {line}, colonne {column} : dans un texte, une barre oblique inverse s’écrit deux fois. Le JSON ne connaît pas ceci : {got}',
  'problem.json-key':
    'Ligne {line}, colonne {column} : les clés se placent entre guillemets doubles : {got}',
  'problem.json-word':
    'Ligne {line}, colonne {column} : les textes se placent entre guillemets doubles. Seuls les nombres, true, false et null s’en passent : {got}',
  'problem.json-number':
    'Ligne {line}, colonne {column} : le JSON n’écrit pas les nombres ainsi : {got} Utilisez des chiffres et au plus un point, sans zéros devant.',
  'problem.json-invisible':
    'Ligne {line}, colonne {column} : il y a ici un caractère invisible, peut-être copié d’une page Web. Retapez cette ligne.',
  'problem.json-after':
    'Ligne {line}, colonne {column} : le document était déjà fini avant ceci. Cherchez plus haut une accolade ou un crochet de trop.',
  'problem.json-sign': 'Ligne {line}, colonne {column} : ceci n’a pas sa place ici : {got}',
  'problem.missing': 'Ceci manque et n’a pas de valeur par défaut.',
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
  'problem.too-long': 'C’est trop long : au plus {limit} caractères.',
  'problem.too-many': 'Il y en a trop : au plus {limit}.',
  'problem.value': 'Autre chose est attendu ici : {expected}',
  'problem.host-scheme': 'Écrivez seulement le nom d’hôte, sans rien devant ni derrière : {host}',
  'problem.host-port':
    'Écrivez seulement le nom d’hôte ; son port, {port}, a sa propre clé : {host}',
  'problem.host-path': 'Écrivez seulement le nom d’hôte, sans chemin : {host}',
  'problem.host-user': 'Écrivez seulement le nom d’hôte, sans utilisateur : {host}',
  'problem.host-signs':
    '« {got} » contient des caractères interdits dans un nom d’hôte. Utilisez des lettres, des chiffres, des traits d’union et des points.',
  'problem.host-dots':
    'Il manque quelque chose entre deux points, ou devant le premier : « {got} ».',
  'problem.host-label':
    'La partie « {label} » n’est pas valide : au plus 63 caractères, sans trait d’union aux bouts.',
  'problem.host-wildcard':
    '« {got} » peut désigner plusieurs hôtes. Nommez celui qu’il faut vérifier.',
  'problem.host-address':
    '« {got} » n’est pas une adresse valide. Écrivez une adresse IPv4 telle que 192.0.2.10, une adresse IPv6 ou un nom.',
  'problem.port-range': '{got} n’est pas un port valide : ils vont de 1 à 65535.',
  'problem.dns-name-address':
    'Ceci est une adresse, mais le DNS demande un nom. Seul l’enregistrement PTR accepte une adresse.',
  'problem.dns-answer-address':
    'Les enregistrements de ce type contiennent des adresses. Écrivez l’adresse entière attendue, telle que 192.0.2.10.',
  'problem.dns-server':
    'Écrivez l’adresse du serveur de noms, pas son nom, avec son port si ce n’est pas 53, comme 9.9.9.9 ou 9.9.9.9:5353. « {got} » n’est pas une adresse.',
  'problem.url':
    'Écrivez une adresse entière, telle que https://example.coop/chemin. « {got} » n’en est pas une.',
  'problem.url-scheme':
    'Une adresse commence par https:// ou http://. Vouliez-vous dire {suggestion} ?',
  'problem.url-other-scheme': 'Seuls https:// et http:// fonctionnent ici, pas « {scheme} ».',
  'problem.url-twice': 'L’adresse commence deux fois par https:// ou http:// : {got}',
  'problem.url-credentials':
    'Enlevez le nom et le mot de passe de l’adresse : tout le monde peut lire le document.',
  'problem.url-insecure':
    'Des connexions et des secrets y sont envoyés, et d’autres pourraient les lire en chemin. Écrivez une adresse qui commence par https://, comme {suggestion}',
  'problem.matrix-room':
    'Écrivez le salon avec son serveur, comme #beta:example.org. « {got} » n’en est pas un.',
  'problem.matrix-link': 'Écrivez le salon lui-même, pas un lien vers lui : {suggestion}',
  'problem.matrix-user':
    'Écrivez la personne avec son serveur, comme @ana:example.org. « {got} » n’en est pas une.',
  'problem.matrix-server':
    'Écrivez le serveur comme à la fin d’un identifiant Matrix, par exemple example.org. « {got} » n’en est pas un.',
  'problem.repository':
    'Écrivez le dépôt sous la forme propriétaire/nom, comme example/site, pas son adresse entière. « {got} » n’en est pas un.',
  'problem.template-file': 'Écrivez le nom d’un fichier de .github/ISSUE_TEMPLATE, comme bug.yml.',
  'problem.cron':
    'Écrivez un motif cron de cinq parties, qui revient au moins tous les quatre ans : minute, heure, jour du mois, mois, jour de la semaine, comme 0 3 * * 0.',
  'problem.time-zone': 'Écrivez un fuseau horaire par son nom IANA, comme America/Toronto.',
  'problem.clock-time':
    'Écrivez une heure à quatre chiffres, comme 09:00 ou 18:30 ; la dernière est 24:00.',
  'problem.instant':
    'Écrivez le jour, l’heure et le décalage de votre fuseau, comme 2026-12-01T02:00:00-05:00.',
  'problem.instant-none': 'Cette date n’existe pas. Vérifiez le jour du mois et l’heure.',
  'problem.instant-order': 'Ceci doit être après startsAt.',
  'problem.id':
    'Écrivez un identifiant de a-z, 0-9 et -, au plus 64 caractères, qui ne commence pas par -.',
  'problem.id-of-service': 'Écrivez l’identifiant d’un service de ce document : a-z, 0-9 et -.',
  'problem.language-tag':
    'Écrivez la langue sous forme d’étiquette, comme en, fr ou fr-CA. Ceci n’en est pas une : « {got} ».',
  'problem.logo':
    'Écrivez l’adresse https du logo, ou l’image elle-même sous la forme data:image/png;base64,… Les formats acceptés sont PNG, JPEG et WebP.',
  'problem.slug':
    'Écrivez la dernière partie de l’adresse de la page d’état : lettres, chiffres, - et _.',
  'problem.collective':
    'Écrivez la dernière partie de l’adresse de la page du collectif : lettres, chiffres, - et _.',
  'problem.domain':
    'Écrivez un domaine enregistré, comme example.coop, sans https:// et sans chemin.',
  'problem.phone':
    'Écrivez un numéro de téléphone en chiffres, de préférence avec + et l’indicatif du pays, comme +1 555 0100.',
  'problem.email': 'Écrivez une seule adresse courriel, comme el@example.coop, sans nom autour.',
  'problem.json-path':
    'Écrivez un court JSONPath (RFC 9535), comme $.status ou $.checks[0].ok, sans match() ni search().',
  'problem.header-name':
    'Écrivez seulement le nom de l’en-tête, comme content-type, sans deux-points.',
  'problem.status-code': 'Écrivez des codes d’état HTTP : des nombres de 100 à 599.',
  'problem.comparison-value':
    'Une comparaison demande une valeur de son genre : ajoutez-la sous value, un nombre pour lt, lte, gt et gte.',
  'problem.preset-keyword':
    'Nommez un mot-clé qui existe. Sans lui, aucun lien court n’est vérifié.',
  'problem.calendar-address':
    'Ce n’est pas l’adresse d’un seul calendrier. Donnez son adresse ICS, ou sa page publique chez Google, Nextcloud ou Outlook ; une page de plusieurs calendriers ne convient pas.',
  'problem.calendar-or-private':
    'Donnez l’adresse (url) d’un calendrier public, ou mettez isPrivate pour que chaque membre colle sa propre adresse ; pas les deux.',
  'problem.room-or-api':
    'Donnez une salle (room) ou une api, pour qu’il y ait quelque chose à tester.',
  'problem.url-or-phone':
    'Donnez une adresse (url) ou un téléphone (phone), pour qu’il y ait un moyen d’entrer.',
  'problem.pin': 'Écrivez le NIP en chiffres, avec # à la fin si on doit le composer, comme 4711#.',
  'problem.token-short':
    'Écrivez au moins trois caractères qui n’apparaissent nulle part ailleurs dans le modèle, comme YYYY-MM-DD.',
  'problem.tokens-differ':
    'Chaque repère (tokens) demande un texte différent, sinon un même texte serait remplacé deux fois.',
  'problem.id-taken':
    'Une autre entrée a déjà l’identifiant « {id} ». Donnez-en un autre à celle-ci.',
  'problem.other-service':
    'Écrivez l’identifiant d’un autre service de ce document. « {got} » n’en est pas un.',
  'problem.known-service':
    'Écrivez l’identifiant d’un service de ce document. « {got} » n’en est pas un.',
  'problem.known-feed':
    'Écrivez l’identifiant de l’une des pages d’état (feeds) de ce document. « {got} » n’en est pas un.',
  'problem.parent-deep':
    'Ce service dépend de {limit} autres, l’un sous l’autre. Retirez-en quelques-uns.',
  'problem.parent-circle':
    '« {got} » dépend de ce service : celui-ci ne peut donc pas en dépendre.',
  'problem.newer-type':
    'Cette version ne connaît pas « {got} ». Il faut peut-être un Coop Tray plus récent. Elle connaît : {choices}',
  'problem.key-near': 'Cette clé n’est pas utilisée. Vouliez-vous dire « {near} » ?',
};
