import type { echo as english } from '../en/echo.ts';

export const echo: Readonly<Record<keyof typeof english, string>> = {
  'echo.quality.excellent': 'excellente',
  'echo.quality.good': 'bonne',
  'echo.quality.fair': 'moyenne',
  'echo.quality.poor': 'mauvaise',
  'echo.quality.failed': 'échec',
  'echo.quality.unknown': 'non mesurée',

  'echo.ms': '{value, number} ms',
  'echo.seconds': '{value, number} s',
  'echo.score': '{score, number, ::.0}',
  'echo.percent': '{value, number} %',
  'echo.notMeasured': 'non mesuré',

  'echo.figure.echo': 'Écho',
  'echo.figure.echo-share': 'Ajouté par le serveur',
  'echo.figure.echo-returned': 'Signaux revenus',
  'echo.figure.echo-spread': 'Part du serveur, écart de 95 % avec la médiane',
  'echo.figure.echo-change': 'Variation de la part du serveur pendant le test',
  'echo.figure.sound-missing': 'Son manquant',
  'echo.figure.gap': 'Plus longue coupure du son',
  'echo.figure.round-trip-change': 'Variation de l’aller-retour pendant le test',
  'echo.figure.round-trip': 'Aller-retour du son',
  'echo.figure.jitter-up': 'Gigue à l’aller',
  'echo.figure.jitter-down': 'Gigue au retour',
  'echo.figure.loss-up': 'Pertes à l’aller',
  'echo.figure.loss-down': 'Pertes au retour',
  'echo.figure.gateway': 'Aller-retour jusqu’à votre box',
  'echo.figure.gateway-loss': 'Sans réponse de votre box',
  'echo.figure.processor': 'Processeurs occupés',
  'echo.figure.stall': 'Plus long blocage de l’application',
  'echo.figure.failure': 'Échec',
  'echo.figure.mos': 'Note d’écoute estimée (MOS)',
  'echo.figure.http': 'Aller-retour web',
  'echo.figure.signalling': 'Aller-retour de la signalisation',
  'echo.figure.dns': 'Résolution du nom',
  'echo.figure.tcp': 'Connexion TCP',
  'echo.figure.tls': 'Négociation TLS',
  'echo.figure.join': 'Entrée dans la salle',
  'echo.figure.open': 'Signalisation ouverte',
  'echo.figure.answer': 'Réponse de la signalisation',
  'echo.figure.connect': 'Son connecté',
  'echo.figure.buffer': 'Tampon de gigue local',
  'echo.figure.route': 'Chemin',
  'echo.route.udp': 'en direct, par UDP',
  'echo.route.tcp': 'en direct, par TCP',
  'echo.route.relay': 'par un relais (TURN)',

  'echo.blame.nobody': 'Tout va bien : rien à signaler chez vous, sur le réseau ou sur le serveur.',
  'echo.blame.network.round-trip':
    'Un aller-retour prend {value} ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.jitter-up':
    'Ce que vous envoyez arrive irrégulièrement, à {value} près ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.jitter-down':
    'Ce que vous recevez arrive irrégulièrement, à {value} près ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.loss-up':
    '{value} de ce que vous envoyez se perd ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.loss-down':
    '{value} de ce qui vous est envoyé se perd ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.round-trip-change':
    'Pendant le test, l’aller-retour a varié de {value} ; un appel en souffre à partir de {limit} : c’est le réseau.',
  'echo.blame.network.sound-missing':
    'Il manquait {value} du son, car les paquets arrivent trop irrégulièrement pour être entendus : c’est le réseau.',
  'echo.blame.network.gap':
    'Le son s’est coupé pendant {value}, et votre ligne avec lui : c’est le réseau.',
  'echo.blame.network.failure':
    'Le serveur répond par le web, mais le son ne trouve aucun chemin : c’est le réseau, très probablement un pare-feu.',
  'echo.blame.network.sum':
    'Aucune mesure n’est mauvaise à elle seule, mais l’ensemble l’est, et le réseau y compte le plus : {figure} {value}.',
  'echo.blame.server.echo-share':
    'Le serveur ajoute {value} à l’écho, le réseau seulement {network} : c’est le serveur.',
  'echo.blame.server.echo-share-also':
    'Le serveur ajoute {value} à l’écho ; le réseau prend {network}, mais le serveur pèse davantage.',
  'echo.blame.server.echo-returned':
    'Seuls {value} du son sont revenus alors que le réseau n’a presque rien perdu : c’est le serveur.',
  'echo.blame.server.echo-spread':
    'Par moments, le serveur garde le son {value} de plus que d’habitude ; votre ligne, non : c’est le serveur.',
  'echo.blame.server.echo-change':
    'Pendant le test, ce qu’ajoute le serveur a varié de {value} ; votre ligne ne l’explique pas : c’est le serveur.',
  'echo.blame.server.sound-missing':
    '{value} du son n’est pas revenu, bien plus que ce que le réseau a perdu : c’est le serveur.',
  'echo.blame.server.gap':
    'Le son s’est coupé pendant {value} ; votre ligne, non : c’est le serveur.',
  'echo.blame.server.jitter-down':
    'Le serveur rend le son irrégulièrement, à {value} près ; votre ligne est stable : c’est le serveur.',
  'echo.blame.server.failure': 'Le serveur n’a pas pu établir d’appel : c’est le serveur.',
  'echo.blame.server.sum':
    'Aucune mesure n’est mauvaise à elle seule, mais l’ensemble l’est, et le serveur y compte le plus : {figure} {value}.',
  'echo.blame.you.gateway':
    'Même votre box met {value} à répondre : cela vient de chez vous, du wifi ou du câble.',
  'echo.blame.you.gateway-loss':
    'Même votre box a laissé {value} des essais sans réponse : cela vient de chez vous, du wifi ou du câble.',
  'echo.blame.you.processor':
    'Votre ordinateur était occupé à {value} : cela vient de chez vous. Fermez ce qui ne sert pas et recommencez.',
  'echo.blame.you.stall':
    'Votre ordinateur s’est figé pendant {value} : cela vient de chez vous. Fermez ce qui ne sert pas et recommencez.',
  'echo.blame.you.failure': 'Votre ordinateur n’est pas connecté : cela vient de chez vous.',
  'echo.blame.cannot-tell.both':
    'Les deux sont mauvais, sans que l’un pèse nettement plus : {first} {value}, {second} {other}. Impossible de trancher.',
  'echo.blame.cannot-tell.one':
    '{first} {value}, mais ce qui le compose n’a pas été entièrement mesuré. Impossible de dire d’où cela vient.',
  'echo.blame.cannot-tell.failure':
    'Trop peu a été mesuré pour dire si cela vient de vous, du réseau ou du serveur.',
  'echo.blame.cannot-tell.none':
    'Trop peu a été mesuré pour dire si cela vient de vous, du réseau ou du serveur.',

  'echo.remark.relay': 'Le son passe par un relais (TURN). C’est un détour, pas un défaut.',
  'echo.remark.tcp': 'Le son passe par TCP : UDP est bloqué, et chaque paquet perdu le retardera.',
  'echo.remark.ice-servers':
    'La liste des serveurs STUN et TURN que donne le serveur contient des entrées qu’aucun navigateur ne peut utiliser. Elles ont été ignorées : prévenez la personne qui s’occupe du serveur.',
  'echo.remark.web-faster':
    'Le serveur répond plus vite par le web : seul le chemin du son est lent.',
  'echo.remark.web-slower':
    'Le serveur répond plus lentement par le web qu’au son : ses pages peuvent être lentes alors que les appels vont bien.',
  'echo.remark.web-agrees': 'Le web prend autant de temps : le chemin jusqu’au serveur est long.',

  'echo.step.find': 'la recherche de la salle',
  'echo.step.join': 'l’entrée dans la salle',
  'echo.step.connect': 'la connexion',
  'echo.step.measure': 'la mesure',
  'echo.step.leave': 'la sortie de la salle',

  'echo.failure.address-invalid':
    'Ce n’est pas l’adresse d’une salle. Copiez le lien entier, qui commence par https://.',
  'echo.failure.offline': 'Vous êtes hors ligne. Recommencez une fois la connexion rétablie.',
  'echo.failure.unreachable.dns':
    'Le nom du serveur est introuvable. Vérifiez l’adresse, puis prévenez la personne qui s’occupe du serveur.',
  'echo.failure.unreachable.refused':
    'Le serveur refuse la connexion : rien n’y fonctionne en ce moment. Prévenez la personne qui s’en occupe.',
  'echo.failure.unreachable.certificate':
    'Le certificat du serveur n’est pas valable. Prévenez la personne qui s’en occupe.',
  'echo.failure.unreachable.address':
    'L’adresse mène à l’intérieur d’une machine ou d’un centre de données, où rien n’est interrogé. Vérifiez le lien, puis prévenez la personne qui vous l’a donné.',
  'echo.failure.unreachable.other':
    'Le serveur ne répond pas. Testez-en un autre : s’il fonctionne, prévenez la personne qui s’occupe de celui-ci.',
  'echo.failure.too-many-redirects':
    'Le lien tourne en rond. Demandez l’adresse de la salle à la personne qui vous l’a donné.',
  'echo.failure.not-a-room':
    'Il y a une page à cette adresse, mais pas de salle que l’on puisse tester ici : il faut une salle de Greenlight 2 ou 3, ou un lien vers BigBlueButton lui-même. Demandez un tel lien.',
  'echo.failure.not-found':
    'Cette salle n’existe plus. Demandez un nouveau lien à la personne qui vous l’a donné.',
  'echo.failure.sign-in-required':
    'La salle n’admet que les membres identifiés. Demandez une salle ouverte aux invités.',
  'echo.failure.access-code-required':
    'La salle demande un code d’accès. Saisissez-le et recommencez.',
  'echo.failure.access-code-wrong':
    'La salle n’accepte pas ce code d’accès. Vérifiez-le et recommencez.',
  'echo.failure.not-started':
    'Personne n’a ouvert la salle, et un invité ne peut pas le faire. Demandez à son responsable de l’autoriser ou de l’ouvrir.',
  'echo.failure.waiting-for-moderator':
    'Une personne de la modération doit vous admettre, et aucune ne l’a fait. Demandez une salle sans salle d’attente.',
  'echo.failure.guest-denied':
    'La modération a refusé l’invité. Demandez une salle prévue pour les tests.',
  'echo.failure.room-full':
    'La salle est complète. Recommencez plus tard, ou dans une autre salle.',
  'echo.failure.ended':
    'La réunion a pris fin pendant le test. Recommencez, ou dans une autre salle.',
  'echo.failure.livekit':
    'Le son de cette salle passe par LiveKit, qui n’a pas d’écho à tester. Seules les mesures web sont possibles.',
  'echo.failure.secret-missing':
    'Le secret partagé du serveur n’est pas connu ici. Saisissez-le d’abord.',
  'echo.failure.secret-wrong':
    'Le serveur n’accepte pas ce secret partagé. Saisissez-le de nouveau.',
  'echo.failure.keyring-unavailable':
    'Le trousseau du système est verrouillé ou absent : le secret partagé ne peut pas être lu. Déverrouillez-le et recommencez.',
  'echo.failure.api-refused':
    'Le serveur a refusé l’invité ou la salle{key, select, none {} other { ({key})}}. Prévenez la personne qui s’en occupe.',
  'echo.failure.join-timeout':
    'La page de la salle n’a pas réussi à entrer à temps. Recommencez ; si cela persiste, prévenez la personne qui s’occupe du serveur.',
  'echo.failure.left-the-room':
    'La page a quitté la salle pour un autre endroit. Recommencez ; si cela persiste, prévenez la personne qui s’occupe du serveur.',
  'echo.failure.page-failed': 'La page de la salle n’a pas pu s’afficher. Recommencez.',
  'echo.failure.signalling-refused':
    'Le serveur a refusé la connexion qui prépare les appels. Prévenez la personne qui s’en occupe.',
  'echo.failure.signalling-unreachable':
    'La connexion qui prépare les appels n’a pas pu s’établir. Un proxy bloque peut-être les WebSockets ; sinon, prévenez la personne qui s’occupe du serveur.',
  'echo.failure.signalling-closed':
    'Le serveur a fermé la connexion qui prépare les appels. Recommencez ; si cela persiste, prévenez la personne qui s’en occupe.',
  'echo.failure.signalling-silent':
    'Le serveur n’a pas répondu à la demande d’appel. Prévenez la personne qui s’en occupe.',
  'echo.failure.bad-answer':
    'Le serveur a répondu d’une façon inconnue ici. Il est peut-être trop ancien ou trop récent.',
  'echo.failure.server-error':
    'Le serveur signale une erreur. {meaning} Prévenez la personne qui s’en occupe.',
  'echo.failure.not-admitted':
    'Le serveur n’a pas reconnu l’invité comme membre de la salle. Recommencez ; si cela persiste, prévenez la personne qui s’en occupe.',
  'echo.failure.sdp-invalid':
    'La proposition d’appel du serveur est inutilisable. Prévenez la personne qui s’en occupe.',
  'echo.failure.ice-failed':
    'Aucun chemin n’a été trouvé pour le son : un pare-feu bloque peut-être UDP. Essayez depuis un autre réseau, celui d’un téléphone par exemple.',
  'echo.failure.media-silent':
    'La connexion est établie, mais aucun son n’arrive. Recommencez ; si cela persiste, prévenez la personne qui s’occupe du serveur.',
  'echo.failure.stopped': 'Le test a été arrêté avant la fin.',
  'echo.failure.timeout': 'Le test a duré trop longtemps et a été arrêté. Recommencez.',
  'echo.failure.busy': 'Un autre test est en cours. Attendez-en la fin, ou arrêtez-le.',
  'echo.failure.internal':
    'Le test a échoué pour une raison interne à l’application. Recommencez, et signalez-le si cela persiste.',

  'echo.bbb': 'Erreur {code} : {meaning}',
  'echo.bbb.1001': 'Le WebSocket a été coupé.',
  'echo.bbb.1002': 'Aucun WebSocket n’a pu s’ouvrir.',
  'echo.bbb.1003': 'La version du navigateur n’est pas prise en charge.',
  'echo.bbb.1004': 'L’appel a échoué.',
  'echo.bbb.1005': 'L’appel s’est terminé sans qu’on le demande.',
  'echo.bbb.1006': 'L’appel n’a pas reçu de réponse à temps.',
  'echo.bbb.1007': 'Aucun chemin n’a été trouvé pour le son (ICE).',
  'echo.bbb.1008': 'L’appel n’a pas pu être transféré dans la salle.',
  'echo.bbb.1009': 'Les adresses STUN et TURN n’ont pas pu être obtenues.',
  'echo.bbb.1010': 'La recherche d’un chemin pour le son a pris trop de temps (ICE).',
  'echo.bbb.1011': 'La connexion du son a pris trop de temps (ICE).',
  'echo.bbb.1012': 'Le chemin du son a été fermé (ICE).',
  'echo.bbb.2000': 'La connexion au serveur de médias a échoué.',
  'echo.bbb.2001': 'Le serveur de médias ne fonctionne pas.',
  'echo.bbb.2002': 'Le serveur de médias n’a plus de capacité.',
  'echo.bbb.2003': 'Le serveur de médias n’a pas répondu à temps.',
  'echo.bbb.2019': 'Le serveur de médias a échoué sans dire pourquoi.',
  'echo.bbb.2020': 'Le serveur de médias n’a pas accepté une adresse pour le son (ICE).',
  'echo.bbb.2021': 'Le serveur de médias n’a pas pu réunir ses adresses (ICE).',
  'echo.bbb.2022': 'Le serveur de médias n’a trouvé aucun chemin pour le son (ICE).',
  'echo.bbb.2200': 'Le son a échoué sur le serveur.',
  'echo.bbb.2201': 'Le serveur ne connaît plus ce flux.',
  'echo.bbb.2202': 'La description du flux n’est pas valable (SDP).',
  'echo.bbb.2203': 'Aucun codec n’est commun aux deux côtés.',
  'echo.bbb.2208': 'Le serveur de médias n’a pas pu exécuter la demande.',
  'echo.bbb.2209': 'L’adaptateur entre signalisation et médias a échoué.',
  'echo.bbb.2210': 'Les flux n’ont pas pu être reliés sur le serveur.',
  'echo.bbb.2211': 'Le serveur ne reçoit aucun son.',
  'echo.bbb.2300': 'Le serveur n’a pas compris la demande.',
  'echo.bbb.2301': 'L’invité n’est pas, ou pas encore, autorisé à parler dans la salle.',
  'echo.bbb.2302': 'Le son commun de la salle a échoué.',
  'echo.bbb.2303': 'Le son de l’appel a échoué.',
  'echo.bbb.unknown': 'Sa signification n’est pas connue ici.',

  'echo.table.instance': 'Serveur',
  'echo.table.quality': 'Qualité',
  'echo.compare.better': '{name} est meilleur : une note de {value} contre {other}.',
  'echo.compare.no-difference':
    'Pas de différence nette : les essais d’un même serveur diffèrent autant.',
  'echo.compare.too-few':
    'Trop peu d’essais pour comparer : chaque serveur doit être mesuré au moins deux fois.',
  'echo.compare.places':
    'Les essais faits de lieux différents sont montrés à part : la distance n’est pas un défaut du serveur.',
  'echo.compare.from': 'Depuis {place}',
  'echo.compare.fromUnknown': 'Depuis un lieu qui n’a pas été nommé',

  'echo.report.title': 'Test d’écho de {name}',
  'echo.report.when': 'Date',
  'echo.report.place': 'Lieu',
  'echo.report.placeUnknown': 'non précisé',
  'echo.report.host': 'Hôte',
  'echo.report.app': 'Application',
  'echo.report.system': 'Système',
  'echo.report.verdict': 'Conclusion',
  'echo.report.measured': 'Durée de la mesure',
  'echo.report.measured.early': '{time} (le résultat était déjà clair)',
  'echo.report.returned': '{returned, number} sur {sent, number}',
  'echo.report.spread': 'min. {min}, médiane {median}, 95 % sous {p95}',
  'echo.report.lost': '{share} ({lost, number} paquets sur {expected, number})',
  'echo.report.failure': 'Interrompu pendant {step}',
};
