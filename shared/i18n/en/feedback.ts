/** Feedback and where it is on its way, in English. */
export const feedback = {
  'feedback.phase.draft': 'Draft',
  'feedback.phase.waiting': 'Waiting to be sent',
  'feedback.phase.sending': 'Being sent',
  'feedback.phase.sent': 'Sent',
  'feedback.phase.failed': 'Not sent',
  'feedback.retryAt': 'It is tried again at {time}.',

  'feedback.trouble.offline': 'The server could not be reached.',
  'feedback.trouble.busy': 'The server asks to send more slowly.',
  'feedback.trouble.timeout': 'The server did not answer in time.',
  'feedback.trouble.server-error': 'The server has trouble of its own.',
  'feedback.trouble.signed-out': 'You are not signed in there.',
  'feedback.trouble.no-permission': 'You are not allowed to write there.',
  'feedback.trouble.not-found': 'The room or repository is not there, or you may not see it.',
  'feedback.trouble.encrypted': 'The room is encrypted, and Coop Tray cannot write in it.',
  'feedback.trouble.too-large': 'It is larger than the server allows.',
  'feedback.trouble.refused': 'The server refused it (error {status}).',
  'feedback.trouble.attachment-missing': 'A file that belongs to it is no longer there.',
  'feedback.trouble.too-old': 'It has waited for 30 days.',
  'feedback.trouble.internal': 'Coop Tray could not send it because of a fault of its own.',
  'feedback.permission': 'What is missing: {permission}.',

  'feedback.remedy.wait': 'You need do nothing.',
  'feedback.remedy.sign-in': 'Sign in, and it is sent.',
  'feedback.remedy.ask': 'Ask whoever runs it for access, then try again.',
  'feedback.remedy.elsewhere': 'Send it to another place, or discard it.',
  'feedback.remedy.shorten': 'Write it shorter or leave a file out, and send it anew.',
  'feedback.remedy.write-anew': 'Attach the file again, and send it anew.',
  'feedback.remedy.decide': 'Try again, or discard it.',

  'feedback.full': 'Thirty items wait already. Send or discard some first.',
  'feedback.unwritable':
    'The disk takes nothing more. What you wrote is kept only as long as Coop Tray runs.',
  'feedback.unreadable':
    '{count, plural, one {One item of the outbox cannot be read and is left as it is.} other {# items of the outbox cannot be read and are left as they are.}}',

  'feedback.kind.works': 'Works',
  'feedback.kind.broken': 'Broken',
  'feedback.kind.idea': 'Idea',
  'feedback.severity.low': 'low',
  'feedback.severity.middle': 'middle',
  'feedback.severity.high': 'high',
  'feedback.title': '{kind}: {name}',
  'feedback.build': '{name} (build {build})',
  'feedback.severityLine': 'How bad: {severity}',
} as const;
