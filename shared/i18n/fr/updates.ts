import type { updates as english } from '../en/updates.ts';

/** Updates of the app, in French. */
export const updates: Readonly<Record<keyof typeof english, string>> = {
  'updates.title': 'Mises à jour',
  'updates.unset':
    'Cette version de Coop Tray ne sait pas où sont publiées les mises à jour. Obtenez les nouvelles versions là où vous avez obtenu celle-ci.',
  'updates.failed': 'Les mises à jour n’ont pas pu être chargées.',
  'updates.daily': 'Chercher des mises à jour une fois par jour',
  'updates.daily.off': 'Coop Tray cherche des mises à jour seulement quand vous vérifiez.',
  'updates.asked': 'Rien n’est téléchargé ni installé sans votre accord.',
  'updates.channel': 'Quelles versions',
  'updates.channel.stable': 'Versions stables',
  'updates.channel.beta': 'Versions stables et bêta',
  'updates.channel.leaving':
    'Vous avez une version bêta. Vous la gardez jusqu’à la publication d’une version stable plus récente.',
  'updates.good': 'Dernière vérification réussie : {time}',
  'updates.never': 'Aucune vérification n’a encore réussi.',
  'updates.newest': 'Vous avez la version la plus récente (vérifié : {time}).',
  'updates.checking': 'Recherche de mises à jour…',
  'updates.problem': 'Échec de la vérification ({time}). {why}',
  'updates.problem.other-app':
    'Le serveur a les mises à jour d’une autre application. Prévenez l’équipe de Coop Tray.',
  'updates.problem.other-channel':
    'Le serveur confond les versions stables et bêta. Prévenez l’équipe de Coop Tray.',
  'updates.problem.clock-behind':
    'L’horloge de cet ordinateur est en retard. Mettez-la à l’heure, puis vérifiez à nouveau.',
  'updates.problem.expired':
    'Ce que le serveur dit des mises à jour est trop ancien pour s’y fier. Voyez si l’horloge de cet ordinateur est à l’heure, puis vérifiez à nouveau dans quelques jours.',
  'updates.problem.older':
    'Le serveur offre une version plus ancienne qu’avant. Quelque chose retient peut-être les mises à jour : vérifiez à nouveau sur un autre réseau.',
  'updates.problem.contradicts':
    'Ce que le serveur dit de cette version a changé. Ne l’installez pas vous-même ; prévenez l’équipe de Coop Tray.',
  'updates.problem.unsigned':
    'La réponse ne vient pas de l’équipe de Coop Tray. Si votre réseau demande de vous connecter sur une page Web, faites-le, puis vérifiez à nouveau.',
  'updates.problem.wrong-signature':
    'La signature est fausse : la réponse a été modifiée en chemin, ou ne vient pas de l’équipe de Coop Tray. Vérifiez à nouveau sur un autre réseau.',
  'updates.problem.newer-form':
    'Les mises à jour sont trop récentes pour cette version. Obtenez la nouvelle là où vous avez obtenu celle-ci.',
  'updates.problem.unreadable':
    'L’équipe de Coop Tray a publié quelque chose que cette version ne peut pas lire. Prévenez-la.',
  'updates.problem.no-access': 'Le serveur a refusé l’accès. Vérifiez à nouveau demain.',
  'updates.problem.not-found':
    'Il n’y a rien à l’adresse des mises à jour. Vérifiez à nouveau demain.',
  'updates.problem.http-status': 'Le serveur a répondu par {status}. Vérifiez à nouveau demain.',
  'updates.problem.too-large':
    'La réponse est trop longue pour parler de mises à jour. Si votre réseau demande de vous connecter sur une page Web, faites-le, puis vérifiez à nouveau.',
  'updates.problem.timeout':
    'Le serveur n’a pas répondu à temps. Vérifiez votre connexion, puis vérifiez à nouveau.',
  'updates.problem.unreachable':
    'Le serveur est injoignable. Vérifiez votre connexion, puis vérifiez à nouveau.',
  'updates.problem.internal':
    'C’est une erreur interne de Coop Tray. Cherchez une nouvelle version là où vous avez obtenu celle-ci.',
  'updates.offer': 'La version {version} est disponible',
  'updates.offer.published': 'Publiée le {date}',
  'updates.notes': 'Nouveautés',
  'updates.tooOld':
    'Cette version n’est plus maintenue : ses défauts ne sont plus corrigés. Elle continue de fonctionner, mais mettez-la à jour.',
  'updates.overdue':
    '{count, plural, one {Aucune vérification n’a réussi depuis # jour : des mises à jour importantes vous échappent peut-être.} other {Aucune vérification n’a réussi depuis # jours : des mises à jour importantes vous échappent peut-être.}}',
  'updates.download': 'Télécharger ({size})',
  'updates.downloading': 'Téléchargement',
  'updates.downloaded': '{got} sur {all}',
  'updates.ready': 'La version {version} est téléchargée et vérifiée.',
  'updates.install': 'Installer et redémarrer',
  'updates.installing': 'Installation…',
  'updates.installed':
    'La version {version} est installée. Elle démarrera quand vous aurez quitté et rouvert Coop Tray.',
  'updates.installedBelow':
    'La version {version} a été installée pendant que Coop Tray était ouvert. Redémarrez Coop Tray pour l’utiliser : d’ici là, certaines parties pourraient ne pas fonctionner.',
  'updates.restart': 'Redémarrer Coop Tray',
  'updates.transfer.failed': '{why} Votre version reste telle quelle.',
  'updates.transfer.wrong-file':
    'Le fichier téléchargé n’est pas celui que l’équipe de Coop Tray a publié. Réessayez sur un autre réseau.',
  'updates.transfer.cut-short': 'Le téléchargement a été interrompu. Réessayez.',
  'updates.transfer.disk-full':
    'Le disque est trop plein pour la nouvelle version. Libérez de l’espace sur le disque où se trouve Coop Tray, puis réessayez.',
  'updates.transfer.not-writable':
    'Le dossier où se trouve Coop Tray ne peut pas être modifié. Déplacez Coop Tray dans un dossier à vous, démarrez-le de là, puis réessayez.',
  'updates.transfer.disk-failing':
    'Le disque où se trouve Coop Tray est inutilisable pour l’instant. Voyez s’il est branché, ou redémarrez l’ordinateur, puis réessayez.',
  'updates.transfer.gone':
    'Le fichier d’où Coop Tray a démarré n’est plus là. Démarrez Coop Tray de là où il est maintenant, puis réessayez.',
  'updates.transfer.not-found': 'Le paquet n’est pas sur le serveur. Réessayez demain.',
  'updates.transfer.http-status': 'Le serveur signale une erreur. Réessayez demain.',
  'updates.transfer.timeout': 'Le serveur a mis trop de temps. Réessayez.',
  'updates.transfer.unreachable':
    'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  'updates.transfer.internal':
    'C’est une erreur interne de Coop Tray. Obtenez la nouvelle version sur la page de téléchargement.',
  'updates.page': 'Ouvrir la page de téléchargement',
  'updates.command':
    'Téléchargez {file}. Puis entrez ceci dans un terminal, dans le dossier où il se trouve :',
  'updates.command.copy': 'Copier la commande',
  'updates.command.copied': 'Copié',
  'updates.noPackage':
    'Il n’y a pas encore de paquet pour cet ordinateur. La page de téléchargement en dit plus.',
  'updates.by.deb':
    'Coop Tray a été installé à partir d’un paquet (deb), à mettre à jour dans un terminal.',
  'updates.by.rpm':
    'Coop Tray a été installé à partir d’un paquet (rpm), à mettre à jour dans un terminal.',
  'updates.by.nix': 'Coop Tray vient de Nix : mettez-le à jour comme vos autres paquets.',
  'updates.by.mac': 'Téléchargez la nouvelle version et mettez-la à la place de celle-ci.',
  'updates.by.windows': 'Téléchargez la nouvelle version et ouvrez-la.',
  'updates.by.folder': 'Téléchargez la nouvelle version et mettez-la à la place de celle-ci.',
  'updates.by.appimage-fixed':
    'Le dossier de cette AppImage ne peut pas être modifié : Coop Tray ne peut pas s’y mettre à jour. Déplacez l’AppImage dans un dossier à vous, ou téléchargez la nouvelle version.',
  'updates.by.appimage-mounted':
    'AppImageLauncher a démarré cette AppImage : Coop Tray ne peut pas se mettre à jour. Faites-le avec AppImageLauncher, ou téléchargez la nouvelle version.',
  'updates.by.appimage-gone':
    'L’AppImage d’où Coop Tray a démarré n’est plus là. Téléchargez la nouvelle version.',
  'updates.store.flatpak': 'Flatpak met Coop Tray à jour, comme vos autres applications.',
  'updates.store.snap': 'Snap met Coop Tray à jour, comme vos autres applications.',
  'updates.told.title': 'Coop Tray {version} est disponible',
  'updates.told.body':
    'Lisez les nouveautés dans les paramètres. Rien n’est téléchargé sans votre accord.',
  'today.update.offered': 'Coop Tray {version} est disponible',
  'today.update.ready': 'Coop Tray {version} est prêt à être installé',
  'today.update.installed':
    'Coop Tray {version} est installé : redémarrez l’application pour l’utiliser',
  'today.update.too-old': 'Votre version de Coop Tray n’est plus maintenue',
  'today.update.too-old.more': 'Ses défauts ne sont plus corrigés. Elle continue de fonctionner.',
  'today.update.overdue':
    '{count, plural, one {Coop Tray n’a pas pu vérifier les mises à jour depuis # jour} other {Coop Tray n’a pas pu vérifier les mises à jour depuis # jours}}',
  'today.update.open': 'Voir les mises à jour',
};
