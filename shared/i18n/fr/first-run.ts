import type { firstRun as english } from '../en/first-run.ts';

export const firstRun: Readonly<Record<keyof typeof english, string>> = {
  'demo.name': 'Démo',
  'demo.marked': 'Démo : {text}',
  'demo.banner':
    'Ceci est une démo. La coop est inventée, et rien de ce que vous faites ici n’est envoyé.',
  'demo.enter': 'Essayer la démo',
  'demo.leave': 'Quitter la démo',
  'demo.link.title': 'Les liens ne s’ouvrent pas dans la démo',
  'demo.link.body': 'Dans votre coop, ceci ouvrirait {address}.',

  'join.what':
    'Coop Tray affiche les services de votre coop dans la zone de notification. En cas de panne, il vous prévient une fois et vous dit quoi utiliser à la place.',
  'join.help':
    'Par exemple, example.coop. Un lien vers le fichier ou un fichier sur cet ordinateur convient aussi.',
  'join.demo': 'Pas encore de coop, ou simple curiosité ?',
  'join.next': 'Ce que vous pouvez faire',
  'join.next.spelling': 'Vérifiez l’orthographe de l’adresse.',
  'join.next.admins':
    'Demandez aux responsables de votre coop d’y publier un petit fichier. Le message ci-dessous explique comment.',
  'join.admins.copy': 'Copier un message pour les responsables',
  'join.admins.copied': 'Copié. Collez-le dans un message aux responsables de votre coop.',
  'join.admins.message':
    'Bonjour ! J’aimerais utiliser Coop Tray, une application qui montre si nos services fonctionnent et quoi utiliser à la place. Il lui faut un fichier sur notre site Web, à l’adresse {address}\n\nCeci suffit pour commencer :\n\n{text}',

  'welcome.title': 'Comment voulez-vous recevoir les notifications ?',
  'welcome.lead':
    'Votre coop est ajoutée : {name}. Tout ceci peut être changé plus tard dans Paramètres.',
  'welcome.when': 'Quand Coop Tray peut-il vous avertir ?',
  'welcome.when.work': 'Pendant mes heures de travail',
  'welcome.when.hours': '{hours}. En dehors de ces heures, les notifications attendent.',
  'welcome.when.coop':
    '{hours}, comme le suggère votre coop. En dehors de ces heures, les notifications attendent.',
  'welcome.when.always': 'À toute heure',
  'welcome.skip': 'Pas maintenant',
  'welcome.save': 'Terminé',

  'settings.notifications': 'Notifications',
  'settings.scope': 'Quels services comptent pour vous ?',
  'settings.scope.all': 'Tous les services',
  'settings.scope.mine': 'Seulement ceux que j’utilise',
  'settings.scope.mine.help':
    'Marquez-les d’une étoile dans la liste des services. D’ici là, tous comptent.',
  'settings.scope.chores':
    'J’aide à gérer les serveurs : me dire aussi ce que les responsables ont à faire',
  'settings.quiet.range': '{from} à {to}',
  'settings.change.kept':
    'Rien n’est supprimé pour {name} : son historique et vos choix seront là à votre retour.',
  'settings.language': 'La langue suit celle de votre système : français.',

  'notify.stays.title': 'Coop Tray reste actif',
  'notify.stays.body':
    'Il vous préviendra si un service tombe en panne. Pour quitter, ouvrez le menu de l’icône et choisissez « Quitter ».',
};
