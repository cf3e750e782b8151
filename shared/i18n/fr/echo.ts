import type { echo as english } from '../en/echo.ts';

export const echo: Readonly<Record<keyof typeof english, string>> = {
  'echo.quality.excellent': 'excellente qualité',
  'echo.quality.good': 'bonne qualité',
  'echo.quality.fair': 'qualité moyenne',
  'echo.quality.poor': 'mauvaise qualité',
  'echo.quality.failed': 'échec du test',
  'echo.quality.unknown': 'qualité non mesurée',

  'echo.ms': '{value, number} ms',
  'echo.seconds': '{value, number} s',
  'echo.score': '{score, number, ::.0}',
  'echo.percent': '{value, number} %',
  'echo.notMeasured': 'non mesuré',

  'echo.figure.echo': 'Écho',
  'echo.figure.echo-share': 'Ajouté par le serveur',
  'echo.figure.echo-returned': 'Sons reçus',
  'echo.figure.echo-spread': 'Délai du serveur, 95e centile par rapport à la médiane',
  'echo.figure.echo-change': 'Variation du délai du serveur pendant le test',
  'echo.figure.sound-missing': 'Son manquant',
  'echo.figure.gap': 'Plus longue coupure du son',
  'echo.figure.round-trip-change': 'Variation de l’aller-retour pendant le test',
  'echo.figure.round-trip': 'Aller-retour du son',
  'echo.figure.jitter-up': 'Gigue en envoi',
  'echo.figure.jitter-down': 'Gigue en réception',
  'echo.figure.loss-up': 'Perte en envoi',
  'echo.figure.loss-down': 'Perte en réception',
  'echo.figure.gateway': 'Aller-retour jusqu’à votre routeur',
  'echo.figure.gateway-loss': 'Perte jusqu’à votre routeur',
  'echo.figure.processor': 'Utilisation du processeur',
  'echo.figure.stall': 'Plus long blocage',
  'echo.figure.failure': 'Échec',
  'echo.figure.mos': 'Qualité sonore estimée (MOS)',
  'echo.figure.http': 'Aller-retour Web',
  'echo.figure.signalling': 'Aller-retour de la signalisation',
  'echo.figure.dns': 'Résolution DNS',
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

  'echo.verdict': '{headline}. {reason}',
  'echo.headline.nobody': 'Tout va bien',
  'echo.headline.you': 'C’est de votre côté',
  'echo.headline.network': 'C’est le réseau',
  'echo.headline.server': 'C’est le serveur',
  'echo.headline.cannot-tell': 'La cause n’est pas claire',
  'echo.headline.failed': 'Le test a échoué',
  'echo.headline.untested': 'Le serveur n’a pas été testé',

  'echo.blame.nobody': 'Rien à signaler chez vous, sur le réseau ni sur le serveur.',
  'echo.blame.network.round-trip':
    'Un aller-retour prend {value} (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.jitter-up':
    'Ce que vous envoyez arrive irrégulièrement, à {value} près (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.jitter-down':
    'Ce que vous recevez arrive irrégulièrement, à {value} près (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.loss-up':
    '{value} de ce que vous envoyez se perd (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.loss-down':
    '{value} de ce que vous recevez se perd (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.round-trip-change':
    'L’aller-retour a varié de {value} pendant le test (les appels en souffrent au-delà de {limit}).',
  'echo.blame.network.sound-missing':
    'Il manquait {value} du son, car les paquets arrivent trop irrégulièrement.',
  'echo.blame.network.gap': 'Le son s’est coupé pendant {value}, et votre connexion avec lui.',
  'echo.blame.network.failure':
    'Très probablement un pare-feu : le site Web répond, mais le son ne passe pas.',
  'echo.blame.network.sum':
    'Aucune mesure n’est mauvaise à elle seule, mais l’ensemble l’est. Principale cause : {figure}, {value}.',
  'echo.blame.server.echo-share': 'Il ajoute {value}, le réseau seulement {network}.',
  'echo.blame.server.echo-share-also': 'Il ajoute {value}, et le réseau prend {network}.',
  'echo.blame.server.echo-returned':
    'Seulement {value} du son est revenu, et le réseau n’a presque rien perdu.',
  'echo.blame.server.echo-spread':
    'Par moments, il retient le son {value} de plus que d’habitude. Votre connexion est stable.',
  'echo.blame.server.echo-change':
    'Son délai a varié de {value} pendant le test. Votre connexion ne l’explique pas.',
  'echo.blame.server.sound-missing':
    '{value} du son n’est pas revenu, bien plus que ce que le réseau a perdu.',
  'echo.blame.server.gap': 'Le son s’est coupé pendant {value}, mais pas votre connexion.',
  'echo.blame.server.jitter-down':
    'Il renvoie le son irrégulièrement, à {value} près. Votre connexion est stable.',
  'echo.blame.server.failure': 'Il n’a pas pu établir d’appel.',
  'echo.blame.server.sum':
    'Aucune mesure n’est mauvaise à elle seule, mais l’ensemble l’est. Principale cause : {figure}, {value}.',
  'echo.blame.you.gateway': 'Votre routeur met {value} à répondre. Vérifiez le Wi-Fi ou le câble.',
  'echo.blame.you.gateway-loss':
    'Votre routeur est resté sans réponse {value} du temps. Vérifiez le Wi-Fi ou le câble.',
  'echo.blame.you.processor':
    'Votre ordinateur était occupé à {value}. Fermez ce qui ne sert pas et refaites le test.',
  'echo.blame.you.stall':
    'Votre ordinateur s’est figé pendant {value}. Fermez ce qui ne sert pas et refaites le test.',
  'echo.blame.you.failure': 'Votre ordinateur n’est pas connecté.',
  'echo.blame.cannot-tell.both':
    'Les deux sont mauvais, sans écart net. {first} : {value}. {second} : {other}.',
  'echo.blame.cannot-tell.one': 'Certaines parties n’ont pas été mesurées. {first} : {value}.',
  'echo.blame.cannot-tell.failure':
    'Trop peu a été mesuré pour dire si c’est vous, le réseau ou le serveur.',
  'echo.blame.cannot-tell.none':
    'Trop peu a été mesuré pour dire si c’est vous, le réseau ou le serveur.',

  'echo.remark.relay': 'Le son passe par un relais (TURN). C’est un détour, pas un défaut.',
  'echo.remark.tcp': 'Le son passe par TCP : UDP est bloqué, et chaque paquet perdu le retardera.',
  'echo.remark.around-proxy':
    'Le site Web passe par le proxy de votre réseau. Pas le son : il va directement au serveur.',
  'echo.remark.ice-servers':
    'La liste des serveurs STUN et TURN du serveur contient des entrées qu’aucun navigateur ne peut utiliser. Elles ont été ignorées. Prévenez les responsables du serveur.',
  'echo.remark.web-faster': 'Le site Web est plus rapide : seul le son est lent.',
  'echo.remark.web-slower':
    'Le site Web est plus lent que le son : les pages peuvent tarder alors que les appels vont bien.',
  'echo.remark.web-agrees': 'Le site Web prend autant de temps : le serveur est loin.',

  'echo.step.find': 'la recherche de la salle',
  'echo.step.join': 'l’entrée dans la salle',
  'echo.step.connect': 'la connexion',
  'echo.step.measure': 'la mesure',
  'echo.step.leave': 'la sortie de la salle',

  'echo.failure.address-invalid':
    'Ce n’est pas le lien d’une salle. Copiez le lien entier, qui commence par https://.',
  'echo.failure.offline': 'Vous êtes hors ligne. Refaites le test une fois la connexion rétablie.',
  'echo.failure.unreachable.dns':
    'Le nom du serveur est introuvable. Vérifiez l’adresse, puis prévenez les responsables du serveur.',
  'echo.failure.unreachable.refused':
    'Le serveur refuse la connexion. Il est probablement arrêté. Prévenez les responsables du serveur.',
  'echo.failure.unreachable.certificate':
    'Le certificat du serveur n’est pas valide. Prévenez les responsables du serveur.',
  'echo.failure.unreachable.address':
    'C’est une adresse interne : elle n’est pas testée. Vérifiez le lien auprès de la personne qui vous l’a donné.',
  'echo.failure.unreachable.other':
    'Le serveur ne répond pas. Testez-en un autre. S’il fonctionne, prévenez les responsables de celui-ci.',
  'echo.failure.too-many-redirects':
    'Le lien redirige en boucle. Demandez l’adresse de la salle à la personne qui vous l’a donné.',
  'echo.failure.not-a-room':
    'Il y a une page à cette adresse, mais pas de salle que Coop Tray puisse tester. Demandez un lien vers une salle Greenlight 2 ou 3, ou vers BigBlueButton directement.',
  'echo.failure.not-found': 'Cette salle n’existe plus. Demandez un nouveau lien.',
  'echo.failure.sign-in-required':
    'Cette salle n’admet que les personnes connectées. Demandez-en une ouverte aux personnes invitées.',
  'echo.failure.access-code-required':
    'Cette salle demande un code d’accès. Entrez-le et refaites le test.',
  'echo.failure.access-code-wrong': 'Code d’accès incorrect. Vérifiez-le et refaites le test.',
  'echo.failure.not-started':
    'La salle n’est pas ouverte, et une personne invitée ne peut pas l’ouvrir. Demandez-le à la personne responsable.',
  'echo.failure.waiting-for-moderator':
    'Une personne de la modération doit vous admettre, et aucune ne l’a fait. Demandez une salle sans salle d’attente.',
  'echo.failure.guest-denied':
    'La modération a refusé l’accès. Demandez une salle réservée aux tests.',
  'echo.failure.room-full':
    'La salle est pleine. Refaites le test plus tard, ou dans une autre salle.',
  'echo.failure.ended':
    'La réunion a pris fin pendant le test. Refaites le test, ou essayez une autre salle.',
  'echo.failure.livekit':
    'Le son de cette salle passe par LiveKit, qui n’a pas d’écho à tester. Seul le Web peut être mesuré.',
  'echo.failure.secret-missing': 'Le secret partagé du serveur manque. Entrez-le d’abord.',
  'echo.failure.secret-wrong': 'Secret partagé incorrect. Entrez-le de nouveau.',
  'echo.failure.keyring-unavailable':
    'Votre trousseau est verrouillé ou absent : le secret partagé ne peut pas être lu. Déverrouillez-le et refaites le test.',
  'echo.failure.api-refused':
    'Le serveur a refusé l’accès ou la salle{key, select, none {} other { ({key})}}. Prévenez les responsables du serveur.',
  'echo.failure.join-timeout':
    'L’entrée dans la salle a pris trop de temps. Refaites le test. Si cela persiste, prévenez les responsables du serveur.',
  'echo.failure.left-the-room':
    'La page a quitté la salle. Refaites le test. Si cela persiste, prévenez les responsables du serveur.',
  'echo.failure.page-failed': 'La page de la salle n’a pas pu se charger. Refaites le test.',
  'echo.failure.signalling-refused':
    'Le serveur a refusé la connexion de signalisation. Prévenez les responsables du serveur.',
  'echo.failure.signalling-unreachable':
    'La connexion de signalisation n’a pas pu s’établir. Un proxy bloque peut-être les WebSockets. Sinon, prévenez les responsables du serveur.',
  'echo.failure.signalling-closed':
    'Le serveur a fermé la connexion de signalisation. Refaites le test. Si cela persiste, prévenez les responsables du serveur.',
  'echo.failure.signalling-silent':
    'Le serveur n’a pas répondu à l’appel. Prévenez les responsables du serveur.',
  'echo.failure.bad-answer':
    'Le serveur a donné une réponse inconnue. Il est peut-être trop ancien ou trop récent. Prévenez les responsables du serveur.',
  'echo.failure.server-error':
    'Le serveur signale une erreur. {meaning} Prévenez les responsables du serveur.',
  'echo.failure.not-admitted':
    'Le serveur n’a pas reconnu la personne invitée. Refaites le test. Si cela persiste, prévenez les responsables du serveur.',
  'echo.failure.sdp-invalid':
    'La proposition d’appel du serveur est invalide. Prévenez les responsables du serveur.',
  'echo.failure.ice-failed':
    'Le son ne passe pas : un pare-feu bloque peut-être UDP. Essayez depuis un autre réseau, comme celui de votre téléphone.',
  'echo.failure.media-silent':
    'Connexion établie, mais aucun son n’arrive. Refaites le test. Si cela persiste, prévenez les responsables du serveur.',
  'echo.failure.stopped': 'Vous avez arrêté le test.',
  'echo.failure.timeout': 'Le test a duré trop longtemps et a été arrêté. Refaites-le.',
  'echo.failure.busy': 'Un autre test est en cours. Attendez qu’il finisse, ou arrêtez-le.',
  'echo.failure.internal':
    'Le test a échoué (erreur interne de Coop Tray). Refaites-le, et signalez-le si cela persiste.',

  'echo.bbb': 'Erreur {code} : {meaning}',
  'echo.bbb.1001': 'La connexion WebSocket a été perdue.',
  'echo.bbb.1002': 'Aucune connexion WebSocket n’a pu s’ouvrir.',
  'echo.bbb.1003': 'La version du navigateur n’est pas prise en charge.',
  'echo.bbb.1004': 'L’appel a échoué.',
  'echo.bbb.1005': 'L’appel s’est terminé de façon inattendue.',
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
  'echo.bbb.2020': 'Le serveur de médias a refusé une adresse pour le son (ICE).',
  'echo.bbb.2021': 'Le serveur de médias n’a pas pu réunir ses adresses (ICE).',
  'echo.bbb.2022': 'Le serveur de médias n’a trouvé aucun chemin pour le son (ICE).',
  'echo.bbb.2200': 'Le son a échoué sur le serveur.',
  'echo.bbb.2201': 'Le serveur ne connaît plus ce flux.',
  'echo.bbb.2202': 'La description du flux n’est pas valide (SDP).',
  'echo.bbb.2203': 'Aucun codec n’est commun aux deux côtés.',
  'echo.bbb.2208': 'Le serveur de médias n’a pas pu exécuter la demande.',
  'echo.bbb.2209': 'L’adaptateur entre signalisation et médias a échoué.',
  'echo.bbb.2210': 'Les flux n’ont pas pu être reliés sur le serveur.',
  'echo.bbb.2211': 'Le serveur ne reçoit aucun son.',
  'echo.bbb.2300': 'Le serveur n’a pas compris la demande.',
  'echo.bbb.2301': 'La personne invitée n’est pas encore autorisée à parler dans la salle.',
  'echo.bbb.2302': 'Le son commun de la salle a échoué.',
  'echo.bbb.2303': 'Le son de l’appel a échoué.',
  'echo.bbb.unknown': 'Sa signification est inconnue.',

  'echo.table.instance': 'Serveur',
  'echo.table.quality': 'Qualité',
  'echo.compare.better': '{name} est meilleur : une note de {value} contre {other}.',
  'echo.compare.no-difference':
    'Pas de différence nette : les tests d’un même serveur varient autant.',
  'echo.compare.too-few':
    'Pas assez de tests pour comparer : il en faut au moins deux par serveur.',
  'echo.compare.places':
    'Les tests faits dans des lieux différents sont affichés séparément : la distance n’est pas la faute du serveur.',
  'echo.compare.from': 'Depuis {place}',
  'echo.compare.fromUnknown': 'Lieu non précisé',

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
  'echo.report.spread': 'min. {min}, médiane {median}, 95e centile {p95}',
  'echo.report.lost': '{share} ({lost, number} paquets sur {expected, number})',
  'echo.report.failure': 'Interrompu pendant {step}',
};
