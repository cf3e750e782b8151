import type { feedback as english } from '../en/feedback.ts';

export const feedback: Readonly<Record<keyof typeof english, string>> = {
  'feedback.phase.draft': 'Brouillon',
  'feedback.phase.waiting': 'En attente d’envoi',
  'feedback.phase.sending': 'Envoi en cours',
  'feedback.phase.sent': 'Envoyé',
  'feedback.phase.failed': 'Non envoyé',
  'feedback.retryAt': 'Nouvel essai à {time}.',

  'feedback.trouble.offline': 'Le serveur est injoignable.',
  'feedback.trouble.busy': 'Le serveur demande d’envoyer moins vite.',
  'feedback.trouble.timeout': 'Le serveur n’a pas répondu à temps.',
  'feedback.trouble.server-error': 'Le serveur a lui-même un problème.',
  'feedback.trouble.signed-out': 'Vous n’y êtes pas connecté·e.',
  'feedback.trouble.another-member': 'Une autre personne l’a écrit, et il ne part qu’en son nom.',
  'feedback.trouble.moved':
    'Il n’a pas été envoyé : il était destiné à {was} et irait maintenant à {now}.',
  'feedback.trouble.readers-changed':
    'Il n’a pas été envoyé : les personnes qui peuvent le lire là-bas ne sont plus les mêmes que lors de votre envoi.',
  'feedback.trouble.unbound':
    'Il n’a pas été envoyé : un Coop Tray plus ancien n’a pas noté où exactement il devait aller.',
  'feedback.trouble.no-permission': 'Vous n’avez pas le droit d’y écrire.',
  'feedback.trouble.account-locked': 'Votre compte y est verrouillé ou fermé.',
  'feedback.trouble.single-sign-on':
    'L’organisation à qui il appartient demande d’abord sa propre connexion (SSO).',
  'feedback.trouble.read-only': 'Il y est archivé ou verrouillé : plus personne ne peut y écrire.',
  'feedback.trouble.moved-away':
    'Il a déménagé vers un autre serveur, et le document de la coop indique l’ancien endroit.',
  'feedback.trouble.not-found': 'Le salon ou le dépôt n’existe pas, ou vous ne pouvez pas le voir.',
  'feedback.trouble.encrypted': 'Le salon est chiffré, et Coop Tray ne peut pas y écrire.',
  'feedback.trouble.too-large': 'C’est plus grand que ce que le serveur permet.',
  'feedback.trouble.refused': 'Le serveur l’a refusé (erreur {status}).',
  'feedback.trouble.attachment-missing': 'Un fichier qui en fait partie n’est plus là.',
  'feedback.trouble.too-old': 'Il attend depuis 30 jours.',
  'feedback.trouble.internal': 'Coop Tray n’a pas pu l’envoyer à cause d’une faute de sa part.',
  'feedback.signInAt': 'C’est celle de {organisation} : {url}',
  'feedback.movedTo': 'Il est maintenant à {to}.',
  'feedback.permission': 'Il manque : {permission}.',

  'feedback.remedy.wait': 'Vous n’avez rien à faire.',
  'feedback.remedy.sign-in': 'Connectez-vous, et il partira.',
  'feedback.remedy.sign-in-there': 'Connectez-vous-y dans votre navigateur, puis réessayez.',
  'feedback.remedy.leave':
    'Il partira quand cette personne se connectera de nouveau ici. Vous pouvez aussi le supprimer.',
  'feedback.remedy.ask': 'Demandez l’accès aux responsables, puis réessayez.',
  'feedback.remedy.elsewhere': 'Envoyez-le ailleurs, ou supprimez-le.',
  'feedback.remedy.look-again':
    'Voyez où il irait maintenant et renvoyez-le, ou supprimez-le. Si ce changement vous surprend, demandez à votre coopérative.',
  'feedback.remedy.shorten': 'Raccourcissez-le ou retirez un fichier, puis renvoyez-le.',
  'feedback.remedy.write-anew': 'Joignez de nouveau le fichier, puis renvoyez-le.',
  'feedback.remedy.decide': 'Réessayez, ou supprimez-le.',

  'feedback.full': 'Trente envois attendent déjà. Envoyez-en ou supprimez-en d’abord.',
  'feedback.unwritable':
    'Le disque n’accepte plus rien. Votre texte n’est gardé que tant que Coop Tray fonctionne.',
  'feedback.unreadable':
    '{count, plural, one {Un élément de la boîte d’envoi est illisible et reste tel quel.} other {# éléments de la boîte d’envoi sont illisibles et restent tels quels.}}',

  'feedback.kind.works': 'Fonctionne',
  'feedback.kind.broken': 'En panne',
  'feedback.kind.idea': 'Idée',
  'feedback.kind.comment': 'Commentaire',
  'feedback.tab.write': 'Écrire',
  'feedback.more': 'Plus d’options',
  'feedback.send.keys': 'Ctrl+Entrée',
  'feedback.preview.close': 'Fermer',
  'feedback.picture.taken':
    'L’image est prête, {width} × {height} pixels. Recadrez ou noircissez ce que personne ne doit voir, puis joignez-la.',
  'feedback.picture.covers':
    '{count, plural, =0 {} one {# partie est noircie. Sa position est ci-dessous.} other {# parties sont noircies. Leurs positions sont ci-dessous.}}',
  'feedback.untitled': 'Pas encore de texte',
  'feedback.severity.low': 'faible',
  'feedback.severity.middle': 'moyenne',
  'feedback.severity.high': 'élevée',
  'feedback.title': '{kind} : {name}',
  'feedback.build': '{name} (version {build})',
  'feedback.severityLine': 'Gravité : {severity}',

  'page.feedback': 'Retours',
  'menu.feedback': 'Donner votre avis…',
  'feedback.give': 'Donner votre avis',

  'feedback.readers.everybody': 'tout le monde sur Internet',
  'feedback.readers.repository': 'quiconque peut voir le dépôt {place}',
  'feedback.readers.room': 'toutes les personnes du salon {place}',
  'feedback.readers.people': '{people} et vous',

  'feedback.heading': 'Qu’est-ce qui marche, coince ou pourrait être mieux ?',
  'feedback.loading': 'Recherche de ce que vous avez écrit…',
  'feedback.failed': 'Cela n’a pas marché. Veuillez réessayer.',
  'feedback.none':
    'Le document de votre coopérative ne dit pas où vont les retours. La personne qui le tient peut ajouter un salon ou un dépôt sous « feedback ».',
  'feedback.about': 'De quoi s’agit-il ?',
  'feedback.about.app': 'Coop Tray lui-même',
  'feedback.about.other': 'Autre chose',
  'feedback.about.staging': 'Sites de préproduction',
  'feedback.about.services': 'Les services',
  'feedback.buildField': 'Version',
  'feedback.buildField.help':
    '{newest, select, none {Telle que le site l’affiche. Laissez vide si vous ne savez pas.} other {La plus récente est {newest}.}}',
  'feedback.oldApp':
    'Votre version est ancienne : ceci est Coop Tray {version}, et {newest} existe. Vérifiez d’abord si la nouvelle le fait aussi.',
  'feedback.oldBuild':
    'Votre version est ancienne : {build}, et {newest} existe. Vérifiez d’abord si la nouvelle le fait aussi.',
  'feedback.kindField': 'Quel genre de retour ?',
  'feedback.severityField': 'Est-ce grave ?',
  'feedback.textField': 'Dans vos mots',
  'feedback.textField.help':
    'Qu’avez-vous fait, que s’est-il passé, qu’attendiez-vous ? Les adresses, numéros de téléphone, mots de passe, jetons et noms dans les chemins sont retirés avant l’envoi. L’aperçu montre chacun d’eux, et vous pouvez le laisser.',
  'feedback.diagnostics': 'Joindre ce que l’application sait',
  'feedback.diagnostics.help':
    'Sa version, votre système et les dernières vérifications de ce dont il s’agit. L’aperçu montre tout.',
  'feedback.where': 'À qui l’envoyer ?',
  'feedback.where.readers': 'Vers {place}, lu par {readers}.',
  'feedback.signIn':
    'Vous n’y êtes pas connecté·e. Connectez-vous ci-dessous ; ce que vous envoyez maintenant attend jusque-là.',
  'feedback.form':
    'Vous n’êtes pas connecté·e à GitHub. Vous pouvez remplir le formulaire de GitHub dans le navigateur, ou envoyer votre texte : il attend alors que vous vous connectiez.',
  'feedback.openForm': 'Ouvrir le formulaire de GitHub',
  'feedback.openForm.tooLong':
    'C’est trop long pour le formulaire de GitHub. Raccourcissez, ou connectez-vous et envoyez-le d’ici.',

  'feedback.picture': 'Image',
  'feedback.picture.screen': 'Image de l’écran',
  'feedback.picture.choose': 'Choisir une fenêtre…',
  'feedback.picture.choosing': 'Quelle fenêtre ou quel écran ?',
  'feedback.picture.onlyScreen': 'Tout l’écran',
  'feedback.picture.oneScreen': 'Écran {number}',
  'feedback.picture.noName': 'Une fenêtre sans nom',
  'feedback.picture.sameName': '{name} ({number})',
  'feedback.picture.file': 'Choisir un fichier…',
  'feedback.picture.help':
    'Cette fenêtre s’écarte pendant la prise de vue. Vous pouvez aussi coller une image avec {keys}.',
  'feedback.picture.impossible':
    'Ce bureau ne laisse aucun programme regarder l’écran. Prenez l’image avec la touche du bureau, puis collez-la ici avec {keys}, ou choisissez le fichier.',
  'feedback.picture.not-a-picture':
    'Ce n’est pas une image lisible. Les formats PNG et JPEG le sont.',
  'feedback.picture.too-large': 'Cette image est trop grande.',
  'feedback.picture.unwritable':
    'Le disque n’accepte plus rien : l’image ne peut pas être conservée.',
  'feedback.picture.gone': 'L’image n’est plus là.',
  'feedback.picture.alt': 'L’image telle qu’elle sera envoyée, {width} × {height} pixels',
  'feedback.picture.remove': 'Retirer l’image',
  'feedback.picture.use': 'Utiliser cette image',
  'feedback.picture.cancel': 'Ne pas la joindre',
  'feedback.picture.editHelp':
    'Faites glisser pour recadrer ou noircir une partie, ou utilisez les champs ci-dessous. Ce qui est coupé ou noirci disparaît de l’image et ne quitte jamais cette fenêtre.',
  'feedback.picture.mode': 'Glisser',
  'feedback.picture.mode.crop': 'recadre',
  'feedback.picture.mode.cover': 'noircit',
  'feedback.picture.fields': 'Recadrer et noircir au clavier',
  'feedback.picture.crop': 'Partie conservée',
  'feedback.picture.cover': 'Partie noircie {number}',
  'feedback.picture.addCover': 'Noircir une partie',
  'feedback.picture.uncover': 'Montrer de nouveau la partie {number}',
  'feedback.picture.whole': 'Tout conserver',
  'feedback.picture.x': 'Gauche',
  'feedback.picture.y': 'Haut',
  'feedback.picture.width': 'Largeur',
  'feedback.picture.height': 'Hauteur',

  'feedback.preview': 'Voir exactement ce qui est envoyé',
  'feedback.preview.line': 'Part vers {name} ({place}). Lu par {readers}.',
  'feedback.preview.raw': 'Octet par octet',
  'feedback.preview.message': 'Le message',
  'feedback.preview.image': 'Image, {size}',
  'feedback.preview.file': 'Fichier {name}, {size}',
  'feedback.preview.kilobytes': '{size, number, ::.#} ko',
  'feedback.preview.pictureAbove': 'L’image ci-dessus, telle qu’elle est maintenant.',
  'feedback.preview.leavesOutPicture':
    'GitHub n’accepte pas d’images d’autres programmes : la vôtre n’est pas envoyée. Vous pourrez l’ajouter ensuite sur la page du ticket.',
  'feedback.missing.text': 'Écrivez quelque chose pour l’envoyer.',
  'feedback.missing.about': 'Choisissez de quoi il s’agit.',
  'feedback.missing.destination': 'Il n’y a nulle part où l’envoyer.',
  'feedback.redacted': 'Retiré : {what}.',
  'feedback.redacted.email':
    '{count, plural, one {une adresse courriel} other {# adresses courriel}}',
  'feedback.redacted.address':
    '{count, plural, one {une adresse de machine} other {# adresses de machines}}',
  'feedback.redacted.token': '{count, plural, one {un jeton} other {# jetons}}',
  'feedback.redacted.account': '{count, plural, one {un compte Matrix} other {# comptes Matrix}}',
  'feedback.redacted.phone':
    '{count, plural, one {un numéro de téléphone} other {# numéros de téléphone}}',
  'feedback.redacted.number':
    '{count, plural, one {un numéro personnel ou bancaire} other {# numéros personnels ou bancaires}}',
  'feedback.redacted.place':
    '{count, plural, one {une adresse postale} other {# adresses postales}}',
  'feedback.redacted.room': '{count, plural, one {un salon} other {# salons}}',
  'feedback.redacted.password': '{count, plural, one {un mot de passe} other {# mots de passe}}',
  'feedback.redacted.home': '{count, plural, one {un nom} other {# noms}}',
  'feedback.redacted.query':
    '{count, plural, one {une partie d’adresse web} other {# parties d’adresses web}}',
  'feedback.redacted.credentials':
    '{count, plural, one {un nom et un mot de passe} other {# noms et mots de passe}}',
  'redact.legend': 'Retiré avant l’envoi. Cochez ce qui peut être lu :',
  'redact.legend.copy': 'Absent de la copie. Cochez ce qui peut être lu :',
  'redact.leaveIn': 'Laisser : {text} ({what})',
  'feedback.send': 'Envoyer',
  'feedback.send.to': 'Envoyer à {name}',
  'feedback.lookAgain':
    'Quelque chose a changé depuis que vous avez regardé. Regardez de nouveau ce qui est envoyé.',

  'feedback.list': 'Ce que vous avez écrit',
  'feedback.list.empty':
    'Rien pour l’instant. Ce que vous envoyez reste dans cette liste, avec la réponse.',
  'feedback.item.to': 'vers {name}',
  'feedback.item.open': 'Ouvrir dans le navigateur',
  'feedback.item.edit': 'Continuer à écrire',
  'feedback.item.retry': 'Réessayer',
  'feedback.item.redirect': 'Envoyer plutôt à {name}',
  'feedback.item.discard': 'Supprimer',
  'feedback.item.discard.sure': 'Supprimer « {title} » ? C’est sans retour.',
  'feedback.item.keep': 'Garder',
  'feedback.item.labelsDropped':
    'GitHub a laissé de côté {count, plural, one {cette étiquette} other {ces étiquettes}} : {labels}. Il n’en accepte que de ceux qui peuvent modifier le dépôt ; tout le reste est arrivé.',
  'feedback.item.of': '{action} : {title}',
  'feedback.told': '{title} : {phase}',

  'feedback.shortcut': 'Donner votre avis de partout avec {keys}',
  'feedback.shortcut.taken':
    'Un autre programme utilise cette touche, ou le bureau n’en donne aucune. Le menu de l’icône y mène aussi.',
  'feedback.signIn.title': 'Se connecter pour {name}',
  'feedback.similar.title':
    'C’est peut-être déjà connu. Appuyez-le au lieu de l’écrire une seconde fois, ou continuez.',
  'feedback.similar.open': 'Voir',
  'feedback.similar.openOne': 'Voir « {title} »',
  'feedback.similar.agree': 'Moi aussi (+1)',
  'feedback.similar.agreeWith': 'Moi aussi : « {title} »',
  'feedback.similar.mine': 'Vous l’avez écrit.',
  'feedback.similar.done': 'Votre +1 est ajouté.',
  'feedback.similar.failed': 'L’ajout n’a pas réussi. Veuillez réessayer plus tard.',
};
