import type { backupsPage as english } from '../en/backups-page.ts';

/** The backups page, in French. */
export const backupsPage: Readonly<Record<keyof typeof english, string>> = {
  'page.backups': 'Sauvegardes',
  'backupspage.menu': 'Sauvegardes : {parts}',
  'backupspage.menu.bad': '{count} à risque',
  'backupspage.menu.unknown': '{count, plural, one {# état inconnu} other {# états inconnus}}',
  'backupspage.menu.warning': '{count} à vérifier',

  'backupspage.badge.bad': '{count} à risque',
  'backupspage.badge.attention': '{count} à vérifier',
  'backupspage.menu.unread':
    '{count, plural, one {# rapport manquant} other {# rapports manquants}}',
  'backupspage.title.nothing': 'Aucune information sur les sauvegardes pour l’instant',
  'backupspage.title.unread': 'État des sauvegardes inconnu : aucun rapport de {names}',
  'backupspage.title.good':
    '{total, plural, one {La seule sauvegarde est OK} other {Toutes les sauvegardes sont OK}}',
  'backupspage.title.goodButUnread':
    '{total, plural, one {La seule sauvegarde connue est OK} other {Toutes les sauvegardes connues sont OK}}, mais aucun rapport de {names}',
  'backupspage.title.unreadNow': '{clause} ; aucun rapport de {names}',
  'backupspage.saved.all': 'Tout ce qui figure ici est sauvegardé jusqu’au {day} à {clock}.',
  'backupspage.saved.late':
    '{count, plural, one {La dernière sauvegarde réussie de {names} date du {day} à {clock}.} other {Les dernières sauvegardes réussies de {names} sont plus anciennes (la plus ancienne date du {day} à {clock}).}}',
  'backupspage.saved.lost':
    '{count, plural, one {Il n’y a aucune sauvegarde de {names}.} other {Il n’y a aucune sauvegarde de ceci : {names}.}}',
  'backupspage.saved.unsure':
    '{count, plural, one {La restauration de {names} n’est pas certaine.} other {Restaurations incertaines : {names}.}}',
  'backupspage.saved.flawed':
    '{count, plural, one {La sauvegarde de {names} va jusqu’au {day} à {clock}, avec un problème moindre.} other {Sauvegardes allant jusqu’au {day} à {clock}, avec un problème moindre : {names}.}}',
  'backupspage.saved.rest': 'Tout le reste de cette liste est sauvegardé jusqu’au {day} à {clock}.',
  'backupspage.saved.unread':
    '{count, plural, one {On ne sait rien encore de {names}, qui indique si des sauvegardes ont eu lieu. Ses sauvegardes ne figurent pas ici ; la marche à suivre est plus bas.} other {On ne sait rien encore de ces systèmes, qui indiquent si des sauvegardes ont eu lieu : {names}. Leurs sauvegardes ne figurent pas ici ; la marche à suivre est plus bas.}}',
  'backupspage.saved.none': 'Aucune sauvegarde ne peut être confirmée pour le moment.',
  'backupspage.failed': 'Les sauvegardes n’ont pas pu être chargées.',
  'backupspage.empty':
    'Les paramètres de votre coop n’énumèrent aucune sauvegarde. Les responsables peuvent en ajouter sous « backups ».',
  'backupspage.offline': 'Vous êtes hors ligne. Voici le dernier état connu.',
  'backupspage.readNow': 'Vérifier maintenant',
  'backupspage.reading': 'Vérification…',
  'backupspage.attention': 'Pas OK',
  'backupspage.well': 'OK',
  'backupspage.filter': 'Rechercher une sauvegarde',
  'backupspage.noMatch': 'Aucune sauvegarde ne correspond à « {text} ».',

  'backupspage.is.failed': 'La dernière sauvegarde de {name} a échoué',
  'backupspage.is.late': 'La sauvegarde de {name} est en retard',
  'backupspage.is.never-ran': 'La sauvegarde de {name} n’a jamais été exécutée',
  'backupspage.is.gone': 'La sauvegarde de {name} est introuvable',
  'backupspage.is.empty': '{name} n’a aucune sauvegarde',
  'backupspage.is.paused': 'La sauvegarde de {name} est en pause',
  'backupspage.is.missing-days': 'La sauvegarde de {name} a des trous',
  'backupspage.is.retention-short': 'La sauvegarde de {name} ne remonte pas assez loin',
  'backupspage.is.shrunk': 'La sauvegarde de {name} a fortement rétréci',
  'backupspage.is.check-failed': 'La sauvegarde de {name} est endommagée',
  'backupspage.is.check-old': 'Contrôle d’intégrité à faire : {name}',
  'backupspage.is.check-never': 'L’intégrité de la sauvegarde de {name} n’a jamais été contrôlée',
  'backupspage.is.upkeep-failed': 'La sauvegarde de {name} ne supprime plus ses anciennes copies',
  'backupspage.is.drill-failed': 'Le test de restauration de {name} a échoué',
  'backupspage.is.drill-never': 'La restauration de {name} n’a jamais été testée',
  'backupspage.is.drill-old': 'Test de restauration à faire : {name}',
  'backupspage.is.standby-stale': 'La copie de secours de {name} n’est pas à jour',
  'backupspage.is.standby-unreachable': 'La copie de secours de {name} est injoignable',
  'backupspage.is.standby-unknown': 'L’âge de la copie de secours de {name} est inconnu',
  'backupspage.is.no-schedule': 'La sauvegarde de {name} n’a pas d’horaire',
  'backupspage.is.stale-reading': 'L’état de la sauvegarde de {name} n’est plus confirmé',
  'backupspage.is.clock-wrong': 'L’âge de la sauvegarde de {name} est inconnu',
  'backupspage.is.future': 'La sauvegarde de {name} a des dates futures',
  'backupspage.is.nothing-known': 'L’état de la sauvegarde de {name} est inconnu',

  'backupspage.short.failed': 'Dernière sauvegarde en échec',
  'backupspage.short.late': 'En retard',
  'backupspage.short.never-ran': 'Jamais exécutée',
  'backupspage.short.gone': 'Plus dans la liste',
  'backupspage.short.empty': 'Aucune sauvegarde',
  'backupspage.short.paused': 'En pause',
  'backupspage.short.missing-days': 'Jours manquants',
  'backupspage.short.retention-short': 'Historique trop court',
  'backupspage.short.shrunk': 'Bien plus petite',
  'backupspage.short.check-failed': 'Endommagée',
  'backupspage.short.check-old': 'Intégrité à vérifier',
  'backupspage.short.check-never': 'Jamais vérifiée',
  'backupspage.short.upkeep-failed': 'Anciennes copies conservées',
  'backupspage.short.drill-failed': 'Test de restauration échoué',
  'backupspage.short.drill-never': 'Restauration jamais testée',
  'backupspage.short.drill-old': 'Restauration à tester',
  'backupspage.short.standby-stale': 'Copie de secours périmée',
  'backupspage.short.standby-unreachable': 'Copie de secours injoignable',
  'backupspage.short.standby-unknown': 'Copie de secours d’âge inconnu',
  'backupspage.short.no-schedule': 'Sans horaire',
  'backupspage.short.stale-reading': 'Non confirmée récemment',
  'backupspage.short.clock-wrong': 'Âge inconnu',
  'backupspage.short.future': 'Dates futures',
  'backupspage.short.nothing-known': 'Inconnu',

  'backupspage.ask': 'Demandez à {people}.',
  'backupspage.or': '{first} ou {last}',
  'backupspage.ask.nobody': 'Adressez-vous aux responsables du serveur.',
  'backupspage.askAbout': 'Écrire à {people} au sujet de {name}…',
  'backupspage.askAbout.nobody': 'Écrire aux responsables du serveur au sujet de {name}…',
  'backupspage.ask.title': 'Question au sujet de {name}',
  'backupspage.ask.target': 'Pourriez-vous vérifier la sauvegarde « {name} » ? Coop Tray indique :',
  'backupspage.ask.source':
    'Pourriez-vous vérifier « {name} », qui rend compte de nos sauvegardes ? Coop Tray n’en reçoit aucun rapport :',
  'backupspage.ask.send': 'Copiez le texte et envoyez-le à la personne concernée.',
  'backupspage.do.failed':
    'Les sauvegardes précédentes sont toujours là. Il faudrait trouver aujourd’hui pourquoi la dernière a échoué.',
  'backupspage.do.late':
    'Les sauvegardes précédentes sont toujours là. Il faudrait trouver pourquoi il n’y en a pas de plus récente.',
  'backupspage.do.never-ran': 'Quelqu’un devrait l’exécuter une fois à la main.',
  'backupspage.do.gone':
    'A-t-elle été renommée ou arrêtée exprès ? Sinon, quelqu’un devrait vérifier aujourd’hui si ses copies existent toujours.',
  'backupspage.do.empty':
    'Quelqu’un devrait trouver les copies aujourd’hui et lancer la sauvegarde une fois à la main.',
  'backupspage.do.paused':
    'Les sauvegardes précédentes sont toujours là. Quelqu’un devrait reprendre les sauvegardes.',
  'backupspage.do.missing-days':
    'Les changements de ces jours-là n’ont peut-être pas de copie. L’ordinateur était-il éteint ?',
  'backupspage.do.retention-short':
    'Les données plus anciennes ne peuvent pas être restaurées. Si le nombre augmente chaque jour, l’historique se remplit simplement.',
  'backupspage.do.shrunk':
    'A-t-on supprimé quelque chose exprès ? Gardez les sauvegardes plus anciennes jusqu’à ce que ce soit clair.',
  'backupspage.do.check-failed': 'Ne vous fiez pas à ces copies avant un nouveau contrôle.',
  'backupspage.do.check-old': 'Quelqu’un devrait lancer un contrôle d’intégrité.',
  'backupspage.do.check-never': 'Quelqu’un devrait lancer un contrôle d’intégrité.',
  'backupspage.do.upkeep-failed':
    'La sauvegarde la plus récente est là, mais son disque pourrait se remplir. Il faudrait trouver pourquoi les anciennes copies restent.',
  'backupspage.do.drill-failed':
    'Ne vous fiez pas à ces copies tant qu’une restauration n’a pas réussi.',
  'backupspage.do.drill-never':
    'Une sauvegarde ne compte qu’une fois restaurée. Quelqu’un devrait essayer de restaurer un fichier.',
  'backupspage.do.drill-old':
    'Une sauvegarde ne compte que si elle se restaure. Quelqu’un devrait essayer de restaurer un fichier.',
  'backupspage.do.standby-stale':
    'Les personnes qui utilisent la copie de secours voient d’anciennes données jusqu’à la prochaine restauration.',
  'backupspage.do.standby-unreachable':
    'Ne vous fiez pas à la copie de secours tant qu’elle ne répond pas.',
  'backupspage.do.standby-unknown':
    'Ne vous fiez pas à la copie de secours tant que son âge est inconnu.',
  'backupspage.do.no-schedule':
    'Les responsables peuvent ajouter son horaire aux paramètres de votre coop, sous « backups ».',
  'backupspage.do.stale-reading': 'Son état ne peut pas être confirmé pour l’instant.',
  'backupspage.do.clock-wrong': 'Réglez la date et l’heure de cet ordinateur.',
  'backupspage.do.future': 'Son état ne peut pas être confirmé tant que l’horloge est mal réglée.',
  'backupspage.do.nothing-known': 'Son état ne peut pas être confirmé pour l’instant.',

  'backupspage.days': 'Jour par jour',
  'backupspage.fact.lastSuccess': 'Dernière sauvegarde réussie',
  'backupspage.fact.next': 'Prochaine sauvegarde',
  'backupspage.fact.kept': 'Historique conservé',
  'backupspage.fact.check': 'Contrôle d’intégrité',
  'backupspage.fact.drill': 'Test de restauration',
  'backupspage.fact.standby': 'Copie de secours',
  'backupspage.fact.size': 'Taille',
  'backupspage.fact.tool': 'Outil',
  'backupspage.notTold': 'Non indiqué',
  'backupspage.never': 'Jamais',
  'backupspage.ago': 'il y a {span}',
  'backupspage.next.due': 'Était prévue : {time}',
  'backupspage.next.overdue': 'En retard',
  'backupspage.kept.of':
    'Remonte à {held, plural, one {# jour} other {# jours}} ({wanted, plural, one {# exigé} other {# exigés}})',
  'backupspage.kept.held': 'Remonte à {held, plural, one {# jour} other {# jours}}',
  'backupspage.kept.gaps':
    '{count, plural, one {# jour sans sauvegarde} other {# jours sans sauvegarde}}',
  'backupspage.kept.wanted':
    'Non indiqué ({wanted, plural, one {# jour exigé} other {# jours exigés}})',
  'backupspage.check.ok': 'OK le {date}',
  'backupspage.check.failed': 'Endommagée le {date}',
  'backupspage.drill.ok': 'Réussi le {date}',
  'backupspage.drill.failed': 'Échoué le {date}',
  'backupspage.drill.by': 'par {by}',
  'backupspage.drill.took': 'a duré {span}',
  'backupspage.standby.age': 'Données : {time}',
  'backupspage.standby.unreachable': 'Injoignable',

  'backupspage.strip': '{name}, 90 derniers jours',
  'backupspage.strip.unknown': 'Les jours ne sont pas indiqués un à un.',
  'backupspage.count.ok': '{count, plural, one {# réussie} other {# réussies}}',
  'backupspage.count.shrunk':
    '{count, plural, one {# bien plus petite que d’habitude} other {# bien plus petites que d’habitude}}',
  'backupspage.count.failed': '{count, plural, one {# échouée} other {# échouées}}',
  'backupspage.count.missing': '{count, plural, one {# manquante} other {# manquantes}}',
  'backupspage.count.not-due': '{count, plural, one {# non prévue} other {# non prévues}}',
  'backupspage.count.unknown': '{count, plural, one {# inconnue} other {# inconnues}}',
  'backupspage.day': '{date} : {state}',
  'backupspage.day.size': '{date} : {state}, {size}',
  'backupspage.day.error': '{day}. Message : {error}',
  'backupspage.day.ok': 'sauvegarde réussie',
  'backupspage.day.shrunk': 'sauvegarde réussie, bien plus petite que d’habitude',
  'backupspage.day.failed': 'sauvegarde échouée',
  'backupspage.day.missing': 'pas de sauvegarde',
  'backupspage.day.not-due': 'aucune prévue',
  'backupspage.day.unknown': 'état inconnu',
  'backupspage.legend.ok': 'Réussie',
  'backupspage.legend.shrunk': 'Bien plus petite',
  'backupspage.legend.failed': 'Échouée',
  'backupspage.legend.missing': 'Manquante',
  'backupspage.legend.not-due': 'Non prévue',
  'backupspage.legend.unknown': 'Inconnue',

  'backupspage.sizes': 'Taille au fil du temps',
  'backupspage.sizes.told': 'Maintenant {last} ; entre {min} et {max} sur cette période.',
  'backupspage.table': 'Afficher en tableau',
  'backupspage.table.day': 'Jour',
  'backupspage.table.state': 'Sauvegarde',
  'backupspage.table.size': 'Taille',
  'backupspage.table.reason': 'Message',

  'backupspage.source.problem': 'Aucun rapport de {name}',
  'backupspage.source.last': 'Dernier état connu : {time}, il y a {span}.',
  'backupspage.source.never': 'On ne sait pas si ses sauvegardes ont eu lieu.',
  'backupspage.sources': 'D’où viennent ces renseignements',
  'backupspage.source.read': 'Mise à jour : {time}',
  'backupspage.source.notYet': 'Aucune vérification pour l’instant',
  'backupspage.source.remarks': 'Certaines entrées n’ont pas pu être utilisées :',
  'backupspage.secret.label': 'Clé pour {name}',
  'backupspage.secret.to': 'Elle est envoyée à {address} et nulle part ailleurs.',
  'backupspage.secret.help':
    'Les responsables du serveur peuvent vous donner une clé en lecture seule. S’il s’agit d’un nom et d’un mot de passe, entrez nom:mot-de-passe. Elle est enregistrée dans votre trousseau et n’est plus jamais affichée.',
  'backupspage.secret.keyring-locked':
    'Le trousseau est verrouillé. Déverrouillez-le, puis réessayez.',
  'backupspage.secret.keyring-missing':
    'Cet ordinateur n’a pas de trousseau : la clé ne peut pas être enregistrée.',
  'backupspage.secret.keyring-timed-out':
    'Le trousseau ne répond pas. Il vous attend peut-être dans une autre fenêtre.',
  'backupspage.secret.not-found': 'Les paramètres de votre coop n’en font plus mention.',
  'backupspage.secret.moved':
    'Les paramètres de votre coop viennent de changer d’adresse. La clé n’a été ni enregistrée ni envoyée.',
  'backupspage.secret.internal': 'Une erreur s’est produite. Réessayez.',

  'backupspage.restore': 'Récupérer des données',
  'backupspage.restore.help':
    'Dites ce qui manque, où c’était et quand vous l’avez vu pour la dernière fois. N’hésitez pas à demander : les sauvegardes sont là pour ça.',
  'backupspage.restore.start': 'Demander une restauration…',
  'backupspage.restore.from': 'Demander une restauration de {name}',
  'backupspage.restore.fromShort': 'Demander une restauration…',
  'backupspage.restore.text':
    'Bonjour, j’aimerais récupérer des données.\n\nCe qui manque : \nOù c’était : \nQuand je l’ai vu pour la dernière fois : ',
  'backupspage.restore.textFrom':
    'Bonjour, j’aimerais récupérer des données de la sauvegarde « {name} ».\n\nCe qui manque : \nOù c’était : \nQuand je l’ai vu pour la dernière fois : ',
  'backupspage.restore.newest': 'Dernière sauvegarde réussie : {time}',
  'backupspage.restore.send':
    'Complétez ce que vous savez, copiez le texte et envoyez-le à la personne concernée.',
  'backupspage.restore.request': 'Votre demande',
  'backupspage.restore.copy': 'Copier le texte',
  'backupspage.restore.copied': 'Copié',
  'backupspage.close': 'Fermer',
};
