import type { backupsPage as english } from '../en/backups-page.ts';

/** The backups page, in French. */
export const backupsPage: Readonly<Record<keyof typeof english, string>> = {
  'page.backups': 'Sauvegardes',
  'backupspage.menu': 'Sauvegardes : {parts}',
  'backupspage.menu.bad': '{count} en difficulté',
  'backupspage.menu.unknown':
    '{count, plural, one {# dont on ne sait rien} other {# dont on ne sait rien}}',
  'backupspage.menu.warning': '{count} à regarder',
  'backupspage.badge.bad': ', {count} à risque',
  'backupspage.badge.attention': ', {count} à vérifier',

  'backupspage.title.loading': 'Recherche des sauvegardes…',
  'backupspage.title.nothing': 'On ne sait encore rien de nos sauvegardes',
  'backupspage.title.unread': 'On ne sait rien de nos sauvegardes : impossible de lire {names}',
  'backupspage.title.good':
    '{total, plural, one {La seule sauvegarde est en ordre} other {Les # sauvegardes sont en ordre}}',
  'backupspage.title.goodButUnread':
    '{total, plural, one {La seule sauvegarde connue est en ordre} other {Les # sauvegardes connues sont en ordre}}, mais impossible de lire {names}',
  'backupspage.title.some':
    '{good, plural, one {# sauvegarde sur {total} est en ordre} other {# sauvegardes sur {total} sont en ordre}} ; {clause}',
  'backupspage.title.none': 'Aucune de nos {total} sauvegardes n’est en ordre ; {clause}',
  'backupspage.title.only': 'Notre seule sauvegarde n’est pas en ordre : {clause}',
  'backupspage.title.unreadNow': 'Impossible de lire {names} ; {clause}',
  'backupspage.title.more':
    '{clause}, et {count, plural, one {une autre est à regarder} other {# autres sont à regarder}}',
  'backupspage.explain':
    'Une sauvegarde est une copie de nos données dans un autre lieu. Cette page montre comment vont les copies ; rien ici ne peut les changer ni les effacer.',
  'backupspage.failed': 'Les sauvegardes n’ont pas pu être consultées. Veuillez réessayer.',
  'backupspage.empty':
    'Le document de la coopérative ne nomme aucun lieu qui renseigne sur les sauvegardes. La personne qui tient le document peut en ajouter un sous « backups ».',
  'backupspage.offline':
    'Cet appareil n’a pas d’accès au réseau en ce moment. Ce qui est montré ici a été lu avant.',
  'backupspage.readNow': 'Regarder encore',
  'backupspage.reading': 'Lecture…',
  'backupspage.attention': 'À regarder',
  'backupspage.well': 'En ordre',
  'backupspage.filter': 'Trouver une sauvegarde',
  'backupspage.noMatch': 'Aucune sauvegarde n’a « {text} » dans son nom.',

  'backupspage.from': 'd’après {source}',

  'backupspage.is.failed': 'la dernière exécution de {name} a échoué',
  'backupspage.is.late': '{name} est en retard',
  'backupspage.is.never-ran': '{name} n’a jamais été exécutée',
  'backupspage.is.gone': 'on ne trouve plus aucune sauvegarde de {name}',
  'backupspage.is.empty': 'il n’y a aucune sauvegarde dans {name}',
  'backupspage.is.paused': 'le programme de {name} est en pause',
  'backupspage.is.missing-days': '{name} a des trous',
  'backupspage.is.retention-short': '{name} ne remonte pas assez loin',
  'backupspage.is.shrunk': '{name} a fortement rétréci',
  'backupspage.is.check-failed': 'la vérification de {name} a trouvé des dégâts',
  'backupspage.is.check-old': '{name} n’a pas été vérifiée depuis longtemps',
  'backupspage.is.check-never': '{name} n’a jamais été vérifiée',
  'backupspage.is.upkeep-failed': 'les anciennes copies de {name} ne sont plus retirées',
  'backupspage.is.drill-failed': 'l’essai de restauration de {name} a échoué',
  'backupspage.is.drill-never': 'personne n’a essayé de restaurer {name}',
  'backupspage.is.drill-old': 'le dernier essai de restauration de {name} est ancien',
  'backupspage.is.standby-stale': 'la copie de secours de {name} est ancienne',
  'backupspage.is.standby-unreachable': 'la copie de secours de {name} est injoignable',
  'backupspage.is.standby-unknown': 'on ne sait rien de la copie de secours de {name}',
  'backupspage.is.no-schedule': 'personne ne dit quand {name} est prévue',
  'backupspage.is.stale-reading': 'il n’y a pas de nouvelles récentes de {name}',
  'backupspage.is.clock-wrong': 'on ne sait pas de quand date {name}',
  'backupspage.is.future': 'personne ne peut dire comment va {name}',
  'backupspage.is.nothing-known': 'on ne sait rien de {name}',

  'backupspage.ask': 'Demandez à {people}.',
  'backupspage.or': '{first} ou {last}',
  'backupspage.ask.nobody': 'Demandez à la personne qui s’occupe des serveurs.',
  'backupspage.do.failed':
    'Les copies d’avant sont toujours là. Il faudrait voir aujourd’hui ce qui a échoué.',
  'backupspage.do.late':
    'Les copies d’avant sont toujours là. Il faudrait voir si la tâche s’exécute.',
  'backupspage.do.never-ran': 'Il faudrait l’exécuter une fois, à la main.',
  'backupspage.do.gone':
    'A-t-elle été renommée ou abandonnée exprès ? Sinon, il faudrait voir aujourd’hui si ses copies sont toujours là.',
  'backupspage.do.empty':
    'Il faudrait voir aujourd’hui où sont les copies, et exécuter la tâche une fois, à la main.',
  'backupspage.do.paused':
    'Les copies d’avant sont toujours là. Il faudrait relancer le programme.',
  'backupspage.do.missing-days':
    'Ce qui était nouveau ces jours-là n’a peut-être pas de copie. La machine était-elle éteinte ?',
  'backupspage.do.retention-short':
    'Ce qui est plus ancien ne peut pas être récupéré. Si le nombre augmente chaque jour, tout va bien.',
  'backupspage.do.shrunk':
    'Quelque chose a-t-il été retiré exprès ? Tant que ce n’est pas clair, il ne faut effacer aucune copie plus ancienne.',
  'backupspage.do.check-failed': 'Ne comptez pas sur ces copies avant une nouvelle vérification.',
  'backupspage.do.check-old': 'Il faudrait faire vérifier ses copies par le programme.',
  'backupspage.do.check-never': 'Il faudrait faire vérifier ses copies par le programme.',
  'backupspage.do.upkeep-failed':
    'La copie la plus récente est là, mais son disque pourrait se remplir. Il faudrait voir ce que dit le programme.',
  'backupspage.do.drill-failed': 'Ne comptez pas sur ces copies tant que rien n’en a été restauré.',
  'backupspage.do.drill-never':
    'Une copie vaut ce qu’on peut en récupérer : restaurez une petite chose, pour s’exercer.',
  'backupspage.do.drill-old':
    'Une copie vaut ce qu’on peut en récupérer : restaurez une petite chose, pour s’exercer.',
  'backupspage.do.standby-stale':
    'Qui utilise la copie de secours voit d’anciennes données jusqu’à sa prochaine restauration.',
  'backupspage.do.standby-unreachable':
    'Ne comptez pas sur la copie de secours tant qu’elle ne répond pas.',
  'backupspage.do.standby-unknown':
    'Ne comptez pas sur la copie de secours tant que son âge n’est pas connu.',
  'backupspage.do.no-schedule':
    'La personne qui tient le document de la coopérative peut y noter quand elle est prévue, sous « backups ».',
  'backupspage.do.stale-reading': 'Elle va peut-être bien, ou pas : d’ici, on ne peut pas le dire.',
  'backupspage.do.clock-wrong': 'Réglez la date et l’heure de cet ordinateur.',
  'backupspage.do.future':
    'Elle va peut-être bien, ou pas : on ne peut le dire avant que l’horloge soit juste.',
  'backupspage.do.nothing-known': 'Elle va peut-être bien, ou pas : d’ici, on ne peut pas le dire.',

  'backupspage.more': 'En savoir plus',
  'backupspage.fact.lastSuccess': 'Dernière réussite',
  'backupspage.fact.next': 'Prochaine',
  'backupspage.fact.kept': 'Remonte à',
  'backupspage.fact.check': 'Copies vérifiées',
  'backupspage.fact.drill': 'Essai de restauration',
  'backupspage.fact.standby': 'Copie de secours',
  'backupspage.fact.size': 'Taille',
  'backupspage.fact.tool': 'Faite avec',
  'backupspage.notTold': 'non communiqué',
  'backupspage.never': 'jamais',
  'backupspage.ago': 'il y a {span}',
  'backupspage.next.due': 'était prévue {time}',
  'backupspage.kept.of': '{held} jours sur {wanted}',
  'backupspage.kept.held': '{held, plural, one {# jour} other {# jours}}',
  'backupspage.kept.wanted': 'non communiqué ({wanted} jours voulus)',
  'backupspage.check.ok': '{date}, aucun dégât',
  'backupspage.check.failed': '{date}, dégâts trouvés',
  'backupspage.drill.ok': '{date}, réussi',
  'backupspage.drill.failed': '{date}, échoué',
  'backupspage.drill.by': 'par {by}',
  'backupspage.drill.took': 'a duré {span}',
  'backupspage.standby.age': 'données du {time}',
  'backupspage.standby.unreachable': 'injoignable',

  'backupspage.strip': 'Les 90 derniers jours de {name}',
  'backupspage.strip.unknown': 'Cette source ne dit rien des jours un à un.',
  'backupspage.count.ok': '{count, plural, one {# jour en ordre} other {# jours en ordre}}',
  'backupspage.count.shrunk':
    '{count, plural, one {# bien plus petit que d’habitude} other {# bien plus petits que d’habitude}}',
  'backupspage.count.failed': '{count, plural, one {# échoué} other {# échoués}}',
  'backupspage.count.missing': '{count, plural, one {# manquant} other {# manquants}}',
  'backupspage.count.not-due': '{count, plural, one {# non prévu} other {# non prévus}}',
  'backupspage.count.unknown': '{count, plural, one {# inconnu} other {# inconnus}}',
  'backupspage.day': '{date} : {state}',
  'backupspage.day.size': '{date} : {state}, {size}',
  'backupspage.day.error': '{day}. La tâche a dit : {error}',
  'backupspage.day.ok': 'sauvegarde faite',
  'backupspage.day.shrunk': 'sauvegarde faite, mais bien plus petite que d’habitude',
  'backupspage.day.failed': 'la sauvegarde a échoué',
  'backupspage.day.missing': 'pas de sauvegarde',
  'backupspage.day.not-due': 'aucune n’était prévue',
  'backupspage.day.unknown': 'inconnu',
  'backupspage.legend.ok': 'en ordre',
  'backupspage.legend.shrunk': 'bien plus petite',
  'backupspage.legend.failed': 'échouée',
  'backupspage.legend.missing': 'manquante',
  'backupspage.legend.not-due': 'non prévue',
  'backupspage.legend.unknown': 'inconnu',

  'backupspage.sizes': 'Taille au fil du temps',
  'backupspage.sizes.told': 'Actuellement {last} ; entre {min} et {max} sur cette période.',
  'backupspage.table': 'Jour par jour, en tableau',
  'backupspage.table.day': 'Jour',
  'backupspage.table.state': 'Sauvegarde',
  'backupspage.table.size': 'Taille',
  'backupspage.table.reason': 'La tâche a dit',

  'backupspage.source.problem': 'Impossible de lire {name}',
  'backupspage.source.last': 'Ce qui en est montré a été lu {time}, il y a {span}.',
  'backupspage.source.never': 'Rien n’en a été lu jusqu’ici.',
  'backupspage.sources': 'D’où cela vient',
  'backupspage.source.read': 'lu {time}',
  'backupspage.source.notYet': 'pas encore lu',
  'backupspage.source.remarks': 'Tout ce qui y est dit n’a pas pu être utilisé :',
  'backupspage.secret.label': 'Clé pour {name}',
  'backupspage.secret.to': 'Elle est envoyée à {address} et nulle part ailleurs.',
  'backupspage.secret.help':
    'La personne qui s’en occupe peut vous donner une clé qui ne permet que de lire. S’il s’agit d’un nom et d’un mot de passe, tapez nom:mot-de-passe. Elle va dans le trousseau de cet appareil et n’est plus jamais montrée.',
  'backupspage.secret.keyring-locked':
    'Le trousseau est verrouillé. Déverrouillez-le et réessayez.',
  'backupspage.secret.keyring-missing':
    'Cet appareil n’a pas de trousseau : la clé ne peut pas être gardée.',
  'backupspage.secret.keyring-timed-out':
    'Le trousseau n’a pas répondu. Il vous attend peut-être dans une fenêtre à lui.',
  'backupspage.secret.not-found': 'Le document de la coopérative ne nomme plus ce lieu.',
  'backupspage.secret.moved':
    'Le document de la coopérative vient de nommer une autre adresse. La clé n’a pas été gardée et n’est allée nulle part.',
  'backupspage.secret.internal': 'Cela n’a pas fonctionné. Veuillez réessayer.',

  'backupspage.restore': 'Comment récupérer quelque chose ?',
  'backupspage.restore.help':
    'Dites ce qui a disparu, où c’était, et quand vous l’avez vu pour la dernière fois. Demander ne dérange personne : les copies sont là pour ça.',
  'backupspage.restore.start': 'Demander à récupérer quelque chose',
  'backupspage.restore.from': 'Récupérer quelque chose de {name}',
  'backupspage.restore.fromShort': 'Récupérer quelque chose',
  'backupspage.restore.text':
    'Bonjour, aidez-moi s’il vous plaît à récupérer quelque chose.\n\nCe qui a disparu : \nOù c’était : \nQuand je l’ai vu pour la dernière fois : ',
  'backupspage.restore.textFrom':
    'Bonjour, aidez-moi s’il vous plaît à récupérer quelque chose de la sauvegarde « {name} ».\n\nCe qui a disparu : \nOù c’était : \nQuand je l’ai vu pour la dernière fois : ',
  'backupspage.restore.newest': 'Dernière copie réussie : {time}',
  'backupspage.restore.send':
    'Complétez ce que vous savez, copiez le texte et envoyez-le à la personne concernée, par le moyen de votre choix.',
  'backupspage.restore.request': 'Votre demande',
  'backupspage.restore.copy': 'Copier le texte',
  'backupspage.restore.copied': 'Copié',
  'backupspage.close': 'Fermer',
};
