import type { hints as english } from '../en/hints.ts';

export const hints: Readonly<Record<keyof typeof english, string>> = {
  'hint.never-checked':
    'Rien ne vérifie ce service : donnez-lui une sonde (probe) ou une page d’état (feed), ou dites qu’il n’existe plus (retired). D’ici là, son état reste inconnu.',
  'hint.probe-twin':
    'Le service « {name} » est vérifié de la même manière : les deux iront toujours ensemble. L’un d’eux devait-il interroger autre chose ?',
  'hint.name-twin':
    'Un autre service s’appelle aussi « {name} » : les membres ne peuvent pas les distinguer.',
  'hint.interval-unkind':
    'L’application de chaque membre demande ceci toutes les {intervalS} s, et {host} ne semble pas être à vous. Au moins 120 s, ce serait aimable.',
  'hint.interval-ms':
    'Ceci est en secondes : {got} s, ce sont des heures. Vouliez-vous dire {suggestion} ?',
  'hint.timeout-long':
    'Une vérification peut durer plus que les {intervalS} s jusqu’à la suivante. Raccourcissez-la, ou allongez l’intervalle.',
  'hint.confirm-slow':
    'Une panne est confirmée plus lentement que les vérifications habituelles, toutes les {intervalS} s. Raccourcissez ce temps.',
  'hint.local-host':
    'Seuls les appareils du même réseau atteignent {host} : pour les membres ailleurs, le service sera en panne.',
  'hint.fragment':
    'Ce qui suit # n’est jamais envoyé à un serveur. Enlevez-le, ou interrogez la page qui est derrière.',
  'hint.preset-path':
    'Le modèle (preset) ajoute {path} de lui-même. Donnez l’adresse du service sans cela.',
  'hint.warn-days-long':
    'La plupart des certificats vivent 90 jours ou moins : avec {days} jours, le service serait toujours montré comme dégradé.',
  'hint.standby-same-host':
    'La relève se trouve aussi sur {host} : si cette machine tombe, les deux tombent.',
  'hint.standby-unchecked':
    'Rien ne vérifie « {name} » : on ne sait donc jamais s’il fonctionne, et il n’est jamais proposé. Donnez-lui une sonde (probe).',
  'hint.instead-same-host':
    'Ce qu’on doit utiliser à la place se trouve aussi sur {host} : si cette machine tombe, les deux tombent.',
  'hint.parent-retired':
    '« {name} » n’existe plus et n’est jamais vérifié : il n’explique donc rien. Nommez ce qui porte le service maintenant.',
  'hint.domain-twin':
    'Le service « {name} » nomme le même domaine : sa fin sera annoncée pour chacun. Nommez-le à un seul endroit.',
  'hint.domain-unasked':
    'Personne n’est interrogé sur la fin de ce domaine : ajoutez rdap à côté de services.',
  'hint.domain-part':
    'Ce qui est enregistré, c’est {domain} ; un nom en dessous n’a pas de fin propre.',
  'hint.expect-nothing':
    'Ceci est vrai de toute réponse. Dites quel texte la réponse contient (contains) ou ne contient pas (lacks).',
  'hint.expect-short':
    '« {text} » est si court qu’on le trouve sur presque toute page, même une page d’erreur. Choisissez un texte plus long.',
  'hint.expect-any-page':
    'Toute page commence comme « {text} », même une page d’erreur. Choisissez un texte que seul le service en marche montre.',
  'hint.expect-contrary':
    'Ceci ne peut jamais être vrai : ce que la réponse ne doit pas contenir est dans ce qu’elle doit contenir, ou est vide.',
  'hint.expect-head': 'Une réponse à HEAD n’a pas de texte à regarder. Utilisez GET.',
  'hint.expect-redirect':
    'Les redirections sont suivies : on n’en voit donc jamais ici. Mettez followRedirects à false.',
  'hint.expect-seconds':
    'Ceci est en millisecondes, et aucune réponse ne vient en {got} ms. Vouliez-vous dire {suggestion} ?',
  'hint.expect-late':
    'La vérification abandonne après {timeoutMs} ms : le service est donc en panne avant d’être lent. Diminuez ceci, ou augmentez timeoutMs.',
  'hint.expect-type':
    'Ceci est le texte « {value} », qui n’est pas la même chose en JSON que {value} sans guillemets. Enlevez-les si c’est ce que vous vouliez.',
  'hint.witness-none':
    'Personne ne peut dire si un membre est en ligne. Nommez deux ou trois témoins qui n’ont rien à voir avec vos serveurs.',
  'hint.witness-one':
    'Avec un seul témoin, sa propre panne donne l’impression que tous les membres sont hors ligne. Nommez-en deux ou trois, d’exploitants différents.',
  'hint.witness-own':
    'Si {host} tombe, l’application croirait que les membres sont hors ligne, car il fait partie de ce qui est vérifié. Nommez une adresse de quelqu’un d’autre.',
  'hint.witness-local':
    'Seuls les appareils du même réseau atteignent {host} : il ne dit donc pas si un membre ailleurs est en ligne. Nommez une adresse sur Internet.',
  'hint.witness-twin':
    'Un autre témoin est aussi de {site} : une seule panne ferait taire les deux. Nommez-en un d’un autre exploitant.',
  'hint.witness-portal':
    'Dites ce qu’une vraie réponse contient (contains), sinon la page de connexion d’un café passera pour elle.',
  'hint.feed-unused': 'Aucun service ne nomme cette page d’état : elle est donc lue pour rien.',
  'hint.feed-path':
    'L’application ajoute {path} d’elle-même. Donnez l’adresse de la page comme on l’ouvre.',
  'hint.contact-mute':
    'Il n’y a aucun moyen de joindre « {name} » : donnez un numéro de téléphone, une adresse courriel ou une page.',
  'hint.rdap-unused': 'Aucun service ne nomme son domaine : rien n’y est donc demandé.',
  'hint.reference': 'Rien dans ce document n’a l’identifiant « {got} ».',
  'hint.entry-twin':
    'Une autre entrée de cette liste porte aussi « {got} » : l’une des deux n’est jamais trouvée.',
  'hint.purge':
    'Ceci n’arrive jamais : regardez le motif cron de cinq parties et le fuseau horaire, comme America/Toronto.',
  'hint.key-twin':
    'Cette clé se trouve deux fois dans le même objet, et seule la dernière compte. Enlevez l’une des deux.',
  'hint.key-unknown':
    'Cette version ne lit aucune clé de ce nom. Cherchez-la dans le guide du document ; elle va peut-être ailleurs.',
  'hint.keyword-everywhere':
    '« {text} » se trouve aussi sur une page de {host} qui n’existe pas. Choisissez un texte que seul le service en marche montre.',
  'hint.any-path-up':
    'Sur {host}, même un chemin qui n’existe pas passe pour un bon fonctionnement. Attendez un texte que seul le service en marche montre.',
  'hint.redirect-elsewhere':
    'Ceci mène à {host}, et c’est donc lui qui est vérifié. Donnez l’adresse voulue.',
  'hint.https-works':
    'La même réponse vient par https. Écrivez https://, pour que personne ne puisse la changer en route.',
};
