/** The network settings, in English. */
export const proxy = {
  'proxy.title': 'Network',
  'proxy.settings': 'Network settings',
  'proxy.failed': 'The network settings couldn’t be loaded.',
  'proxy.legend': 'Which proxy to use',
  'proxy.automatic': 'As this computer is set up',
  'proxy.automatic.help':
    'By your system’s settings, or by environment variables if they name a proxy.',
  'proxy.none': 'No proxy',
  'proxy.none.help': 'Every connection is direct, whatever this computer is set to.',
  'proxy.address': 'This proxy:',
  'proxy.address.label': 'Address of the proxy',
  'proxy.address.help': 'For example proxy.example:3128 or socks5://proxy.example:1080.',
  'proxy.address.wrong':
    'Coop Tray can’t use a proxy at this address. It can use http, https and socks5.',
  'proxy.address.save': 'Use',
  'proxy.address.saved': 'Coop Tray uses {proxy} now.',
  'proxy.inUse': 'How Coop Tray connects',
  'proxy.inUse.nothing': 'Unknown until Coop Tray has connected to something',
  'proxy.inUse.direct': 'Directly, without a proxy',
  'proxy.inUse.setting': 'Through the proxy {proxy}, as set here',
  'proxy.inUse.environment': 'Through the proxy {proxy}, from the variable {variable}',
  'proxy.inUse.system': 'Through the proxy {proxy}, from your system’s settings',
  'proxy.inUse.unusable':
    'Not at all: the proxy that is set can’t be used, and nothing goes around it',
  'proxy.test': 'Test connection',
  'proxy.testing': 'Testing…',
  'proxy.test.direct': '{host} answered directly in {ms} ms.',
  'proxy.test.through': '{host} answered through {proxy} in {ms} ms.',
  'proxy.test.failed': 'No answer from {host}. {why}',
  'proxy.test.nothing': 'There’s nothing to ask yet. Add your co-op first.',
  'proxy.login.wanted': 'The proxy {proxy} wants a name and password.',
  'proxy.login.refused':
    'The proxy {proxy} didn’t accept that name and password, so nothing gets through.',
  'proxy.login.gone': 'The proxy {proxy} no longer asks, so nothing was sent to it.',
  'proxy.login.caution':
    'Ask the people who run this network, at work or where you are a guest, for the name and password. Enter them only if you know this proxy: they’re sent to it alone, and kept in your keyring.',
  'proxy.login.kinds':
    'The proxy {proxy} wants a way to sign in that Coop Tray doesn’t have ({kinds}). Ask the people who run your network for a name and password, or for another proxy.',
  'proxy.login.user': 'Name for the proxy',
  'proxy.login.password': 'Password for the proxy',
  'proxy.login.submit': 'Sign in to the proxy',
  'proxy.login.busy': 'Signing in…',
  'proxy.login.session':
    'The keyring couldn’t store the password, so Coop Tray remembers it only until it quits.',
  'proxy.login.remains':
    'The keyring couldn’t delete them. Unlock the keyring, then delete them again.',
  'proxy.login.known':
    'Coop Tray signs in to the proxy with the name and password that you entered.',
  'proxy.login.forget': 'Delete name and password',
  'proxy.note':
    'The proxy {proxy} wants a name and password. Until you enter them, nothing gets through.',
  'proxy.note.open': 'Open network settings',
};
