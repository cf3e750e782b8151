/** The member's accounts at Matrix and GitHub, in French. */
import type { accounts as english } from '../en/accounts.ts';

export const accounts: Readonly<Record<keyof typeof english, string>> = {
  'accounts.title': 'Comptes',
  'accounts.explain':
    'Connectez-vous pour envoyer des commentaires et lire les annonces. Votre mot de passe n’est jamais conservé.',
  'accounts.loading': 'Chargement…',
  'accounts.failed':
    'Impossible d’afficher vos comptes (erreur interne de Coop Tray). Quittez et redémarrez l’application.',
  'accounts.matrix.title': 'Compte Matrix',
  'accounts.github.title': 'Compte GitHub',
  'accounts.signedIn': 'Session ouverte : {who}',
  'accounts.signedInOn': 'Session ouverte : {who}, sur {server}',
  'accounts.kept.keyring': 'Conservée dans votre trousseau de clés sous « Coop Tray ».',
  'accounts.kept.session':
    'La session dure jusqu’à la fermeture de l’application. Rien n’est conservé.',
  'accounts.was': 'Session précédente : {who}',
  'accounts.restoring': 'Connexion en tant que {who}…',
  'accounts.tryAgain': 'Réessayer',
  'accounts.forget': 'Retirer ce compte',
  'accounts.cancel': 'Annuler',

  'accounts.signOut': 'Se déconnecter',
  'accounts.signOut.matrix': 'Se déconnecter de Matrix',
  'accounts.signOut.github': 'Se déconnecter de GitHub',
  'accounts.signOut.matrix.ask': 'Se déconnecter de Matrix ?',
  'accounts.signOut.github.ask': 'Se déconnecter de GitHub ?',
  'accounts.signOut.matrix.explain':
    'La session prend fin sur le serveur et sur cet ordinateur. Les commentaires en attente restent ici jusqu’à votre prochaine connexion.',
  'accounts.signOut.github.explain':
    'La session prend fin sur cet ordinateur. GitHub conserve l’autorisation de l’application jusqu’à ce que vous la révoquiez dans vos paramètres GitHub. Les commentaires en attente restent ici jusqu’à votre prochaine connexion.',

  'accounts.server.label': 'Serveur Matrix',
  'accounts.server.help': 'Par exemple exemple.org, ou son adresse Web.',
  'accounts.server.next': 'Continuer',
  'accounts.server.looking': 'Connexion au serveur…',
  'accounts.server.other': 'Utiliser un autre serveur',
  'accounts.server.atHost': 'Vous vous connectez à {server} (hébergé à {host}).',
  'accounts.server.at': 'Vous vous connectez à {server}.',
  'accounts.user': 'Nom d’utilisateur',
  'accounts.password': 'Mot de passe',
  'accounts.signIn': 'Se connecter',
  'accounts.signIn.browser': 'Se connecter avec le navigateur',
  'accounts.signIn.or': 'Ou avec votre nom d’utilisateur :',
  'accounts.signingIn': 'Connexion…',
  'accounts.browser.waiting':
    'Connectez-vous sur la page qui vient de s’ouvrir dans votre navigateur. Coop Tray attend.',
  'accounts.browser.title': 'Retour à Coop Tray',
  'accounts.browser.text': 'Connexion en cours. Vous pouvez fermer cette page.',

  'accounts.github.explain':
    'Le contenu public se lit sans compte. Pour envoyer des commentaires, connectez-vous avec un code sur la page de GitHub.',
  'accounts.github.signIn': 'Se connecter à GitHub',
  'accounts.github.starting': 'Obtention d’un code de GitHub…',
  'accounts.github.code': 'Votre code pour {host} :',
  'accounts.github.waiting':
    'Entrez-le sur {host}, et nulle part ailleurs. La connexion se fera ensuite automatiquement. Le code est valide jusqu’à {time}.',
  'accounts.github.open': 'Ouvrir la page de GitHub',
  'accounts.github.copy': 'Copier le code',
  'accounts.github.copied': 'Copié',
  'accounts.github.expired': 'Votre session GitHub a expiré. Reconnectez-vous.',

  'accounts.keyring.missing':
    'Cet ordinateur n’a pas de trousseau de clés, ou celui-ci ne répond pas : votre connexion ne peut pas être conservée en sécurité.',
  'accounts.keyring.locked':
    'Votre trousseau de clés est verrouillé : votre connexion ne peut pas être conservée.',
  'accounts.keyring.timed-out':
    'Votre trousseau de clés ne répond pas. Il demande peut-être son mot de passe dans une autre fenêtre.',
  'accounts.keyring.ask':
    'Vous pouvez vous connecter jusqu’à la fermeture de l’application. Rien n’est conservé, et il faudra vous reconnecter la prochaine fois.',
  'accounts.keyring.session': 'Me connecter jusqu’à la fermeture',
  'accounts.keyring.again': 'Réessayer le trousseau',

  'accounts.fault.wrong-sign-in': 'Nom d’utilisateur ou mot de passe incorrect.',
  'accounts.fault.unreachable': 'Serveur injoignable. Vérifiez votre connexion, puis réessayez.',
  'accounts.fault.rate-limited': 'Trop de tentatives. Réessayez dans quelques minutes.',
  'accounts.fault.forbidden':
    'Le serveur n’admet pas ce compte. Adressez-vous aux responsables du serveur.',
  'accounts.fault.locked':
    'Les responsables du serveur ont verrouillé ce compte. Demandez-leur de le déverrouiller.',
  'accounts.fault.deactivated':
    'Ce compte a été fermé définitivement. Utilisez-en un autre, ou adressez-vous aux responsables du serveur.',
  'accounts.fault.not-found': 'Aucun serveur à cette adresse. Vérifiez l’orthographe.',
  'accounts.fault.bad-answer': 'Ce n’est pas un serveur Matrix. Vérifiez l’adresse.',
  'accounts.fault.insecure':
    'Cette adresse n’est pas sécurisée : d’autres pourraient lire votre mot de passe. Utilisez-en une qui commence par https.',
  'accounts.fault.no-way-to-sign-in':
    'Coop Tray ne prend en charge aucun mode de connexion de ce serveur. Adressez-vous aux responsables du serveur.',
  'accounts.fault.cancelled': 'Connexion annulée.',
  'accounts.fault.expired': 'La connexion a expiré. Reconnectez-vous.',
  'accounts.fault.denied': 'La connexion a été refusée sur la page du serveur.',
  'accounts.fault.disabled':
    'L’application GitHub de votre coop n’accepte pas les codes de connexion. Prévenez votre coop.',
  'accounts.fault.refused':
    'Le serveur a refusé. Réessayez. Si cela persiste, prévenez les responsables du serveur.',
  'accounts.fault.another-github':
    'Les paramètres de votre coop indiquent maintenant un autre GitHub, ou une autre application GitHub, que lors de votre connexion. Votre connexion n’y a pas été envoyée. Demandez à votre coop si c’est voulu, puis reconnectez-vous.',
  'accounts.fault.another-issuer':
    'Votre serveur renouvelle maintenant les connexions à un autre endroit que lors de votre connexion. Rien n’y a été envoyé. Demandez aux responsables du serveur si c’est voulu, puis reconnectez-vous.',
  'accounts.fault.another-server':
    'Ce nom mène maintenant à un autre serveur qu’il y a un instant. Rien n’a été envoyé. Vérifiez le serveur avant de vous connecter.',
  'accounts.fault.wrong-page':
    'Le code est destiné à une page hors du GitHub de votre coop ; il n’est donc pas affiché. N’y entrez aucun code. Prévenez votre coop.',
  'accounts.fault.apart':
    'Les paramètres de votre coop indiquent un GitHub et une API qui ne vont pas ensemble. Rien n’a été envoyé. Prévenez votre coop.',
  'accounts.fault.not-revoked':
    'La session est fermée ici, mais le serveur n’a pas pu être prévenu. Fermez aussi la session « Coop Tray » dans une autre application Matrix.',
  'accounts.fault.not-forgotten':
    'La session est fermée, mais votre trousseau ne répond pas et contient encore la connexion. Coop Tray l’en retirera dès que possible.',
  'accounts.fault.keyring-locked':
    'Votre trousseau de clés est verrouillé. Déverrouillez-le, puis réessayez.',
  'accounts.fault.keyring-missing':
    'Trousseau de clés introuvable. Démarrez-le, ou connectez-vous jusqu’à la fermeture de l’application.',
  'accounts.fault.keyring-timed-out':
    'Votre trousseau de clés ne répond pas. Cherchez une fenêtre qui demande son mot de passe, puis réessayez.',
  'accounts.fault.internal': 'Une erreur s’est produite (erreur interne de Coop Tray). Réessayez.',
};
