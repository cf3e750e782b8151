import type { proxy as english } from '../en/proxy.ts';

/** The network settings, in French. */
export const proxy: Readonly<Record<keyof typeof english, string>> = {
  'proxy.title': 'Réseau',
  'proxy.settings': 'Paramètres du réseau',
  'proxy.failed': 'Les paramètres du réseau n’ont pas pu être chargés.',
  'proxy.legend': 'Proxy à utiliser',
  'proxy.automatic': 'Selon la configuration de cet ordinateur',
  'proxy.automatic.help':
    'Selon les paramètres du système, ou les variables d’environnement si elles désignent un proxy.',
  'proxy.none': 'Aucun proxy',
  'proxy.none.help':
    'Toutes les connexions sont directes, peu importe la configuration de cet ordinateur.',
  'proxy.address': 'Ce proxy :',
  'proxy.address.label': 'Adresse du proxy',
  'proxy.address.help': 'Par exemple proxy.example:3128 ou socks5://proxy.example:1080.',
  'proxy.address.wrong':
    'Coop Tray ne peut pas utiliser de proxy à cette adresse. Il accepte http, https et socks5.',
  'proxy.address.save': 'Utiliser',
  'proxy.address.saved': 'Coop Tray utilise maintenant {proxy}.',
  'proxy.inUse': 'Comment Coop Tray se connecte',
  'proxy.inUse.nothing': 'Inconnu tant que Coop Tray ne s’est connecté à rien',
  'proxy.inUse.direct': 'Directement, sans proxy',
  'proxy.inUse.setting': 'Par le proxy {proxy}, choisi ici',
  'proxy.inUse.environment': 'Par le proxy {proxy}, selon la variable {variable}',
  'proxy.inUse.system': 'Par le proxy {proxy}, selon les paramètres de votre système',
  'proxy.inUse.unusable':
    'Pas du tout : le proxy configuré est inutilisable, et rien ne le contourne',
  'proxy.test': 'Tester la connexion',
  'proxy.testing': 'Test en cours…',
  'proxy.test.direct': '{host} a répondu directement en {ms} ms.',
  'proxy.test.through': '{host} a répondu par {proxy} en {ms} ms.',
  'proxy.test.failed': 'Pas de réponse de {host}. {why}',
  'proxy.test.nothing': 'Il n’y a encore rien à interroger. Ajoutez d’abord votre coop.',
  'proxy.login.wanted': 'Le proxy {proxy} exige un nom et un mot de passe.',
  'proxy.login.refused':
    'Le proxy {proxy} n’a pas accepté ce nom et ce mot de passe : rien ne passe.',
  'proxy.login.gone': 'Le proxy {proxy} ne demande plus rien : rien ne lui a été envoyé.',
  'proxy.login.caution':
    'Demandez le nom et le mot de passe aux responsables de ce réseau, au travail ou là où vous êtes de passage. Entrez-les seulement si vous connaissez ce proxy : ils ne sont envoyés qu’à lui et restent dans votre trousseau.',
  'proxy.login.kinds':
    'Le proxy {proxy} exige une façon de se connecter que Coop Tray n’offre pas ({kinds}). Demandez aux responsables de votre réseau un nom et un mot de passe, ou un autre proxy.',
  'proxy.login.user': 'Nom pour le proxy',
  'proxy.login.password': 'Mot de passe pour le proxy',
  'proxy.login.submit': 'Se connecter au proxy',
  'proxy.login.busy': 'Connexion…',
  'proxy.login.session':
    'Le trousseau n’a pas pu enregistrer le mot de passe : Coop Tray le retient seulement jusqu’à sa fermeture.',
  'proxy.login.remains':
    'Le trousseau n’a pas pu les supprimer. Déverrouillez le trousseau, puis supprimez-les de nouveau.',
  'proxy.login.known':
    'Coop Tray se connecte au proxy avec le nom et le mot de passe que vous avez entrés.',
  'proxy.login.forget': 'Supprimer le nom et le mot de passe',
  'proxy.note':
    'Le proxy {proxy} exige un nom et un mot de passe. Rien ne passe tant que vous ne les avez pas entrés.',
  'proxy.note.open': 'Ouvrir les paramètres du réseau',
};
