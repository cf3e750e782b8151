import type { callRooms as english } from '../en/call-rooms.ts';

/** The rooms for calls, and the notes of meetings, in French. */
export const callRooms: Readonly<Record<keyof typeof english, string>> = {
  'callRooms.title': 'Salles',
  'callRooms.join': 'Rejoindre',
  'callRooms.joinName': 'Rejoindre {name}',
  'callRooms.test': 'Tester d’abord',
  'callRooms.testName': 'Tester d’abord : le serveur de {name}',
  'callRooms.server': 'Serveur : {verdict}',
  'callRooms.callName': 'Appeler {name}',
  'callRooms.pin': 'NIP',
  'callRooms.copy': 'Copier l’adresse',
  'callRooms.copyAddress': 'Copier l’adresse : {name}',
  'callRooms.copyPin': 'Copier le NIP',
  'callRooms.copyPinValue': 'Copier le NIP {pin}',
  'callRooms.inside':
    '{count, plural, =0 {Personne n’était dans la salle à {time}.} one {# personne était dans la salle à {time}.} other {# personnes étaient dans la salle à {time}.}}',
  'callRooms.menu': 'Rejoindre un appel',
  'callRooms.menu.state': '{label} ({verdict})',
  'callRooms.menu.all': 'Toutes les salles',

  'notes.title': 'Notes de réunion',
  'notes.next': 'Prochaine réunion : {time}',
  'notes.now': 'En cours depuis {time}',
  'notes.over': 'Terminée à {time}',
  'notes.start': 'Commencer les notes',
  'notes.startName': 'Commencer les notes de {name}',
  'notes.starting': 'Lecture du modèle…',
  'notes.pad': 'Ouvrir le bloc-notes',
  'notes.padName': 'Ouvrir le bloc-notes de {name}',
  'notes.archive': 'Archives',
  'notes.archive.restricted': 'Archives (accès restreint)',
  'notes.archiveName': 'Archives : {name}',
  'notes.archiveName.restricted': 'Archives (accès restreint) : {name}',
  'notes.started.new': 'Le modèle est dans votre presse-papiers : collez-le dans le bloc-notes.',
  'notes.started.old':
    'La dernière copie lisible du modèle est dans votre presse-papiers : collez-la dans le bloc-notes.',
  'notes.started.none':
    'Il n’y a aucun modèle à copier, donc rien n’a été ouvert. Vous pouvez tout de même ouvrir le bloc-notes.',
  'notes.started.failed': 'Un problème est survenu et le bloc-notes n’a pas été ouvert. Réessayez.',
  'notes.failed': 'Les notes de réunion n’ont pas pu être chargées.',
  'notes.problem': 'Lecture du modèle impossible depuis {time}. {why}',
  'notes.problem.old': 'Sa dernière copie lisible date de {time}.',
  'notes.problem.web-page':
    'Une page Web se trouve à la place du texte, peut-être une page de connexion. Les responsables peuvent vérifier son adresse.',
  'notes.problem.sign-in':
    'Son serveur demande de se connecter. Les responsables peuvent rendre le modèle lisible pour tout le monde.',
  'notes.problem.not-text':
    'Ce n’est pas du texte brut en UTF-8. Les responsables peuvent vérifier son adresse.',
  'notes.problem.empty': 'Il ne contient rien. Les responsables peuvent vérifier son adresse.',
  'notes.problem.no-access':
    'L’accès a été refusé. Les responsables peuvent le rendre lisible pour tout le monde.',
  'notes.problem.not-found': 'Il n’existe plus. Les responsables peuvent vérifier son adresse.',
  'notes.problem.http-status': 'Le serveur a répondu {status}.',
  'notes.problem.too-large': 'Il est trop volumineux pour un modèle.',
  'notes.problem.timeout': 'Le serveur n’a pas répondu à temps.',
  'notes.problem.unreachable': 'Le serveur est injoignable.',
  'notes.problem.internal': 'C’est une erreur interne de Coop Tray.',
};
