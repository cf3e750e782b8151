import type { app as english } from '../en/app.ts';

export const app: Readonly<Record<keyof typeof english, string>> = {
  'app.name': 'Coop Tray',

  'verdict.up': 'en service',
  'verdict.degraded': 'perturbé',
  'verdict.down': 'en panne',
  'verdict.maintenance': 'en maintenance',
  'verdict.unknown': 'inconnu',
  'verdict.no-access': 'sans accès',
  'verdict.retired': 'retiré',

  'summary.allUp':
    '{total, plural, one {Le seul service fonctionne} other {Les # services fonctionnent}}',
  'summary.down': '{count} sur {total} en panne : {names}',
  'summary.degraded': '{count} sur {total} perturbés : {names}',
  'summary.maintenance': '{count} sur {total} en maintenance : {names}',
  'summary.unknown': '{count} sur {total} à l’état inconnu : {names}',
  'summary.notChecked':
    'Première vérification de {total, plural, one {# service} other {# services}}',
  'summary.someNotChecked': 'Première vérification de {count, number} des {total, number} services',
  'summary.noServices': 'Aucun service pour l’instant',
  'summary.offline': 'Vous êtes hors ligne',
  'summary.captive': 'Votre réseau demande d’abord une connexion',
  'summary.waking': 'En attente du réseau',
  'summary.clockWrong': 'L’horloge de cet ordinateur est fausse',
  'summary.noCoop': 'Indiquez à Coop Tray où se trouve votre coop',
  'summary.andMore': '{names} et {more, plural, one {# autre} other {# autres}}',

  'headline.allUp':
    '{total, plural, one {Le seul service fonctionne} other {Les # services fonctionnent}}',
  'headline.attention':
    '{count, plural, one {# sur {total} demande votre attention} other {# sur {total} demandent votre attention}}',
  'headline.andAwaited':
    '{sentence}, {count, plural, one {# pas encore vérifié} other {# pas encore vérifiés}}',

  'offline.explain':
    'Cet appareil n’a pas accès au réseau en ce moment : on ne sait donc rien des services. Coop Tray réessaie de lui-même.',
  'captive.explain':
    'Quelque chose sur votre réseau répond à la place d’Internet : en général la page de connexion d’un hôtel, d’un train ou d’un café. Ouvrez un navigateur et connectez-vous.',
  'waking.explain':
    'Cet appareil vient de se réveiller. Les services seront vérifiés dès le retour du réseau.',

  'clock.behind':
    'L’horloge de cet ordinateur retarde de {span} : les certificats et les dates ne peuvent pas être jugés. Réglez la date et l’heure, automatiquement de préférence. Coop Tray réessaie de lui-même.',
  'clock.ahead':
    'L’horloge de cet ordinateur avance de {span} : les certificats et les dates ne peuvent pas être jugés. Réglez la date et l’heure, automatiquement de préférence. Coop Tray réessaie de lui-même.',

  'menu.open': 'Ouvrir Coop Tray',
  'menu.checkNow': 'Vérifier maintenant',
  'menu.checking': 'Vérification…',
  'menu.echo': 'Test d’écho…',
  'menu.echo.guest': 'Test d’écho',
  'menu.quit': 'Quitter',
  'menu.service': '{name} : {verdict}',

  'notify.down.title': '{name} est en panne',
  'notify.degraded.title': '{name} est perturbé',
  'notify.up.title': '{name} fonctionne à nouveau',
  'notify.down.many': '{count} services sont en panne',
  'notify.degraded.many': '{count} services sont perturbés',
  'notify.up.many': '{count} services fonctionnent à nouveau',
  'notify.mixed': '{count} services ont changé d’état',
  'notify.line': '{name} : {verdict}',
  'notify.instead': 'En attendant, utilisez {instead}.',
  'notify.up.body': 'Tout est rentré dans l’ordre.',
  'notify.noTray.title': 'Coop Tray garde une fenêtre ouverte',
  'notify.noTray.body':
    'Ce bureau n’a pas de place pour les icônes. Relancez Coop Tray pour revoir la fenêtre.',

  'reason.dns-not-found': 'Le nom {host} n’existe pas dans le DNS.',
  'reason.dns-failed': 'Le nom {host} n’a pas pu être résolu.',
  'reason.dns-answer': 'Le DNS donne une autre réponse que prévu : {got}.',
  'reason.refused': 'Le serveur refuse la connexion : rien n’y fonctionne en ce moment.',
  'reason.reset': 'Le serveur a coupé la connexion avant d’avoir répondu.',
  'reason.unreachable': 'Il n’y a pas de chemin vers le serveur.',
  'reason.timeout': 'Pas de réponse en {seconds} s ({phase}).',
  'reason.address-forbidden':
    'L’adresse {address} est interne à une machine ou à un centre de données et n’est pas interrogée.',
  'reason.tls-failed': 'Le serveur ne parle pas TLS comme il le devrait.',
  'reason.tls-too-old':
    'Le serveur n’offre qu’un chiffrement trop ancien pour être sûr. Les navigateurs le refusent aussi.',
  'reason.tls-client-certificate':
    'Le serveur ne laisse entrer que ceux qui présentent leur propre certificat, et Coop Tray n’en a pas.',
  'reason.certificate-untrusted':
    'Le certificat vient d’une autorité qui n’est pas généralement reconnue ({issuer}).',
  'reason.certificate-incomplete':
    'Le serveur n’envoie pas tous ses certificats : il manque celui de {issuer}. Certains navigateurs le trouvent eux-mêmes, d’autres affichent un avertissement.',
  'reason.certificate-wrong-host': 'Le certificat est pour un autre nom que {host}.',
  'reason.certificate-not-yet-valid':
    'Il répond, mais son certificat n’est valide qu’à partir de {date}.',
  'reason.certificate-expired': 'Il répond, mais son certificat a expiré {date}.',
  'reason.certificate-chain-expired':
    'Il répond, mais le certificat de {name}, dont dépend le sien, a expiré {date}.',
  'reason.certificate-weak':
    'Il répond, mais une clé ou une signature de son certificat est trop faible pour être sûre.',
  'reason.certificate-invalid':
    'Il répond, mais son certificat n’est pas fait pour un serveur, ou est défectueux.',
  'reason.certificate-expiring':
    '{days, plural, =0 {Son certificat expire aujourd’hui.} one {Son certificat expire dans # jour.} other {Son certificat expire dans # jours.}}',
  'reason.certificate-chain-expiring':
    '{days, plural, =0 {Le certificat de {name}, dont dépend le sien, expire aujourd’hui.} one {Le certificat de {name}, dont dépend le sien, expire dans # jour.} other {Le certificat de {name}, dont dépend le sien, expire dans # jours.}}',
  'reason.protocol': 'La réponse n’est pas du HTTP.',
  'reason.headers-too-large': 'Les en-têtes de sa réponse dépassent {limit}.',
  'reason.answer-contradicts':
    'Sa réponse contient {name} deux fois, avec deux valeurs : les navigateurs la refusent.',
  'reason.status': 'Il répond par l’erreur {got}.',
  'reason.redirect-loop': 'Il renvoie les visiteurs en rond.',
  'reason.redirect-refused': 'Il renvoie les visiteurs vers une adresse non sûre.',
  'reason.body-too-large': 'La réponse dépasse {limit}.',
  'reason.body-encoding': 'La réponse est compressée d’une façon illisible.',
  'reason.body-mismatch': 'Il répond « {got} » au lieu de « {expected} ».',
  'reason.keyword-missing': 'Il répond, mais sans le texte attendu « {keyword} ».',
  'reason.keyword-present': 'Il répond, mais avec le texte « {keyword} », signe d’un problème.',
  'reason.json-invalid': 'Il répond, mais pas par des données (JSON).',
  'reason.json-too-much':
    'Il répond, mais par plus de données qu’on ne peut en parcourir pour {path} : on n’en sait rien.',
  'reason.json-missing': 'Il répond, mais ses données n’ont rien à {path}.',
  'reason.json-mismatch': 'Il répond, mais ses données indiquent {got} à {path}.',
  'reason.header-missing': 'Il répond, mais sans l’en-tête {name}.',
  'reason.header-mismatch': 'Il répond, mais son en-tête {name} indique {got}.',
  'reason.slow': 'Il est lent : {ms} ms au lieu de {limitMs} ms.',
  'reason.says-maintenance': 'Il annonce des travaux.',
  'reason.says-degraded': 'Il annonce qu’il a besoin de soins.',
  'reason.no-access': 'Il répond, mais vous n’y avez pas accès.',
  'reason.refuses-us':
    'Il répond, mais demande à cette application de revenir plus tard : d’ici là, son état n’est pas connu.',
  'reason.bot-guard':
    'Un gardien placé devant lui veut voir un navigateur : cette application ne peut pas voir son état. Ouvrez sa page pour le savoir.',
  'reason.not-checked': 'Pas encore vérifié.',
  'reason.stale': 'La dernière mesure est trop ancienne pour compter.',
  'reason.offline': 'Vous êtes hors ligne.',
  'reason.captive': 'Votre réseau demande d’abord une connexion.',
  'reason.waking': 'En attente du réseau.',
  'reason.clock-wrong': 'L’horloge de cet ordinateur est fausse : on ne peut donc pas le savoir.',
  'reason.retired': 'Ce service a pris fin.',
  'reason.document': 'Le document de la coop est erroné à {path}. {remedy}',
  'reason.needs-newer': 'Cette vérification ({type}) demande un Coop Tray plus récent.',
  'reason.internal': 'Coop Tray n’a pas pu vérifier ce service, à cause d’une erreur de sa part.',

  'remark.title': 'Sa réponse',
  'remark.lead':
    'Pour qui s’en occupe : sa réponse est mal rangée. Les navigateurs l’acceptent, d’autres programmes peut-être pas.',
  'remark.status-line': 'Sa première ligne n’est pas tout à fait du HTTP.',
  'remark.line-ends': 'Des lignes de ses en-têtes finissent d’une drôle de façon.',
  'remark.folded-header': 'Un en-tête est replié sur plusieurs lignes.',
  'remark.odd-header': 'Un en-tête a un nom ou des signes qu’un en-tête ne peut pas avoir.',
  'remark.two-lengths': 'Elle indique sa longueur de plus d’une façon.',
  'remark.chunks': 'Ses morceaux (chunks) sont marqués d’une drôle de façon.',
  'remark.packing': 'Elle n’est pas compressée comme le dit son Content-Encoding.',
  'remark.cut-short': 'Elle s’arrête avant la fin annoncée.',

  'phase.dns': 'résolution du nom',
  'phase.connect': 'connexion',
  'phase.tls': 'TLS',
  'phase.firstByte': 'premier octet',
  'phase.body': 'reste de la réponse',
  'phase.total': 'en tout',

  'page.status': 'État',
  'page.settings': 'Réglages',
  'nav.label': 'Pages',

  'status.checkedAt': 'vérifié {time}',
  'status.notCheckedYet': 'pas encore vérifié',
  'status.checkNow': 'Vérifier maintenant',
  'status.checking': 'Vérification…',
  'status.attention': 'À surveiller',
  'status.well': 'Fonctionnent',
  'status.retired': 'Retirés',
  'status.since': '{verdict} depuis {time} ({duration})',
  'status.justNow': 'à l’instant',
  'status.confirming': 'nouvelle vérification en cours',
  'status.recovering': 'répond à nouveau, à confirmer',
  'status.lastKnown': 'dernier état connu : {verdict}',
  'status.asOf': 'relevé {time}',
  'status.neverSeen': 'jamais vérifié',
  'status.use': 'En attendant, utilisez {instead}',
  'status.open': 'Ouvrir',
  'status.openService': 'Ouvrir {name}',
  'status.details': 'Détails',
  'status.detailsOf': 'Détails de {name}',
  'status.back': 'Retour à tous les services',
  'status.copy': 'Copier les détails',
  'status.copied': 'Copié',
  'status.filter': 'Trouver un service',
  'status.noMatch': 'Aucun service ne s’appelle « {text} ».',
  'status.empty': 'Le document de la coop ne nomme encore aucun service.',
  'status.timings': 'Dernière vérification',
  'status.certificate': 'Certificat',
  'status.certificateUntil': 'valable jusqu’au {date}, de {issuer}',
  'status.certificateUntrusted': 'non reconnu par cet appareil, comme la coop le veut',
  'status.interval': 'Vérifié toutes les {duration}',
  'status.none': 'non mesuré',
  'status.ms': '{ms} ms',

  'problems.title':
    '{count, plural, one {Une entrée du document de la coop est erronée} other {# entrées du document de la coop sont erronées}}',
  'problems.line': '{path} : {remedy}',
  'coop.cached':
    'Le document de la coop n’a pas pu être relu ({why}). Ceci est la copie de {time}.',

  'join.title': 'Où se trouve votre coop ?',
  'join.explain':
    'Tapez le domaine de la coop. Coop Tray lui demande un petit document qui nomme ses services. Vous pouvez aussi donner l’adresse du document ou un fichier.',
  'join.awaited.title': 'Le document de votre coop ne peut pas être lu',
  'join.awaited':
    'Coop Tray connaît votre coop, {source}, mais n’en a aucun document lisible. {why} L’application redemande d’elle-même ; « Continuer » redemande tout de suite.',
  'join.label': 'Domaine, adresse ou fichier',
  'join.placeholder': 'hypha.coop',
  'join.submit': 'Continuer',
  'join.busy': 'Recherche…',
  'join.privacy': 'Rien sur vous n’est envoyé où que ce soit.',

  'directory.address-invalid': 'Ce n’est ni un domaine, ni une adresse https, ni un fichier.',
  'directory.not-found':
    'Il n’y a pas de document de coop à {source}. Demandez à qui gère le site de votre coop.',
  'directory.forbidden':
    'Le serveur de {source} ne laisse pas cette application lire le document (il répond {status, number}). Demandez à qui gère le site de votre coop.',
  'directory.server-error':
    'Le serveur de {source} est lui-même en panne (il répond {status, number}). Le document y est peut-être encore : réessayez plus tard.',
  'directory.unexpected-status':
    'Le serveur de {source} répond {status, number} au lieu d’envoyer le document. Demandez à qui gère le site de votre coop.',
  'directory.unreachable': 'Pas de réponse de {source}. Êtes-vous en ligne ?',
  'directory.refuses-us':
    'Il y a une réponse de {source}, mais elle demande à cette application de revenir plus tard. Réessayez dans quelques minutes.',
  'directory.too-large': 'Le document dépasse 1 Mio, ce qui ne peut pas être juste.',
  'directory.not-json':
    'Ce qui s’y trouve n’est pas un document de coop : ce n’est pas du JSON. {remedy}',
  'directory.not-a-coop-document': 'Le document est erroné à {path}. {remedy}',
  'directory.needs-newer':
    'Ce document demande un Coop Tray plus récent. Mettez l’application à jour.',
  'directory.file-unreadable': 'Le fichier ne peut pas être lu.',
  'directory.copy-damaged': 'La copie du document que garde l’application est endommagée.',

  'settings.coop': 'Votre coop',
  'settings.source': 'Document',
  'settings.readAt': 'Lu',
  'settings.change': 'Choisir une autre coop',
  'settings.moveAsked':
    'Coop Tray a été relancé avec une autre coop : {source}. « Continuer » l’adopte à la place de {name}.',
  'settings.about': 'À propos',
  'settings.version': 'Version {version}',
  'settings.licence': 'Logiciel libre sous GPL, version 3 ou ultérieure.',
  'settings.privacy':
    'Coop Tray interroge les services et personne d’autre. Il n’envoie aucune donnée d’usage.',

  'tray.missing':
    'Ce bureau n’a pas de place pour les icônes : Coop Tray garde donc cette fenêtre accessible. Relancez Coop Tray pour la retrouver.',
  'notify.waiting':
    'Ce bureau n’affiche pas les notifications en ce moment. Aucune n’est perdue : Coop Tray les affichera dès que possible.',
  'fault.title': 'Cette page est cassée',
  'fault.explain': 'La faute est la nôtre. Les services sont toujours vérifiés.',
  'fault.retry': 'Réafficher la page',
  'fault.call': 'Cela n’a pas marché. Veuillez réessayer.',

  'notify.more': 'et {count} de plus',
  'list.more': 'En montrer {count} de plus',
  'state.loading': 'Chargement…',
  'state.failed': 'Le chargement a échoué.',
  'state.retry': 'Réessayer',
  'dialog.cancel': 'Annuler',
};
