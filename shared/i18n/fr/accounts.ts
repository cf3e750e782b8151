/** The member's accounts at Matrix and GitHub, in French. */
import type { accounts as english } from '../en/accounts.ts';

export const accounts: Readonly<Record<keyof typeof english, string>> = {
  'accounts.title': 'Comptes',
  'accounts.explain':
    'Coop Tray envoie vos retours et lit les annonces en votre nom. Aucun mot de passe n’est conservé.',
  'accounts.loading': 'Recherche de vos comptes…',
  'accounts.failed':
    'Impossible d’afficher vos comptes : une erreur est survenue dans Coop Tray. Redémarrez-le.',
  'accounts.matrix.title': 'Compte Matrix',
  'accounts.github.title': 'Compte GitHub',
  'accounts.signedIn': 'Le compte {who} est connecté.',
  'accounts.signedInOn': 'Le compte {who} est connecté sur {server}.',
  'accounts.kept.keyring':
    'La connexion est conservée dans votre trousseau de clés, sous « Coop Tray ».',
  'accounts.kept.session':
    'La connexion dure jusqu’à la fermeture de Coop Tray ; rien n’est écrit sur ce disque.',
  'accounts.was': 'Le compte {who} était connecté.',
  'accounts.restoring': 'Reprise de votre compte {who}…',
  'accounts.tryAgain': 'Réessayer',
  'accounts.forget': 'Oublier ce compte',
  'accounts.cancel': 'Annuler',

  'accounts.signOut': 'Se déconnecter',
  'accounts.signOut.matrix': 'Se déconnecter de Matrix',
  'accounts.signOut.github': 'Se déconnecter de GitHub',
  'accounts.signOut.matrix.ask': 'Se déconnecter de Matrix ?',
  'accounts.signOut.github.ask': 'Se déconnecter de GitHub ?',
  'accounts.signOut.matrix.explain':
    'La connexion prend fin sur le serveur et est oubliée ici. Les retours en attente restent jusqu’à votre prochaine connexion.',
  'accounts.signOut.github.explain':
    'La connexion est oubliée ici. GitHub conserve l’autorisation donnée à l’application jusqu’à ce que vous la retiriez dans vos réglages GitHub. Les retours en attente restent jusqu’à votre prochaine connexion.',

  'accounts.server.label': 'Serveur Matrix',
  'accounts.server.help': 'Son nom, comme exemple.org, ou son adresse.',
  'accounts.server.next': 'Continuer',
  'accounts.server.looking': 'Le serveur indique comment s’y connecter…',
  'accounts.server.other': 'Un autre serveur',
  'accounts.server.atHost': 'Vous vous connectez sur {server}, dont le serveur est {host}.',
  'accounts.server.at': 'Vous vous connectez à {server}.',
  'accounts.user': 'Nom d’utilisateur',
  'accounts.password': 'Mot de passe',
  'accounts.signIn': 'Se connecter',
  'accounts.signIn.browser': 'Se connecter avec le navigateur',
  'accounts.signIn.or': 'Ou avec votre nom d’utilisateur :',
  'accounts.signingIn': 'Connexion en cours…',
  'accounts.browser.waiting':
    'Votre navigateur affiche la page du serveur. Connectez-vous-y ; Coop Tray attend.',
  'accounts.browser.title': 'Retour à Coop Tray',
  'accounts.browser.text': 'Coop Tray vous connecte. Vous pouvez fermer cette page.',

  'accounts.github.explain':
    'Sans compte, vous pouvez lire ce qui est public. Pour y envoyer vos retours, connectez-vous avec un code sur la page de GitHub.',
  'accounts.github.signIn': 'Se connecter à GitHub',
  'accounts.github.starting': 'Demande d’un code à GitHub…',
  'accounts.github.code': 'Votre code pour {host} :',
  'accounts.github.waiting':
    'Saisissez-le sur la page de {host}, et nulle part ailleurs. Coop Tray attend jusqu’à {time} et vous connecte ensuite sans autre action.',
  'accounts.github.open': 'Ouvrir la page de GitHub',
  'accounts.github.copy': 'Copier le code',
  'accounts.github.copied': 'Code copié.',
  'accounts.github.expired': 'Votre connexion à GitHub a pris fin. Reconnectez-vous.',

  'accounts.keyring.missing':
    'Cet ordinateur n’a pas de trousseau de clés, ou celui-ci ne répond pas : une connexion ne peut pas y être conservée en sécurité.',
  'accounts.keyring.locked':
    'Votre trousseau de clés est verrouillé : une connexion ne peut pas y être conservée pour l’instant.',
  'accounts.keyring.timed-out':
    'Votre trousseau de clés ne répond pas. Il attend peut-être son mot de passe dans une autre fenêtre.',
  'accounts.keyring.ask':
    'Vous pouvez vous connecter pour cette session seulement : rien n’est écrit, et il faudra vous reconnecter au prochain démarrage.',
  'accounts.keyring.session': 'Pour cette session seulement',
  'accounts.keyring.again': 'Chercher de nouveau le trousseau',

  'accounts.fault.wrong-sign-in':
    'Le nom d’utilisateur ou le mot de passe est incorrect. Vérifiez les deux et réessayez.',
  'accounts.fault.unreachable':
    'Le serveur est injoignable. Vérifiez votre connexion et réessayez dans un instant.',
  'accounts.fault.rate-limited':
    'Le serveur demande de patienter : il y a eu trop de tentatives. Réessayez dans quelques minutes.',
  'accounts.fault.forbidden':
    'Le serveur refuse l’accès à ce compte. Adressez-vous aux personnes qui le gèrent.',
  'accounts.fault.locked':
    'Les responsables du serveur ont verrouillé ce compte. Demandez-leur pourquoi, et de le déverrouiller.',
  'accounts.fault.deactivated':
    'Ce compte a été fermé pour de bon. Connectez-vous avec un autre, ou écrivez aux responsables du serveur.',
  'accounts.fault.not-found': 'Ce serveur n’existe pas. Vérifiez l’orthographe de son nom.',
  'accounts.fault.bad-answer':
    'Ce qui répond à cette adresse n’est pas un tel serveur. Vérifiez son nom ou adressez-vous aux personnes qui le gèrent.',
  'accounts.fault.insecure':
    'Cette adresse n’est pas protégée : d’autres pourraient lire votre mot de passe en chemin. Utilisez une adresse qui commence par https.',
  'accounts.fault.no-way-to-sign-in':
    'Le serveur ne propose aucun mode de connexion que Coop Tray connaisse. Adressez-vous aux personnes qui le gèrent.',
  'accounts.fault.cancelled': 'La connexion a été annulée.',
  'accounts.fault.expired': 'La connexion a pris fin ou a trop duré. Reconnectez-vous.',
  'accounts.fault.denied':
    'Vous n’avez pas donné votre accord sur la page du serveur ; aucun compte n’est connecté.',
  'accounts.fault.disabled':
    'L’application que votre coopérative a enregistrée chez GitHub n’accepte pas les codes. Signalez-le à votre coopérative.',
  'accounts.fault.refused':
    'Le serveur a refusé. Réessayez et, si cela persiste, adressez-vous aux personnes qui le gèrent.',
  'accounts.fault.another-github':
    'Le document de la coopérative nomme un GitHub, ou une application chez lui, dont on ne sait pas si votre connexion en vient. Votre connexion n’y a pas été envoyée. Demandez à votre coopérative si c’est voulu, puis reconnectez-vous.',
  'accounts.fault.another-issuer':
    'Votre serveur nomme, pour renouveler les connexions, un endroit dont on ne sait pas s’il est celui de votre connexion. Rien n’y a été envoyé. Demandez aux personnes qui gèrent le serveur si c’est voulu, puis reconnectez-vous.',
  'accounts.fault.another-server':
    'Ce nom mène maintenant à un autre serveur qu’il y a un instant. Rien n’y a été envoyé. Vérifiez le serveur avant de vous connecter.',
  'accounts.fault.wrong-page':
    'Le code est destiné à une page d’un autre site que le GitHub de votre coopérative ; il n’est donc pas affiché. N’y saisissez aucun code. Prévenez votre coopérative.',
  'accounts.fault.apart':
    'Le document de la coopérative nomme un GitHub et une API qui ne vont pas ensemble : votre connexion irait à quelqu’un d’autre. Rien n’a été envoyé. Prévenez votre coopérative.',
  'accounts.fault.not-revoked':
    'La connexion est oubliée ici, mais le serveur n’a pas pu être prévenu. Fermez aussi la session « Coop Tray » depuis un autre client.',
  'accounts.fault.not-forgotten':
    'Vous êtes déconnecté, mais votre trousseau ne répond pas et garde encore la connexion. Coop Tray l’en retirera dès que le trousseau le permettra.',
  'accounts.fault.keyring-locked':
    'Votre trousseau de clés est verrouillé. Déverrouillez-le, puis réessayez.',
  'accounts.fault.keyring-missing':
    'Votre trousseau de clés est introuvable. Démarrez-le, ou reconnectez-vous pour cette session seulement.',
  'accounts.fault.keyring-timed-out':
    'Votre trousseau de clés ne répond pas. Cherchez une fenêtre qui demande son mot de passe, puis réessayez.',
  'accounts.fault.internal': 'Une erreur est survenue dans Coop Tray. Réessayez.',
};
