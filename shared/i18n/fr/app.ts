import type { app as english } from '../en/app.ts';

export const app: Readonly<Record<keyof typeof english, string>> = {
  'app.name': 'Coop Tray',

  'verdict.up': 'en service',
  'verdict.degraded': 'perturbations',
  'verdict.down': 'en panne',
  'verdict.maintenance': 'en maintenance',
  'verdict.unknown': 'état inconnu',
  'verdict.no-access': 'sans accès',
  'verdict.retired': 'service retiré',

  'summary.allUp': 'Les services fonctionnent',
  'summary.down':
    '{count, plural, one {# service en panne} other {# services en panne}} sur {total} : {names}',
  'summary.degraded':
    '{count, plural, one {# service perturbé} other {# services perturbés}} sur {total} : {names}',
  'summary.maintenance':
    '{count, plural, one {# service en maintenance} other {# services en maintenance}} sur {total} : {names}',
  'summary.unknown':
    '{count, plural, one {# état inconnu} other {# états inconnus}} sur {total} : {names}',
  'summary.notChecked':
    'Première vérification de {total, plural, one {# service} other {# services}}',
  'summary.someNotChecked': 'Première vérification de {count, number} des {total, number} services',
  'summary.noServices': 'Aucun service pour l’instant',
  'summary.offline': 'Vous êtes hors ligne',
  'summary.captive': 'Votre réseau vous demande de vous identifier',
  'summary.proxy-silent': 'Le proxy de votre réseau ne laisse rien passer',
  'summary.proxy-login': 'Le proxy de votre réseau exige un nom et un mot de passe',
  'summary.waking': 'En attente du réseau',
  'summary.clockWrong': 'L’horloge de cet ordinateur est mal réglée',
  'summary.noCoop': 'Ajoutez votre coop pour commencer',
  'summary.andMore': '{names} et {more, plural, one {# autre} other {# autres}}',

  'offline.do': 'Vérifiez le Wi-Fi ou le câble.',
  'offline.explain':
    'Les services ne peuvent pas être vérifiés sans connexion. Coop Tray réessaiera automatiquement.',
  'captive.explain':
    'Ce réseau vous demande d’abord de vous identifier, comme dans un hôtel ou un café. Ouvrez un navigateur pour le faire.',
  'proxy-silent.explain':
    'Rien ne peut être vérifié tant qu’il ne laisse rien passer : les services de votre coop fonctionnent peut-être. Coop Tray réessaiera automatiquement. Le proxy utilisé est indiqué dans les paramètres, sous « Réseau » ; « Tester la connexion » y indique ce qui ne va pas.',
  'proxy-login.explain':
    'Rien ne peut être vérifié tant que vous ne les avez pas entrés dans les paramètres, sous « Réseau ». Les responsables de votre réseau peuvent vous les donner.',
  'waking.explain':
    'Votre ordinateur vient de sortir de veille. Les vérifications commenceront au retour du réseau.',

  'clock.behind':
    'L’horloge de cet ordinateur retarde de {span} : les certificats et les dates ne peuvent pas être vérifiés. Réglez la date et l’heure, si possible automatiquement. Coop Tray réessaiera automatiquement.',
  'clock.ahead':
    'L’horloge de cet ordinateur avance de {span} : les certificats et les dates ne peuvent pas être vérifiés. Réglez la date et l’heure, si possible automatiquement. Coop Tray réessaiera automatiquement.',

  'menu.open': 'Ouvrir Coop Tray',
  'menu.checkNow': 'Vérifier maintenant',
  'menu.checking': 'Vérification…',
  'menu.echo': 'Test d’écho…',
  'menu.echo.guest': 'Test d’écho',
  'menu.quit': 'Quitter',
  'menu.service': '{name} : {verdict}',

  'notify.down.title': '{name} est en panne',
  'notify.degraded.title': 'Perturbations : {name}',
  'notify.up.title': '{name} fonctionne à nouveau',
  'notify.down.many': '{count} services sont en panne',
  'notify.degraded.many': '{count} services sont perturbés',
  'notify.up.many': '{count} services fonctionnent à nouveau',
  'notify.mixed': '{count} services ont changé d’état',
  'notify.line': '{name} : {verdict}',
  'notify.instead': 'Pour l’instant, utilisez {instead}.',
  'notify.up.body': 'Le service fonctionne à nouveau.',
  'notify.noTray.title': 'Ce bureau n’affiche pas d’icône',
  'notify.noTray.body':
    'Ce bureau n’affiche pas les icônes de la zone de notification. Ouvrez Coop Tray de nouveau pour retrouver sa fenêtre.',

  'reason.dns-not-found': 'Le nom {host} n’existe pas (DNS).',
  'reason.dns-failed': 'Le nom {host} n’a pas pu être résolu (DNS).',
  'reason.dns-answer': 'Réponse DNS inattendue : {got}.',
  'reason.refused': 'Le serveur refuse la connexion. Le service est probablement arrêté.',
  'reason.reset': 'Le serveur a coupé la connexion sans répondre.',
  'reason.unreachable': 'Serveur injoignable.',
  'reason.timeout':
    '{phase, select, dns {Son adresse n’a pas pu être trouvée en {seconds} s.} connect {Le service n’a pas pu être joint en {seconds} s.} tls {Pas de connexion sécurisée en {seconds} s.} body {La réponse n’est pas arrivée en {seconds} s.} other {Pas de réponse en {seconds} s.}}',
  'reason.address-forbidden': 'Non vérifié : {address} est une adresse interne.',
  'reason.proxy-silent':
    'Rien ne passe par le proxy de votre réseau : la vérification est impossible.',
  'reason.proxy-tls-failed':
    'Connexion sécurisée impossible avec le proxy de votre réseau ({proxy}) : la vérification est impossible. L’adresse de la plupart des proxys commence par http://, et non par https://.',
  'reason.proxy-certificate-dates':
    'Selon l’horloge de cet ordinateur, le certificat du proxy de votre réseau ({proxy}) n’est pas valide : la vérification est impossible. Comparez la date et l’heure de cet ordinateur à une autre horloge ; si elles sont exactes, prévenez les responsables de votre réseau.',
  'reason.proxy-login':
    'Le proxy de votre réseau exige un nom et un mot de passe. Entrez-les dans les paramètres, sous « Réseau ».',
  'reason.proxy-login-kind':
    'Le proxy de votre réseau exige une façon de se connecter que Coop Tray n’offre pas ({kinds}). Demandez-en une autre aux responsables de votre réseau.',
  'reason.proxy-refuses':
    'Le proxy de votre réseau ({proxy}) bloque cette adresse : la vérification est impossible d’ici.',
  'reason.proxy-gateway':
    'Le proxy de votre réseau ({proxy}) ne peut pas joindre le serveur. On ne sait pas si la faute en revient au proxy ou au serveur.',
  'reason.proxy-target':
    'Le proxy de votre réseau ({proxy}) ne peut pas joindre le serveur, alors qu’il en joint d’autres.',
  'reason.proxy-unusable':
    'Coop Tray ne peut pas utiliser le proxy configuré, et ne le contourne pas. Choisissez-en un autre dans les paramètres, sous « Réseau ».',
  'reason.proxy-dns': 'Le DNS ne peut pas être vérifié derrière le proxy de votre réseau.',
  'reason.tls-failed': 'Connexion sécurisée impossible (TLS).',
  'reason.tls-too-old':
    'Le chiffrement du serveur est trop ancien pour être sûr. Les navigateurs le refusent aussi.',
  'reason.tls-unknown-name':
    'Le serveur ne connaît pas l’adresse {host} : les navigateurs ne peuvent pas l’ouvrir non plus. Les responsables peuvent l’y ajouter.',
  'reason.tls-client-certificate':
    'Le serveur n’admet que les clients munis d’un certificat, et Coop Tray n’en a pas.',
  'reason.certificate-untrusted':
    'Le certificat a été émis par une autorité qui n’est pas généralement reconnue ({issuer}).',
  'reason.certificate-incomplete':
    'Le serveur n’envoie pas tous ses certificats : il manque celui de {issuer}. Certains navigateurs le trouvent eux-mêmes, d’autres affichent un avertissement.',
  'reason.certificate-wrong-host':
    'Le serveur se présente comme un autre site que {host}. N’y entrez aucun mot de passe avant que les responsables aient corrigé son certificat.',
  'reason.certificate-not-yet-valid': 'Son certificat n’est valide qu’à partir du {date}.',
  'reason.certificate-expired': 'Son certificat a expiré le {date}.',
  'reason.certificate-chain-expired':
    'Son certificat dépend de celui de {name}, qui a expiré le {date}.',
  'reason.certificate-weak':
    'Une clé ou une signature de son certificat est trop faible pour être sûre.',
  'reason.certificate-invalid': 'Son certificat est invalide ou n’est pas destiné à un serveur.',
  'reason.certificate-expiring':
    '{days, plural, =0 {Son certificat expire aujourd’hui.} one {Son certificat expire dans # jour.} other {Son certificat expire dans # jours.}}',
  'reason.certificate-chain-expiring':
    '{days, plural, =0 {Son certificat dépend de celui de {name}, qui expire aujourd’hui.} one {Son certificat dépend de celui de {name}, qui expire dans # jour.} other {Son certificat dépend de celui de {name}, qui expire dans # jours.}}',
  'reason.protocol': 'La réponse n’est pas du HTTP.',
  'reason.headers-too-large': 'Les en-têtes de la réponse dépassent {limit}.',
  'reason.answer-contradicts':
    'La réponse contient {name} deux fois, avec deux valeurs. Les navigateurs la refusent.',
  'reason.status': 'Le serveur répond par l’erreur {got}.',
  'reason.redirect-loop': 'Redirection en boucle.',
  'reason.redirect-refused': 'Redirection vers une adresse non sûre.',
  'reason.body-too-large': 'La réponse dépasse {limit}.',
  'reason.body-encoding': 'La réponse est compressée d’une façon inconnue.',
  'reason.body-mismatch': 'Il répond « {got} » au lieu de « {expected} ».',
  'reason.keyword-missing': 'Il répond, mais sans afficher « {keyword} ».',
  'reason.keyword-present': 'Il répond, mais affiche « {keyword} ».',
  'reason.json-invalid': 'Il répond, mais sans données JSON.',
  'reason.json-too-much':
    'Il répond, mais avec trop de données pour y trouver {path} : son état est inconnu.',
  'reason.json-missing': 'Il répond, mais {path} est absent.',
  'reason.json-mismatch': 'Il répond, mais {path} indique {got}.',
  'reason.header-missing': 'Il répond, mais sans l’en-tête {name}.',
  'reason.header-mismatch': 'Il répond, mais l’en-tête {name} indique {got}.',
  'reason.slow': 'Lent : {took, number} s (normalement moins de {limit, number} s).',
  'reason.says-maintenance': 'Le service signale une maintenance.',
  'reason.says-degraded': 'Le service signale un problème.',
  'reason.no-access': 'Le service fonctionne, mais vous n’y avez pas accès.',
  'reason.refuses-us':
    'Il répond, mais demande à Coop Tray de revenir plus tard. Son état est inconnu d’ici là.',
  'reason.bot-guard':
    'Une protection contre les robots bloque Coop Tray : l’état est inconnu. Ouvrez la page pour le voir.',
  'reason.not-checked': 'Pas encore vérifié.',
  'reason.stale': 'La dernière vérification est trop ancienne pour s’y fier.',
  'reason.offline': 'Vous êtes hors ligne.',
  'reason.captive': 'Votre réseau vous demande de vous identifier.',
  'reason.waking': 'En attente du réseau.',
  'reason.clock-wrong': 'L’horloge de cet ordinateur est mal réglée : impossible de vérifier.',
  'reason.retired': 'Ce service a été retiré.',
  'reason.document': 'Les paramètres de votre coop contiennent une erreur à {path}. {remedy}',
  'reason.needs-newer': 'Cette vérification ({type}) demande un Coop Tray plus récent.',
  'reason.internal': 'Coop Tray n’a pas pu vérifier ce service (erreur interne de Coop Tray).',

  'remark.title': 'Format de la réponse',
  'remark.lead':
    'Pour les responsables : la réponse n’est pas tout à fait conforme à HTTP. Les navigateurs l’acceptent, d’autres applications peut-être pas.',
  'remark.status-line': 'La première ligne n’est pas conforme à HTTP.',
  'remark.line-ends': 'Certaines lignes d’en-tête se terminent de façon inhabituelle.',
  'remark.folded-header': 'Un en-tête s’étend sur plusieurs lignes.',
  'remark.odd-header': 'Un en-tête a un nom ou des caractères non permis.',
  'remark.two-lengths': 'La longueur est indiquée de plus d’une façon.',
  'remark.chunks': 'Les blocs (chunks) sont marqués de façon inhabituelle.',
  'remark.packing': 'La compression ne correspond pas à l’en-tête Content-Encoding.',
  'remark.cut-short': 'La réponse s’arrête avant la fin annoncée.',

  'phase.dns': 'DNS',
  'phase.connect': 'Connexion',
  'phase.tunnel': 'Par le proxy',
  'phase.tls': 'TLS',
  'phase.firstByte': 'Attente',
  'phase.body': 'Téléchargement',
  'phase.total': 'Total',

  'page.status': 'État',
  'page.settings': 'Paramètres',
  'nav.label': 'Pages',

  'status.checkedAt': 'Vérifié : {time}',
  'status.lastCheckedAt': 'Dernière vérification : {time}',
  'status.notCheckedYet': 'Pas encore vérifié',
  'status.checkNow': 'Vérifier maintenant',
  'status.checking': 'Vérification…',
  'status.attention': 'À vérifier',
  'status.since': '{verdict} depuis {time} ({duration})',
  'status.justNow': 'à l’instant',
  'status.confirming': 'nouvelle vérification…',
  'status.recovering': 'répond à nouveau, confirmation…',
  'status.lastKnown': 'dernier état connu : {verdict}',
  'status.asOf': 'mis à jour {time}',
  'status.neverSeen': 'jamais vérifié',
  'status.use': 'Pour l’instant, utilisez {instead}.',
  'status.open': 'Ouvrir',
  'status.openService': 'Ouvrir {name}',
  'status.details': 'Détails',
  'status.detailsOf': 'Détails de {name}',
  'status.back': 'Retour à tous les services',
  'status.copy': 'Copier les détails',
  'status.copied': 'Copié',
  'status.filter': 'Rechercher un service',
  'status.noMatch': 'Aucun service ne correspond à « {text} ».',
  'status.empty': 'Votre coop n’a encore inscrit aucun service.',
  'status.timings': 'Dernière vérification',
  'status.certificate': 'Certificat',
  'status.certificateUntil': 'Valide jusqu’au {date} · émis par {issuer}',
  'status.certificateUntrusted': 'Émis par votre coop ; autorité non reconnue par cet ordinateur',
  'status.proxy': 'Vérifié par le proxy {proxy}. « DNS » et « Connexion » concernent le proxy.',
  'status.interval': 'Fréquence : {duration}',
  'status.none': 'Non mesuré',
  'status.ms': '{ms, number} ms',

  'problems.title':
    '{count, plural, one {Une partie des paramètres de votre coop n’a pas pu être lue} other {# parties des paramètres de votre coop n’ont pas pu être lues}}',
  'problems.line': '{path} : {remedy}',
  'coop.cached':
    'Impossible d’actualiser les paramètres de votre coop. {why} Copie utilisée : {time}.',

  'join.title': 'Ajoutez votre coop',
  'join.awaited.title': 'Les paramètres de votre coop sont illisibles',
  'join.awaited':
    'Coop Tray connaît votre coop, {source}, mais n’a aucune copie lisible de ses paramètres. {why} Il continue d’essayer ; « Continuer » essaie tout de suite.',
  'join.label': 'Adresse Web de votre coop',
  'join.submit': 'Continuer',
  'join.busy': 'Connexion…',
  'join.privacy': 'Aucun compte requis. Aucune donnée d’utilisation n’est envoyée.',

  'directory.address-invalid':
    'Entrez une adresse Web comme example.coop, un lien qui commence par https:// ou un fichier.',
  'directory.not-found':
    '{source} n’est pas encore configuré pour Coop Tray. Adressez-vous aux responsables de votre coop.',
  'directory.forbidden':
    '{source} ne laisse pas Coop Tray lire ses paramètres (erreur {status, number}). Adressez-vous aux responsables de votre coop.',
  'directory.server-error':
    'Le serveur de {source} a un problème (erreur {status, number}). Réessayez plus tard.',
  'directory.unexpected-status':
    '{source} a donné une réponse inattendue ({status, number}). Adressez-vous aux responsables de votre coop.',
  'directory.unreachable': 'Pas de réponse de {source}. Vérifiez votre connexion.',
  'directory.behind-proxy':
    'Le proxy de votre réseau ne laisse rien passer vers {source}. Consultez les paramètres du réseau.',
  'directory.refuses-us':
    '{source} demande à Coop Tray de revenir plus tard. Réessayez dans quelques minutes.',
  'directory.too-large': 'Le fichier dépasse 1 Mio, la limite de Coop Tray.',
  'directory.not-json': 'Cette adresse ne donne pas un fichier Coop Tray. {remedy}',
  'directory.not-a-coop-document': 'Le fichier contient une erreur à {path}. {remedy}',
  'directory.needs-newer':
    'Ces paramètres demandent un Coop Tray plus récent. Mettez l’application à jour.',
  'directory.file-unreadable': 'Impossible de lire le fichier.',
  'directory.copy-damaged': 'La copie des paramètres que garde Coop Tray est endommagée.',

  'settings.coop': 'Votre coop',
  'settings.source': 'Adresse',
  'settings.readAt': 'Mise à jour',
  'settings.change': 'Changer de coop…',
  'settings.moveAsked':
    'Coop Tray a été ouvert avec une autre coop : {source}. « Continuer » la remplace ; votre coop actuelle est {name}.',
  'settings.about': 'À propos',
  'settings.version': 'Version {version}',
  'settings.licence': 'Logiciel libre sous GPL, version 3 ou ultérieure.',
  'settings.licences': 'Ouvrir les licences',
  'settings.privacy':
    'Coop Tray ne communique qu’avec les services énumérés par votre coop. Aucune donnée d’utilisation n’est envoyée.',

  'tray.missing':
    'Ce bureau n’affiche pas les icônes de la zone de notification. Ouvrez Coop Tray de nouveau pour retrouver cette fenêtre.',
  'notify.waiting':
    'Ce bureau n’affiche pas les notifications en ce moment. Aucune n’est perdue : elles s’afficheront dès que possible.',
  'fault.title': 'Un problème est survenu',
  'fault.explain':
    'C’est une erreur interne de Coop Tray. Vos services continuent d’être vérifiés.',
  'fault.retry': 'Recharger la page',
  'fault.call': 'Une erreur s’est produite. Réessayez.',

  'notify.more': '{count, plural, one {et # autre} other {et # autres}}',
  'state.loading': 'Chargement…',
  'state.failed': 'Le chargement a échoué.',
  'state.retry': 'Réessayer',
  'dialog.cancel': 'Annuler',
  'list.more': 'Afficher {count} de plus',
};
