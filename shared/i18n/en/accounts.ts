/** The member's accounts at Matrix and GitHub, in English. */
export const accounts = {
  'accounts.title': 'Accounts',
  'accounts.explain':
    'Coop Tray sends feedback and reads announcements in your own name. It never keeps a password.',
  'accounts.loading': 'Looking for your accounts …',
  'accounts.failed':
    'Your accounts cannot be shown: something in Coop Tray failed. Start it again.',
  'accounts.matrix.title': 'Matrix account',
  'accounts.github.title': 'GitHub account',
  'accounts.signedIn': 'Signed in as {who}.',
  'accounts.signedInOn': 'Signed in as {who} on {server}.',
  'accounts.kept.keyring': 'The sign-in is kept in your keyring, under “Coop Tray”.',
  'accounts.kept.session': 'The sign-in is kept until Coop Tray ends, and nowhere on this disk.',
  'accounts.was': 'You were signed in as {who}.',
  'accounts.restoring': 'Taking up your account {who} …',
  'accounts.tryAgain': 'Try again',
  'accounts.forget': 'Forget this account',
  'accounts.cancel': 'Cancel',

  'accounts.signOut': 'Sign out',
  'accounts.signOut.matrix': 'Sign out of Matrix',
  'accounts.signOut.github': 'Sign out of GitHub',
  'accounts.signOut.matrix.ask': 'Sign out of Matrix?',
  'accounts.signOut.github.ask': 'Sign out of GitHub?',
  'accounts.signOut.matrix.explain':
    'The sign-in ends at the server and is forgotten here. Feedback that waits stays until you sign in again.',
  'accounts.signOut.github.explain':
    'The sign-in is forgotten here. GitHub keeps your permission for the app until you take it back in your settings there. Feedback that waits stays until you sign in again.',

  'accounts.server.label': 'Matrix server',
  'accounts.server.help': 'Its name, such as example.org, or its address.',
  'accounts.server.next': 'Continue',
  'accounts.server.looking': 'Asking the server how it signs members in …',
  'accounts.server.other': 'Another server',
  'accounts.server.at': 'You sign in on {server}.',
  'accounts.server.atHost': 'You sign in on {server}, whose server is {host}.',
  'accounts.user': 'User name',
  'accounts.password': 'Password',
  'accounts.signIn': 'Sign in',
  'accounts.signIn.browser': 'Sign in with your browser',
  'accounts.signIn.or': 'Or with your user name:',
  'accounts.signingIn': 'Signing in …',
  'accounts.browser.waiting':
    'Your browser shows the page of the server. Sign in there; Coop Tray waits for it.',
  'accounts.browser.title': 'Back to Coop Tray',
  'accounts.browser.text': 'Coop Tray is signing you in. You can close this page.',

  'accounts.github.explain':
    'Without an account you can read what is public. To send feedback there, sign in with a code on GitHub’s own page.',
  'accounts.github.signIn': 'Sign in to GitHub',
  'accounts.github.starting': 'Asking GitHub for a code …',
  'accounts.github.code': 'Your code for {host}:',
  'accounts.github.waiting':
    'Type it on the page of {host}, and nowhere else. Coop Tray waits until {time}, and signs you in by itself.',
  'accounts.github.open': 'Open GitHub’s page',
  'accounts.github.copy': 'Copy the code',
  'accounts.github.copied': 'Copied.',
  'accounts.github.expired': 'Your sign-in to GitHub is over. Sign in again.',

  'accounts.keyring.missing':
    'This computer has no keyring, or it does not answer: a sign-in cannot be kept safely here.',
  'accounts.keyring.locked': 'Your keyring is locked: a sign-in cannot be kept there now.',
  'accounts.keyring.timed-out':
    'Your keyring does not answer. It may be waiting for its password in another window.',
  'accounts.keyring.ask':
    'You can sign in for this session only: nothing is written, and at the next start you sign in again.',
  'accounts.keyring.session': 'For this session only',
  'accounts.keyring.again': 'Look for the keyring again',

  'accounts.fault.wrong-sign-in':
    'The user name or the password is not right. Look at both and try again.',
  'accounts.fault.unreachable':
    'The server cannot be reached. Look at your connection and try again in a moment.',
  'accounts.fault.rate-limited':
    'The server asks for patience: there were too many attempts. Try again in some minutes.',
  'accounts.fault.forbidden': 'The server does not let this account in. Ask whoever runs it.',
  'accounts.fault.locked':
    'Whoever runs the server has locked this account. Ask them why, and to unlock it.',
  'accounts.fault.deactivated':
    'This account was closed for good. Sign in with another one, or ask whoever runs the server.',
  'accounts.fault.not-found': 'There is no such server. Look at how its name is written.',
  'accounts.fault.bad-answer':
    'What answers there is not such a server. Look at its name, or ask whoever runs it.',
  'accounts.fault.insecure':
    'That address is not protected: others could read your password on the way. Use one that begins with https.',
  'accounts.fault.no-way-to-sign-in':
    'The server offers no way to sign in that Coop Tray knows. Ask whoever runs it.',
  'accounts.fault.cancelled': 'You have not signed in.',
  'accounts.fault.expired': 'The sign-in is over, or took too long. Sign in again.',
  'accounts.fault.denied': 'You have not agreed on the server’s page, so nothing was signed in.',
  'accounts.fault.disabled':
    'The app that your co-op registered at GitHub does not allow codes. Tell your co-op.',
  'accounts.fault.refused':
    'The server has refused. Try again, and if it stays so, ask whoever runs it.',
  'accounts.fault.another-github':
    'The co-op document names a GitHub, or an app there, that your sign-in is not known to come from. Your sign-in was not sent there. Ask your co-op whether that is right, then sign in again.',
  'accounts.fault.another-issuer':
    'Your server names a place for renewing sign-ins that is not known to be the one where you signed in. Nothing was sent there. Ask whoever runs the server whether that is right, then sign in again.',
  'accounts.fault.another-server':
    'This name now leads to another server than a moment ago. Nothing was sent there. Look at the server once more before you sign in.',
  'accounts.fault.wrong-page':
    'The code is for a page on another site than the GitHub of your co-op, so it is not shown. Do not type one there. Tell your co-op.',
  'accounts.fault.apart':
    'The co-op document names a GitHub and an API that do not belong together: your sign-in would go to somebody else. Nothing was sent. Tell your co-op.',
  'accounts.fault.not-revoked':
    'You are signed out here, but the server could not be told. End the session “Coop Tray” in another client, too.',
  'accounts.fault.not-forgotten':
    'You are signed out, but your keyring does not answer and still holds the sign-in. Coop Tray removes it as soon as the keyring lets it.',
  'accounts.fault.keyring-locked': 'Your keyring is locked. Open it, then try again.',
  'accounts.fault.keyring-missing':
    'Your keyring is not there. Start it, or sign in again for this session only.',
  'accounts.fault.keyring-timed-out':
    'Your keyring does not answer. Look for a window that asks for its password, then try again.',
  'accounts.fault.internal': 'Something in Coop Tray failed. Try again.',
} as const;
