/** What ended unexpectedly, and the log, in English. */
export const crash = {
  'crash.app':
    '{count, plural, one {Coop Tray ended unexpectedly last time.} other {Coop Tray ended unexpectedly # times in a row.}}',
  'crash.window':
    '{count, plural, one {Coop Tray’s window closed unexpectedly.} other {Coop Tray’s window closed unexpectedly # times in a row.}}',
  'crash.fault':
    '{count, plural, one {Something went wrong in Coop Tray.} other {Something went wrong in Coop Tray # times in a row.}}',
  'crash.explain':
    'It’s probably a bug in Coop Tray. Nothing has been sent: if you report it, you’ll see everything first.',
  'crash.explain.noFeedback':
    'It’s probably a bug in Coop Tray. Nothing has been sent. The log in the settings may help your admins.',
  'crash.report': 'Report…',
  'crash.dismiss': 'Don’t report',
  'crash.ok': 'OK',
  'crash.text.run': 'Coop Tray {version}, started {begun}, noticed {noticed}',
  'crash.text.reason': 'Reason: {reason}',
  'crash.text.exitCode': 'Reason: {reason}, exit code {exitCode}',
  'crash.text.doing': 'What I was doing:',
  'crash.window.title': 'Coop Tray’s window keeps closing',
  'crash.window.body':
    'That’s a bug in Coop Tray. Your services are still being checked. Open the window again to report it.',
  'settings.openLog': 'Open the log folder',
  'feedback.log': 'Include the log',
  'feedback.log.help':
    'When Coop Tray started, which servers didn’t answer, and its errors. Nothing you wrote. See the preview.',
} as const;
