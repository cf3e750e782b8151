import type { feedback as english } from '../en/feedback.ts';

export const feedback: Readonly<Record<keyof typeof english, string>> = {
  'feedback.phase.draft': 'Brouillon',
  'feedback.phase.waiting': 'En attente d’envoi',
  'feedback.phase.sending': 'Envoi…',
  'feedback.phase.sent': 'Envoyé',
  'feedback.phase.failed': 'Non envoyé',
  'feedback.retryAt': 'Prochain essai : {time}.',

  'feedback.trouble.offline': 'Serveur injoignable.',
  'feedback.trouble.busy': 'Le serveur demande d’envoyer moins vite.',
  'feedback.trouble.timeout': 'Le serveur n’a pas répondu à temps.',
  'feedback.trouble.server-error': 'Le serveur a un problème.',
  'feedback.trouble.signed-out': 'Aucun compte n’est connecté.',
  'feedback.trouble.another-member': 'Une autre personne a écrit ceci : elle seule peut l’envoyer.',
  'feedback.trouble.moved': 'Non envoyé : la destination était {was} ; ce serait maintenant {now}.',
  'feedback.trouble.readers-changed':
    'Non envoyé : les personnes qui peuvent le lire ont changé depuis que vous avez appuyé sur Envoyer.',
  'feedback.trouble.unbound':
    'Non envoyé : un Coop Tray plus ancien n’a pas enregistré sa destination exacte.',
  'feedback.trouble.no-permission': 'Vous n’avez pas le droit d’y écrire.',
  'feedback.trouble.account-locked': 'Votre compte y est verrouillé ou fermé.',
  'feedback.trouble.single-sign-on': 'L’organisation exige d’abord sa propre connexion (SSO).',
  'feedback.trouble.read-only': 'C’est archivé ou verrouillé : plus personne ne peut y écrire.',
  'feedback.trouble.moved-away':
    'La destination a changé de serveur, et les paramètres de votre coop ont encore l’ancienne adresse.',
  'feedback.trouble.not-found': 'Le salon ou le dépôt n’existe pas, ou vous n’y avez pas accès.',
  'feedback.trouble.encrypted': 'Le salon est chiffré, et Coop Tray ne peut pas y écrire.',
  'feedback.trouble.too-large': 'C’est plus gros que ce que le serveur permet.',
  'feedback.trouble.refused': 'Le serveur a refusé (erreur {status}).',
  'feedback.trouble.attachment-missing': 'Une pièce jointe manque.',
  'feedback.trouble.too-old': 'En attente depuis 30 jours.',
  'feedback.trouble.internal': 'Coop Tray n’a pas pu l’envoyer (erreur interne de Coop Tray).',
  'feedback.signInAt': 'Connexion à {organisation} : {url}',
  'feedback.movedTo': 'Nouvelle adresse : {to}.',
  'feedback.permission': 'Autorisation manquante : {permission}.',

  'feedback.remedy.wait': 'Rien à faire.',
  'feedback.remedy.sign-in': 'Connectez-vous pour l’envoyer.',
  'feedback.remedy.sign-in-there': 'Connectez-vous d’abord dans votre navigateur, puis réessayez.',
  'feedback.remedy.leave':
    'L’envoi se fera quand cette personne se reconnectera ici. Vous pouvez aussi le supprimer.',
  'feedback.remedy.ask': 'Demandez l’accès aux responsables, puis réessayez.',
  'feedback.remedy.elsewhere': 'Envoyez-le ailleurs, ou supprimez-le.',
  'feedback.remedy.look-again':
    'Vérifiez où cela irait maintenant, puis renvoyez-le ou supprimez-le. Si ce changement vous surprend, demandez à votre coop.',
  'feedback.remedy.shorten': 'Raccourcissez-le ou retirez une pièce jointe, puis renvoyez-le.',
  'feedback.remedy.write-anew': 'Joignez le fichier de nouveau, puis renvoyez-le.',
  'feedback.remedy.decide': 'Réessayez, ou supprimez-le.',

  'feedback.full': '30 messages sont en attente. Envoyez-en ou supprimez-en d’abord.',
  'feedback.unwritable':
    'Le disque est plein. Votre texte n’est gardé que jusqu’à la fermeture de Coop Tray.',
  'feedback.unreadable':
    '{count, plural, one {# message en attente est illisible et reste tel quel.} other {# messages en attente sont illisibles et restent tels quels.}}',

  'feedback.kind.works': 'Ça fonctionne',
  'feedback.kind.broken': 'Problème',
  'feedback.kind.idea': 'Idée',
  'feedback.severity.low': 'Mineur',
  'feedback.severity.middle': 'Gênant',
  'feedback.severity.high': 'Bloquant',
  'feedback.kind.comment': 'Commentaire',
  'feedback.tab.write': 'Écrire',
  'feedback.more': 'Plus d’options',
  'feedback.preview.close': 'Fermer',
  'feedback.picture.taken':
    'L’image est prête, {width} × {height} pixels. Recadrez ou noircissez ce que personne ne doit voir, puis joignez-la.',
  'feedback.picture.covers':
    '{count, plural, =0 {} one {# partie est noircie. Sa position est ci-dessous.} other {# parties sont noircies. Leurs positions sont ci-dessous.}}',
  'feedback.untitled': 'Pas encore de texte',
  'feedback.title': '{kind} : {name}',
  'feedback.build': '{name} (version {build})',
  'feedback.severityLine': 'Impact : {severity}',

  'page.feedback': 'Commentaires',
  'menu.feedback': 'Envoyer un commentaire…',
  'feedback.give': 'Envoyer un commentaire',

  'feedback.readers.everybody': 'tout le monde sur Internet',
  'feedback.readers.repository': 'toutes les personnes ayant accès au dépôt {place}',
  'feedback.readers.room': 'toutes les personnes du salon {place}',
  'feedback.readers.people': '{people} et vous',

  'feedback.failed': 'Une erreur s’est produite. Réessayez.',
  'feedback.none':
    'Votre coop n’a pas encore configuré les commentaires. Les responsables peuvent ajouter un salon ou un dépôt sous « feedback ».',
  'feedback.about': 'Sujet',
  'feedback.about.app': 'Coop Tray (cette application)',
  'feedback.about.other': 'Autre chose',
  'feedback.about.staging': 'Sites de préproduction',
  'feedback.about.services': 'Services',
  'feedback.buildField': 'Version',
  'feedback.buildField.help':
    '{newest, select, none {Telle que le site l’affiche. Laissez vide si vous ne savez pas.} other {La plus récente est {newest}.}}',
  'feedback.oldApp':
    'Vous avez Coop Tray {version} ; {newest} est disponible. Vérifiez si le problème y est encore.',
  'feedback.oldBuild':
    'Vous avez {build} ; {newest} est disponible. Vérifiez si le problème y est encore.',
  'feedback.kindField': 'Type',
  'feedback.severityField': 'Impact',
  'feedback.textField': 'Que s’est-il passé ?',
  'feedback.textField.example': 'Qu’avez-vous fait, et qu’attendiez-vous ?',
  'feedback.textField.help':
    'Les adresses courriel et postales, numéros de téléphone, mots de passe, jetons et noms dans les chemins de dossiers sont retirés avant l’envoi, si Coop Tray les reconnaît. L’aperçu montre chaque retrait.',
  'feedback.diagnostics': 'Joindre les détails techniques',
  'feedback.diagnostics.help':
    'Version de l’application, système et dernières vérifications. Voyez l’aperçu.',
  'feedback.where': 'Destination',
  'feedback.where.readers': 'À {place}, visible par {readers}',
  'feedback.signIn':
    'Aucun compte n’est connecté. Connectez-vous ci-dessous ; d’ici là, votre commentaire attendra.',
  'feedback.offline': 'Vous êtes hors ligne. Vos envois partiront dès que la connexion reviendra.',
  'feedback.form':
    'Aucun compte GitHub n’est connecté. Remplissez le formulaire de GitHub dans votre navigateur, ou envoyez votre texte d’ici : il attendra votre connexion.',
  'feedback.openForm': 'Ouvrir le formulaire de GitHub',
  'feedback.openForm.tooLong':
    'C’est trop long pour le formulaire de GitHub. Raccourcissez, ou connectez-vous et envoyez-le d’ici.',

  'feedback.picture': 'Capture d’écran',
  'feedback.picture.screen': 'Capturer l’écran',
  'feedback.picture.choose': 'Capturer une fenêtre…',
  'feedback.picture.choosing': 'Quelle fenêtre ou quel écran ?',
  'feedback.picture.onlyScreen': 'Écran entier',
  'feedback.picture.oneScreen': 'Écran {number}',
  'feedback.picture.noName': 'Fenêtre sans titre',
  'feedback.picture.sameName': '{name} ({number})',
  'feedback.picture.file': 'Joindre une image…',
  'feedback.picture.help':
    'Cette fenêtre se masque pendant la capture. Vous pouvez aussi coller une image avec {keys}.',
  'feedback.picture.impossible':
    'Votre bureau ne laisse pas les applications capturer l’écran. Utilisez son propre raccourci, puis collez ici avec {keys}, ou joignez l’image.',
  'feedback.picture.not-a-picture': 'Impossible d’ouvrir cette image. Utilisez PNG ou JPEG.',
  'feedback.picture.too-large': 'Cette image est trop grosse.',
  'feedback.picture.unwritable': 'Le disque est plein : l’image ne peut pas être enregistrée.',
  'feedback.picture.gone': 'L’image n’est plus là.',
  'feedback.picture.alt': 'L’image telle qu’elle sera envoyée, {width} × {height} pixels',
  'feedback.picture.remove': 'Retirer l’image',
  'feedback.picture.use': 'Joindre',
  'feedback.picture.cancel': 'Annuler',
  'feedback.picture.editHelp':
    'Faites glisser pour recadrer ou noircir une partie, ou utilisez les champs ci-dessous. Ce qui est recadré ou noirci n’est jamais envoyé.',
  'feedback.picture.mode': 'Outil',
  'feedback.picture.mode.crop': 'Recadrer',
  'feedback.picture.mode.cover': 'Noircir',
  'feedback.picture.fields': 'Recadrer et noircir au clavier',
  'feedback.picture.crop': 'Partie conservée',
  'feedback.picture.cover': 'Partie noircie {number}',
  'feedback.picture.addCover': 'Ajouter une partie noircie',
  'feedback.picture.uncover': 'Retirer la partie noircie {number}',
  'feedback.picture.whole': 'Réinitialiser',
  'feedback.picture.x': 'Gauche',
  'feedback.picture.y': 'Haut',
  'feedback.picture.width': 'Largeur',
  'feedback.picture.height': 'Hauteur',

  'feedback.preview': 'Aperçu de l’envoi',
  'feedback.preview.line': 'Envoyé à {name} ({place}), visible par {readers}.',
  'feedback.preview.raw': 'Message brut',
  'feedback.preview.message': 'Message',
  'feedback.preview.image': 'Image, {size}',
  'feedback.preview.file': 'Fichier {name}, {size}',
  'feedback.preview.kilobytes': '{size, number, ::.#} ko',
  'feedback.preview.pictureAbove': 'L’image ci-dessus, telle qu’elle est maintenant.',
  'feedback.preview.leavesOutPicture':
    'GitHub n’accepte pas les images d’autres applications : la vôtre n’est pas envoyée. Vous pourrez l’ajouter ensuite sur la page du ticket.',
  'feedback.missing.text': 'Écrivez d’abord quelques mots.',
  'feedback.missing.about': 'Sélectionnez un sujet.',
  'feedback.missing.destination': 'Il n’y a aucune destination.',
  'feedback.redacted': 'Retiré : {what}.',
  'feedback.redacted.email':
    '{count, plural, one {une adresse courriel} other {# adresses courriel}}',
  'feedback.redacted.address':
    '{count, plural, one {une adresse d’ordinateur} other {# adresses d’ordinateurs}}',
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
  'feedback.redacted.home':
    '{count, plural, one {un nom dans un chemin} other {# noms dans des chemins}}',
  'feedback.redacted.query':
    '{count, plural, one {une partie d’adresse Web} other {# parties d’adresses Web}}',
  'feedback.redacted.credentials':
    '{count, plural, one {un nom et un mot de passe} other {# noms et mots de passe}}',
  'redact.legend': 'Retiré avant l’envoi. Cochez ce qui peut être lu :',
  'redact.legend.copy': 'Absent de la copie. Cochez ce qui peut être lu :',
  'redact.leaveIn': 'Laisser : {text} ({what})',
  'feedback.send': 'Envoyer',
  'feedback.lookAgain': 'Ceci a changé depuis l’aperçu. Vérifiez-le, puis envoyez de nouveau.',

  'feedback.list': 'Vos commentaires',
  'feedback.list.empty': 'Rien pour l’instant. Vos envois s’affichent ici, avec les réponses.',
  'feedback.item.to': 'à {name}',
  'feedback.item.open': 'Ouvrir dans le navigateur',
  'feedback.item.edit': 'Continuer la rédaction',
  'feedback.item.retry': 'Réessayer',
  'feedback.item.redirect': 'Envoyer plutôt à {name}',
  'feedback.item.discard': 'Supprimer',
  'feedback.item.discard.sure': 'Supprimer « {title} » ? Cette action est irréversible.',
  'feedback.item.labelsDropped':
    'GitHub n’a pas gardé {count, plural, one {cette étiquette} other {ces étiquettes}} : {labels}. Seules les personnes qui peuvent modifier le dépôt peuvent en ajouter. Le reste a été envoyé.',
  'feedback.item.of': '{action} : {title}',
  'feedback.told': '{phase} · {title}',

  'feedback.signIn.title': 'Connexion pour envoyer à {name}',
  'feedback.similar.title': 'Quelqu’un l’a peut-être déjà signalé',
  'feedback.similar.open': 'Voir',
  'feedback.similar.openOne': 'Voir « {title} »',
  'feedback.similar.agree': 'Moi aussi (+1)',
  'feedback.similar.agreeWith': 'Moi aussi : « {title} »',
  'feedback.similar.mine': 'Vous l’avez écrit.',
  'feedback.similar.done': 'Votre +1 a été ajouté.',
  'feedback.similar.failed': 'Impossible d’ajouter votre +1. Réessayez plus tard.',
};
