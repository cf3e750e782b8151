/** The page of the calendar, reminders, and the tray’s line, in English. */
export const calendar = {
  'page.calendar': 'Calendar',
  'calendar.failed': 'The calendar couldn’t be loaded.',
  'calendar.asOf': 'As of {time}',
  'calendar.offline': 'You’re offline. This is the calendar as last read.',
  'calendar.empty': 'Nothing is planned for the next seven days. Enjoy the quiet.',
  'calendar.unknown': 'It’s unknown whether anything is planned.',
  'calendar.noAddress': 'No calendar has an address yet. Paste one below.',
  'calendar.today': 'Today, {day}',
  'calendar.tomorrow': 'Tomorrow, {day}',
  'calendar.today.none': 'Nothing today.',
  'calendar.today.unknown': 'It’s unknown whether anything is planned today.',
  'calendar.today.more': 'It’s unknown whether that’s all for today.',
  'calendar.allDay': 'All day',
  'calendar.between': '{from}–{to}',
  'calendar.from': 'From {time}',
  'calendar.until': 'Until {time}',
  'calendar.busy': 'Busy',
  'calendar.untitled': 'Untitled meeting',
  'calendar.tentative': 'Tentative',
  'calendar.declined': 'Declined',
  'calendar.join': 'Join',
  'calendar.join.at': 'Join {title}: {place}',
  'calendar.others': 'Other ways to join',
  'calendar.others.of': 'Other ways to join {title}',
  'calendar.in': '{title} in {span}',
  'calendar.now': '{title} starts now',
  'calendar.since': '{title}, since {time}',
  'menu.meeting.join': '{meeting} – Join',
  'calendar.remind.join': 'Click to join: {place}',
  'calendar.stale':
    '{name} was last read on {time}, more than a day ago. Meetings may have been added, moved or called off since.',
  'calendar.problem': '{name} hasn’t been readable since {time}. {why}',
  'calendar.problem.old': 'What you see of it is from {time}.',
  'calendar.problem.html': 'There’s a web page instead of the calendar, maybe one to sign in.',
  'calendar.problem.not-ics': 'What’s there isn’t a calendar in the iCalendar format.',
  'calendar.problem.truncated': 'Only a part of it arrived.',
  'calendar.problem.no-access':
    'Access was refused: it may not be public anymore, or its address has changed.',
  'calendar.problem.not-found': 'The calendar isn’t there anymore.',
  'calendar.problem.http-status': 'The server answered with {status}.',
  'calendar.problem.too-large': 'It’s too large.',
  'calendar.problem.timeout': 'The server didn’t answer in time.',
  'calendar.problem.unreachable': 'The server can’t be reached.',
  'calendar.problem.keyring-locked':
    'Its address is in your keyring, which is locked. Unlock it, then try again.',
  'calendar.problem.keyring-missing':
    'Its address is in your keyring, which can’t be reached on this computer.',
  'calendar.problem.keyring-timed-out':
    'Its address is in your keyring, which didn’t answer. It may be waiting for your password.',
  'calendar.problem.no-address': 'Its address isn’t in your keyring anymore. Paste it again below.',
  'calendar.problem.internal': 'That’s a bug in Coop Tray.',
  'calendar.faults':
    '{count, plural, one {# part of {name} needs attention} other {# parts of {name} need attention}}',
  'calendar.fault.example': '{what} One of them: {example}',
  'calendar.fault.bad-event':
    '{count, plural, one {# meeting has no start that can be read, and isn’t shown.} other {# meetings have no start that can be read, and aren’t shown.}}',
  'calendar.fault.bad-rule':
    '{count, plural, one {# rule of repetition can’t be read: its meeting is shown once.} other {# rules of repetition can’t be read: their meetings are shown once.}}',
  'calendar.fault.bad-date':
    '{count, plural, one {# date of a series can’t be read.} other {# dates of a series can’t be read.}}',
  'calendar.fault.unknown-zone':
    '{count, plural, one {# time zone is unknown: its times may be wrong.} other {# time zones are unknown: their times may be wrong.}}',
  'calendar.fault.no-end': 'It breaks off, so meetings may be missing.',
  'calendar.fault.too-many-events': 'It has too many meetings: the last ones aren’t shown.',
  'calendar.fault.slow-rule':
    '{count, plural, one {# rule of repetition took too long, and isn’t shown.} other {# rules of repetition took too long, and aren’t shown.}}',
  'calendar.cut': 'It has more meetings this week than can be shown.',
  'calendar.reminders': 'Reminders',
  'calendar.reminders.help':
    'Only for meetings with a link or a place, and never for what’s tentative, private or declined.',
  'calendar.remind': 'Remind me: {name}',
  'calendar.remind.off': 'Off',
  'calendar.remind.start': 'At the start',
  'calendar.remind.before': '{count} min before',
  'calendar.remind.inQuiet': 'Even in quiet hours',
  'calendar.remind.inQuiet.of': 'Even in quiet hours: {name}',
  'calendar.own': 'Your own calendars',
  'calendar.own.label': 'Address of a calendar',
  'calendar.own.help':
    'A calendar’s ICS address, or its public page at Google, Nextcloud or Outlook. It’s kept in this computer’s keyring and isn’t shown again.',
  'calendar.own.add': 'Add',
  'calendar.own.adding': 'Adding…',
  'calendar.own.added': 'Added',
  'calendar.address.label': 'Your address of “{name}”',
  'calendar.address.help':
    'Paste the private ICS address that you were given. It’s kept in this computer’s keyring and isn’t shown again.',
  'calendar.address.save': 'Save',
  'calendar.address.saving': 'Saving…',
  'calendar.address.saved': 'Saved',
  'calendar.address.at': 'Read at {host}',
  'calendar.address.address-invalid':
    'This isn’t the address of one calendar. Look for “ICS” or “iCal” in the calendar’s settings, and copy the address that starts with https:// or webcal://.',
  'calendar.address.too-many': 'You have ten calendars already. Remove one first.',
  'calendar.address.keyring-locked':
    'Your keyring is locked, so the address can’t be kept. Unlock it, then try again.',
  'calendar.address.keyring-missing':
    'This computer has no keyring that works, and the address isn’t kept anywhere else.',
  'calendar.address.keyring-timed-out':
    'Your keyring didn’t answer. It may be waiting for your password.',
  'calendar.address.internal': 'That didn’t work: a bug in Coop Tray.',
  'calendar.remove': 'Remove',
  'calendar.remove.of': 'Remove {name}',
  'calendar.remove.title': 'Remove {name}?',
  'calendar.remove.text':
    'Its address, meetings and reminders are removed from this computer. The calendar itself stays as it is.',
  'calendar.mine': 'Your invitations',
  'calendar.mine.label': 'Your email addresses, separated by commas',
  'calendar.mine.help': 'They tell which invitations you’ve declined. They stay on this computer.',
  'calendar.mine.invalid': '“{address}” isn’t an email address.',
  'calendar.mine.tooMany': 'Enter at most ten addresses.',
};
