import type { links as english } from '../en/links.ts';

/** The page of links, in French. */
export const links: Readonly<Record<keyof typeof english, string>> = {
  'page.links': 'Liens',
  'links.failed': 'Les liens n’ont pas pu être chargés.',
  'links.empty':
    'Votre coop n’a pas encore de liens. Ils apparaîtront ici dès que sa liste en contiendra.',
  'links.offline': 'Vous êtes hors ligne. Voici les liens de la dernière lecture.',
  'links.asOf': 'Lu {time}',
  'links.filter': 'Rechercher des liens',
  'links.noMatch': 'Aucun lien ne correspond à « {text} ».',
  'links.others': 'Autres liens',
  'links.open': 'Ouvrir {keyword}',
  'links.alias': 'identique à {keyword}',
  'links.masked': 'masquée en partie : l’adresse est secrète',
  'links.short': 'Court',
  'links.long': 'Complet',
  'links.copyShort': 'Court : copier l’adresse courte de {keyword}',
  'links.copyLong': 'Complet : copier l’adresse complète de {keyword}',
  'links.copied': 'Copié',
  'links.problem': '{name} : lecture impossible depuis {time}. {why}',
  'links.problem.old': 'Ces liens datent de {time}.',
  'links.problem.web-page':
    'Une page Web se trouve à la place de la liste, peut-être une page de connexion.',
  'links.problem.not-text': 'Ce n’est pas du texte en UTF-8.',
  'links.problem.not-json': 'Ce n’est pas une liste de liens JSON valide.',
  'links.problem.no-links': 'Elle ne contient aucun lien.',
  'links.problem.no-access': 'L’accès a été refusé.',
  'links.problem.not-found': 'La liste n’existe plus.',
  'links.problem.http-status': 'Le serveur a répondu {status}.',
  'links.problem.too-large': 'Elle est trop volumineuse.',
  'links.problem.timeout': 'Le serveur n’a pas répondu à temps.',
  'links.problem.unreachable': 'Le serveur est injoignable.',
  'links.problem.internal': 'C’est une erreur interne de Coop Tray.',
  'links.faults':
    '{count, plural, one {# ligne de {name} à vérifier} other {# lignes de {name} à vérifier}}',
  'links.left':
    '{count, plural, one {# autre ligne n’a pas été lue.} other {# autres lignes n’ont pas été lues.}}',
  'links.fault': 'Ligne {line}, {keyword} : {what}',
  'links.fault.duplicate': 'une ligne précédente a le même mot-clé.',
  'links.fault.refused': 'seules les adresses Web sont ouvertes.',
  'links.fault.no-address': 'ce n’est pas une adresse Web.',
  'links.fault.unreadable': 'trop longue, ou avec des caractères de contrôle.',
  'links.fault.circle': 'tourne en rond.',
  'links.fault.too-deep': 'passe par trop d’autres liens.',
  'links.fault.missing': 'mène à un lien qui n’existe pas.',
  'links.check.title': 'Vérifier les liens',
  'links.check.about':
    'Demande lentement à chaque site si sa page existe encore, au plus 200 fois par jour. Les requêtes partent de votre propre connexion : il suffit qu’une seule personne de votre coop le fasse.',
  'links.check.start':
    '{count, plural, =0 {Vérifier les liens} one {Vérifier # lien} other {Vérifier # liens}}',
  'links.check.stop': 'Arrêter',
  'links.check.progress':
    '{done} sur {total} vérifiés',
  'links.check.running': 'Vérification des liens en cours. Vous pouvez fermer la fenêtre.',
  'links.check.offline':
    'Vous êtes hors ligne. La vérification reprendra dès que vous serez de nouveau en ligne.',
  'links.check.needsNetwork': 'Vous êtes hors ligne.',
  'links.check.nothing':
    'Tous les liens ont été vérifiés. Vous pourrez les vérifier de nouveau à partir de ce moment : {time}.',
  'links.check.limit':
    'Cela fait assez de requêtes pour une journée. Vous pourrez continuer à partir de ce moment : {time}.',
  'links.check.unasked':
    '{count, plural, one {# lien n’est pas vérifié : il demande un argument ou mène dans un réseau local.} other {# liens ne sont pas vérifiés : ils demandent un argument ou mènent dans un réseau local.}}',
  'links.check.attention': '{count, plural, one {# lien à vérifier} other {# liens à vérifier}}',
  'links.check.send': 'Envoyer en commentaire',
  'links.check.report':
    '{count, plural, one {# lien court à vérifier :} other {# liens courts à vérifier :}}',
  'links.check.report.more': '{count, plural, one {Et # autre.} other {Et # autres.}}',
  'links.check.result': '{verdict} ({time}).',
  'links.check.verdict.works': 'Fonctionne',
  'links.check.verdict.dead': 'Lien mort',
  'links.check.verdict.hidden': 'Page disparue ou privée',
  'links.check.verdict.sign-in': 'Connexion requise',
  'links.check.verdict.unclear': 'Indéterminé',
  'links.check.count.works':
    '{count, plural, one {# lien fonctionne} other {# liens fonctionnent}}',
  'links.check.count.dead': '{count, plural, one {# lien mort} other {# liens morts}}',
  'links.check.count.hidden':
    '{count, plural, one {# page disparue ou privée} other {# pages disparues ou privées}}',
  'links.check.count.sign-in':
    '{count, plural, one {# lien demande une connexion} other {# liens demandent une connexion}}',
  'links.check.count.unclear': 'Indéterminés : {count}',
  'links.check.why.not-found': 'Selon le serveur, cette page n’existe pas ({status}).',
  'links.check.why.gone': 'Selon le serveur, la page a été retirée ({status}).',
  'links.check.why.no-name': 'Le nom du site n’existe plus.',
  'links.check.why.no-keyword': 'Il mène à un lien court qui n’existe pas.',
  'links.check.why.not-found-page': 'Il mène à une page d’erreur du site.',
  'links.check.why.not-shown': 'Ce site répond {status} à qui n’a pas le droit de voir une page.',
  'links.check.why.home': 'Il mène à la page d’accueil du site.',
  'links.check.why.refused': 'Le serveur a refusé de répondre à une application ({status}).',
  'links.check.why.busy': 'Le serveur veut moins de requêtes. Réessayez demain.',
  'links.check.why.guard': 'Le site ne répond qu’aux personnes, dans un navigateur.',
  'links.check.why.consent': 'Le site demande d’abord un consentement.',
  'links.check.why.server': 'Le serveur a un problème en ce moment ({status}).',
  'links.check.why.status': 'Le serveur a répondu {status}.',
  'links.check.why.timeout': 'Le serveur n’a pas répondu à temps.',
  'links.check.why.unreachable': 'Le serveur est injoignable.',
  'links.check.why.certificate': 'Le certificat du site n’est pas accepté.',
  'links.check.why.unreadable': 'La réponse du serveur est illisible.',
  'links.check.why.redirects': 'Il mène toujours plus loin, ou à une adresse non chiffrée.',
  'links.check.why.local': 'Il mène dans un réseau local.',
  'links.check.why.no-name-yet':
    'Le nom du site est introuvable. Si c’est encore le cas demain, le lien est mort.',
};
