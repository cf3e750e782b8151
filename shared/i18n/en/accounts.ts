/** The member's accounts at Matrix and GitHub, in English. */
export const accounts = {
  'accounts.title': 'Accounts',
  'accounts.explain': 'Sign in to send feedback and read news. Your password is never stored.',
  'accounts.loading': 'Loading…',
  'accounts.failed': 'Your accounts can’t be shown (a bug in Coop Tray). Quit and start it again.',
  'accounts.matrix.title': 'Matrix account',
  'accounts.github.title': 'GitHub account',
  'accounts.signedIn': 'Signed in as {who}',
  'accounts.signedInOn': 'Signed in as {who} on {server}',
  'accounts.kept.keyring': 'Stored in your keyring as “Coop Tray”.',
  'accounts.kept.session': 'You stay signed in until you quit. Nothing is stored.',
  'accounts.was': 'You were signed in as {who}',
  'accounts.restoring': 'Signing in as {who}…',
  'accounts.tryAgain': 'Try again',
  'accounts.forget': 'Remove this account',
  'accounts.cancel': 'Cancel',

  'accounts.signOut': 'Sign out',
  'accounts.signOut.matrix': 'Sign out of Matrix',
  'accounts.signOut.github': 'Sign out of GitHub',
  'accounts.signOut.matrix.ask': 'Sign out of Matrix?',
  'accounts.signOut.github.ask': 'Sign out of GitHub?',
  'accounts.signOut.matrix.explain':
    'You’ll be signed out on the server and on this computer. Waiting feedback stays here until you sign in again.',
  'accounts.signOut.github.explain':
    'You’ll be signed out on this computer. GitHub keeps the app’s permission until you revoke it in your GitHub settings. Waiting feedback stays here until you sign in again.',

  'accounts.server.label': 'Matrix server',
  'accounts.server.help': 'For example, example.org, or its web address.',
  'accounts.server.next': 'Continue',
  'accounts.server.looking': 'Contacting the server…',
  'accounts.server.other': 'Use another server',
  'accounts.server.at': 'You’re signing in to {server}.',
  'accounts.server.atHost': 'You’re signing in to {server} (hosted at {host}).',
  'accounts.user': 'User name',
  'accounts.password': 'Password',
  'accounts.signIn': 'Sign in',
  'accounts.signIn.browser': 'Sign in with your browser',
  'accounts.signIn.or': 'Or with your user name:',
  'accounts.signingIn': 'Signing in…',
  'accounts.browser.waiting':
    'Sign in on the page that just opened in your browser. Coop Tray is waiting.',
  'accounts.browser.title': 'Back to Coop Tray',
  'accounts.browser.text': 'You’re being signed in. You can close this page.',

  'accounts.github.explain':
    'You can read public content without an account. To send feedback, sign in with a code on GitHub’s own page.',
  'accounts.github.signIn': 'Sign in to GitHub',
  'accounts.github.starting': 'Getting a code from GitHub…',
  'accounts.github.code': 'Your code for {host}:',
  'accounts.github.waiting':
    'Enter it on {host}, and nowhere else. You’ll then be signed in automatically. The code is valid until {time}.',
  'accounts.github.open': 'Open GitHub’s page',
  'accounts.github.copy': 'Copy the code',
  'accounts.github.copied': 'Copied',
  'accounts.github.expired': 'Your GitHub sign-in has expired. Sign in again.',

  'accounts.keyring.missing':
    'This computer has no keyring, or it isn’t responding, so your sign-in can’t be stored safely.',
  'accounts.keyring.locked': 'Your keyring is locked, so your sign-in can’t be stored.',
  'accounts.keyring.timed-out':
    'Your keyring isn’t responding. It may be asking for its password in another window.',
  'accounts.keyring.ask':
    'You can sign in until you quit. Nothing is stored, and you’ll sign in again next time.',
  'accounts.keyring.session': 'Sign in until I quit',
  'accounts.keyring.again': 'Try the keyring again',

  'accounts.fault.wrong-sign-in': 'Wrong user name or password.',
  'accounts.fault.unreachable':
    'The server can’t be reached. Check your connection, then try again.',
  'accounts.fault.rate-limited': 'Too many attempts. Try again in a few minutes.',
  'accounts.fault.forbidden': 'The server doesn’t admit this account. Ask your server admins.',
  'accounts.fault.locked': 'Your server admins have locked this account. Ask them to unlock it.',
  'accounts.fault.deactivated':
    'This account was closed permanently. Use another one, or ask your server admins.',
  'accounts.fault.not-found': 'No server at that address. Check the spelling.',
  'accounts.fault.bad-answer': 'That isn’t a Matrix server. Check the address.',
  'accounts.fault.insecure':
    'That address isn’t secure: others could read your password. Use one that starts with https.',
  'accounts.fault.no-way-to-sign-in':
    'Coop Tray doesn’t support any of the ways to sign in to this server. Ask your server admins.',
  'accounts.fault.cancelled': 'Sign-in cancelled.',
  'accounts.fault.expired': 'The sign-in expired. Sign in again.',
  'accounts.fault.denied': 'Sign-in was declined on the server’s page.',
  'accounts.fault.disabled':
    'Your co-op’s GitHub app doesn’t allow sign-in codes. Tell your co-op.',
  'accounts.fault.refused':
    'The server refused. Try again. If it keeps happening, tell your server admins.',
  'accounts.fault.another-github':
    'Your co-op’s settings now name a different GitHub or GitHub app than the one you signed in to. Your sign-in wasn’t sent there. Ask your co-op if that’s right, then sign in again.',
  'accounts.fault.another-issuer':
    'Your server now renews sign-ins at a different place than the one you signed in to. Nothing was sent there. Ask your server admins if that’s right, then sign in again.',
  'accounts.fault.another-server':
    'This name now leads to a different server than a moment ago. Nothing was sent. Check the server before you sign in.',
  'accounts.fault.wrong-page':
    'The code is for a page outside your co-op’s GitHub, so it isn’t shown. Don’t enter a code there. Tell your co-op.',
  'accounts.fault.apart':
    'Your co-op’s settings name a GitHub and an API that don’t belong together. Nothing was sent. Tell your co-op.',
  'accounts.fault.not-revoked':
    'You’re signed out here, but the server couldn’t be told. Also end the session “Coop Tray” in another Matrix app.',
  'accounts.fault.not-forgotten':
    'You’re signed out, but your keyring isn’t responding and still holds the sign-in. Coop Tray will remove it as soon as possible.',
  'accounts.fault.keyring-locked': 'Your keyring is locked. Unlock it, then try again.',
  'accounts.fault.keyring-missing': 'No keyring found. Start it, or sign in until you quit.',
  'accounts.fault.keyring-timed-out':
    'Your keyring isn’t responding. Look for a window asking for its password, then try again.',
  'accounts.fault.internal': 'Something went wrong (a bug in Coop Tray). Try again.',
} as const;
