import type { hints as english } from '../en/hints.ts';

export const hints: Readonly<Record<keyof typeof english, string>> = {
  'hint.never-checked':
    'Rien ne vérifie ce service. Donnez-lui une sonde (probe) ou une page d’état (feed), ou indiquez qu’il a été retiré (retired). D’ici là, son état reste inconnu.',
  'hint.probe-twin':
    'Le service « {name} » est vérifié de la même manière : les deux auront toujours le même état. L’un d’eux devait-il vérifier autre chose ?',
  'hint.name-twin':
    'Un autre service s’appelle aussi « {name} » : les membres ne peuvent pas les distinguer.',
  'hint.interval-unkind':
    'L’application de chaque membre vérifie ceci toutes les {intervalS} s, et {host} ne semble pas être à vous. Utilisez au moins 120 s.',
  'hint.interval-ms':
    'Ceci est en secondes : {got} s, ce sont des heures. Vouliez-vous dire {suggestion} ?',
  'hint.timeout-long':
    'Une vérification peut durer plus que les {intervalS} s jusqu’à la suivante. Raccourcissez-la, ou allongez l’intervalle.',
  'hint.confirm-slow':
    'Une panne prend plus de temps à confirmer que les vérifications habituelles, toutes les {intervalS} s. Raccourcissez ce délai.',
  'hint.local-host':
    'Seuls les ordinateurs du même réseau atteignent {host}. Pour les membres ailleurs, le service sera en panne.',
  'hint.fragment':
    'La partie après # n’est jamais envoyée à un serveur. Enlevez-la, ou vérifiez la page qui est derrière.',
  'hint.preset-path': 'Le modèle (preset) ajoute {path}. Donnez l’adresse du service sans cela.',
  'hint.warn-days-long':
    'La plupart des certificats durent 90 jours ou moins. Avec {days} jours, le service serait toujours perturbé.',
  'hint.standby-same-host':
    'La copie de secours se trouve aussi sur {host}. Si ce serveur tombe, les deux tombent.',
  'hint.standby-unchecked':
    'Rien ne vérifie « {name} » : son état n’est jamais connu, et il n’est jamais proposé. Donnez-lui une sonde (probe).',
  'hint.instead-same-host':
    'La solution de rechange se trouve aussi sur {host}. Si ce serveur tombe, les deux tombent.',
  'hint.parent-retired':
    '« {name} » a été retiré et n’est jamais vérifié : il n’explique rien. Nommez ce qui porte le service maintenant.',
  'hint.domain-twin':
    'Le service « {name} » nomme le même domaine : son expiration sera annoncée deux fois. Nommez-le à un seul endroit.',
  'hint.domain-unasked':
    'Aucun registre n’est interrogé sur l’expiration de ce domaine. Ajoutez rdap à côté de services.',
  'hint.domain-part':
    'Le domaine enregistré est {domain}. Un nom en dessous n’a pas de date d’expiration.',
  'hint.expect-nothing':
    'Toute réponse y correspond. Indiquez quel texte la réponse contient (contains) ou ne contient pas (lacks).',
  'hint.expect-short':
    '« {text} » est si court qu’on le trouve sur presque toute page, même une page d’erreur. Choisissez un texte plus long.',
  'hint.expect-any-page':
    'Toute page commence comme « {text} », même une page d’erreur. Choisissez un texte que seul le service en marche affiche.',
  'hint.expect-contrary':
    'Ceci ne peut jamais être vrai : ce que la réponse ne doit pas contenir est dans ce qu’elle doit contenir, ou est vide.',
  'hint.expect-head': 'Une réponse à HEAD n’a pas de texte. Utilisez GET.',
  'hint.expect-redirect':
    'Les redirections sont suivies : on n’en voit donc jamais ici. Mettez followRedirects à false.',
  'hint.expect-seconds':
    'Ceci est en millisecondes, et aucune réponse ne vient en {got} ms. Vouliez-vous dire {suggestion} ?',
  'hint.expect-late':
    'La vérification abandonne après {timeoutMs} ms : le service est donc en panne avant d’être lent. Diminuez ceci, ou augmentez timeoutMs.',
  'hint.expect-type':
    'Ceci est le texte « {value} », qui n’est pas la même chose en JSON que {value} sans guillemets. Enlevez-les si c’est ce que vous vouliez.',
  'hint.witness-none':
    'Coop Tray ne peut pas savoir si un membre est en ligne. Nommez deux ou trois témoins qui ne dépendent pas de vos serveurs.',
  'hint.witness-one':
    'Avec un seul témoin, sa propre panne donne l’impression que tous les membres sont hors ligne. Nommez-en deux ou trois, d’exploitants différents.',
  'hint.witness-own':
    'Si {host} tombe, les membres sembleront hors ligne, car c’est un de vos serveurs. Nommez une adresse hors de votre coop.',
  'hint.witness-local':
    'Seuls les ordinateurs du même réseau atteignent {host} : il ne dit donc pas si un membre ailleurs est en ligne. Nommez une adresse sur Internet.',
  'hint.witness-twin':
    'Un autre témoin est aussi sur {site} : une seule panne ferait taire les deux. Nommez-en un d’un autre exploitant.',
  'hint.witness-portal':
    'Indiquez ce qu’une vraie réponse contient (contains). Sinon, la page de connexion d’un café passera pour elle.',
  'hint.feed-unused': 'Aucun service n’utilise cette page d’état (feed).',
  'hint.feed-path': 'Coop Tray ajoute {path}. Donnez l’adresse de la page comme on l’ouvre.',
  'hint.contact-mute':
    '« {name} » ne peut pas être joint. Donnez un numéro de téléphone, une adresse courriel ou une page.',
  'hint.rdap-unused': 'Aucun service ne nomme son domaine : ceci ne sert donc pas.',
  'hint.reference': 'Rien dans ce document n’a l’identifiant « {got} ».',
  'hint.entry-twin':
    'Une autre entrée de cette liste porte aussi « {got} » : l’une des deux n’est jamais trouvée.',
  'hint.purge':
    'Ceci n’arrive jamais. Vérifiez les cinq parties du motif cron et le fuseau horaire, comme America/Toronto.',
  'hint.calendar-secret':
    'Cette adresse est secrète : quiconque la connaît peut lire tout le calendrier, et le document est public. Créez une nouvelle adresse secrète, et mettez isPrivate au lieu de url.',
  'hint.address-open':
    'D’autres pourraient lire ou modifier cela en chemin. Utilisez une adresse qui commence par https://, comme {suggestion}',
  'hint.address-secret':
    'Toute personne qui peut lire le document entre avec cette adresse ({shown}). Utilisez-en une sans le secret, ou un lien court qui le demande.',
  'hint.day-token': '« {got} » n’est pas remplacé. Le sont : {known}',
  'hint.template-page':
    'Cela ressemble à la page d’un bloc-notes, pas à son texte. Pour le texte seul, l’adresse se termine par {raw}.',
  'hint.key-twin':
    'Cette clé se trouve deux fois dans le même objet, et seule la dernière compte. Enlevez l’une des deux.',
  'hint.key-unknown':
    'Cette version ne lit aucune clé de ce nom. Cherchez-la dans le guide du document ; elle va peut-être ailleurs.',
  'hint.keyword-everywhere':
    '« {text} » se trouve aussi sur une page de {host} qui n’existe pas. Choisissez un texte que seul le service en marche affiche.',
  'hint.any-path-up':
    'Sur {host}, même un chemin qui n’existe pas compte comme fonctionnel. Exigez (expect) un texte que seul le service en marche affiche.',
  'hint.redirect-elsewhere':
    'Ceci redirige vers {host}, et c’est donc lui qui est vérifié. Donnez l’adresse voulue.',
  'hint.https-works':
    'La même réponse est offerte en https. Utilisez https://, pour qu’elle ne puisse pas être modifiée en chemin.',
};
