/** Feedback and its delivery, in English. */
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
  'feedback.trouble.another-member':
    'It was written by another member, and goes in nobody else’s name.',
  'feedback.trouble.moved':
    'It was not sent: it was meant for {was}, and would now go to {now} instead.',
  'feedback.trouble.readers-changed':
    'It was not sent: who can read it there has changed since you pressed Send.',
  'feedback.trouble.unbound':
    'It was not sent: an older Coop Tray did not note down where exactly it was to go.',
  'feedback.trouble.no-permission': 'You are not allowed to write there.',
  'feedback.trouble.account-locked': 'Your account there is locked or closed.',
  'feedback.trouble.single-sign-on':
    'The organisation that it belongs to asks for its own sign-in (SSO) first.',
  'feedback.trouble.read-only': 'It is archived or locked there: nobody can write to it any more.',
  'feedback.trouble.moved-away':
    'It has moved to another server, and the co-op’s document names the old place.',
  'feedback.trouble.not-found': 'The room or repository is not there, or you may not see it.',
  'feedback.trouble.encrypted': 'The room is encrypted, and Coop Tray cannot write in it.',
  'feedback.trouble.too-large': 'It is larger than the server allows.',
  'feedback.trouble.refused': 'The server refused it (error {status}).',
  'feedback.trouble.attachment-missing': 'A file that belongs to it is no longer there.',
  'feedback.trouble.too-old': 'It has waited for 30 days.',
  'feedback.trouble.internal': 'Coop Tray could not send it because of a fault of its own.',
  'feedback.signInAt': 'It is that of {organisation}: {url}',
  'feedback.movedTo': 'It is at {to} now.',
  'feedback.permission': 'What is missing: {permission}.',

  'feedback.remedy.wait': 'You need do nothing.',
  'feedback.remedy.sign-in': 'Sign in, and it is sent.',
  'feedback.remedy.sign-in-there': 'Sign in there in your browser, then try again.',
  'feedback.remedy.leave': 'It goes once that member signs in here again. You can also discard it.',
  'feedback.remedy.ask': 'Ask whoever runs it for access, then try again.',
  'feedback.remedy.elsewhere': 'Send it to another place, or discard it.',
  'feedback.remedy.look-again':
    'Look at where it would go now and send it anew, or discard it. If the change surprises you, ask your co-op.',
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
  'feedback.kind.comment': 'Comment',
  'feedback.tab.write': 'Write',
  'feedback.more': 'More',
  'feedback.send.keys': 'Ctrl+Enter',
  'feedback.preview.close': 'Close',
  'feedback.picture.taken':
    'The image is ready, {width} × {height} pixels. Crop or black out what nobody should see, then attach it.',
  'feedback.picture.covers':
    '{count, plural, =0 {} one {1 part is blacked out. Its position is below.} other {# parts are blacked out. Their positions are below.}}',
  'feedback.untitled': 'No text yet',
  'feedback.severity.low': 'low',
  'feedback.severity.middle': 'middle',
  'feedback.severity.high': 'high',
  'feedback.title': '{kind}: {name}',
  'feedback.build': '{name} (build {build})',
  'feedback.severityLine': 'How bad: {severity}',

  'page.feedback': 'Feedback',
  'menu.feedback': 'Give feedback…',
  'feedback.give': 'Give feedback',

  'feedback.readers.everybody': 'everybody on the internet',
  'feedback.readers.repository': 'whoever can see the repository {place}',
  'feedback.readers.room': 'everybody in the room {place}',
  'feedback.readers.people': '{people} and you',

  'feedback.heading': 'What works, what is broken, what would be better?',
  'feedback.loading': 'Looking up what you wrote…',
  'feedback.failed': 'That did not work. Please try again.',
  'feedback.none':
    'Your co-op’s document does not say where feedback goes. Whoever keeps the document can add a room or a repository under “feedback”.',
  'feedback.about': 'What is it about?',
  'feedback.about.app': 'Coop Tray itself',
  'feedback.about.other': 'Something else',
  'feedback.about.staging': 'Staging sites',
  'feedback.about.services': 'Services',
  'feedback.buildField': 'Build',
  'feedback.buildField.help':
    '{newest, select, none {As the site itself shows it. Leave it empty if you do not know.} other {The newest is {newest}.}}',
  'feedback.oldApp':
    'You are on an old build: this is Coop Tray {version}, and {newest} is there. Please see first whether the newer one does it too.',
  'feedback.oldBuild':
    'You are on an old build: {build}, and {newest} is there. Please see first whether the newer one does it too.',
  'feedback.kindField': 'What kind?',
  'feedback.severityField': 'How bad is it?',
  'feedback.textField': 'In your words',
  'feedback.textField.help':
    'What did you do, what happened, what did you expect? Addresses, phone numbers, passwords, tokens and names in paths are taken out before it is sent. The preview shows each, and you can leave it in.',
  'feedback.diagnostics': 'Send along what the app knows',
  'feedback.diagnostics.help':
    'Its version, your system, and the last checks of what it is about. The preview shows all of it.',
  'feedback.where': 'Where to?',
  'feedback.where.readers': 'To {place}, read by {readers}.',
  'feedback.signIn':
    'You are not signed in there. Sign in below; what you send now waits until then.',
  'feedback.form':
    'You are not signed in to GitHub. You can fill in GitHub’s own form in the browser, or send it: then it waits until you sign in.',
  'feedback.openForm': 'Open GitHub’s form',
  'feedback.openForm.tooLong':
    'That is too long for GitHub’s form. Write it shorter, or sign in and send it from here.',

  'feedback.picture': 'Picture',
  'feedback.picture.screen': 'Picture of the screen',
  'feedback.picture.choose': 'Choose a window…',
  'feedback.picture.choosing': 'Which window or screen?',
  'feedback.picture.onlyScreen': 'The whole screen',
  'feedback.picture.oneScreen': 'Screen {number}',
  'feedback.picture.noName': 'A window without a name',
  'feedback.picture.sameName': '{name} ({number})',
  'feedback.picture.file': 'Choose a file…',
  'feedback.picture.help':
    'This window steps aside while the picture is taken. You can also paste a picture with {keys}.',
  'feedback.picture.impossible':
    'This desktop lets no program look at the screen. Take the picture with the desktop’s own key, then paste it here with {keys}, or choose the file.',
  'feedback.picture.not-a-picture': 'That is no picture that can be read. PNG and JPEG can.',
  'feedback.picture.too-large': 'That picture is too large.',
  'feedback.picture.unwritable': 'The disk takes nothing more, so the picture cannot be kept.',
  'feedback.picture.gone': 'The picture is no longer there.',
  'feedback.picture.alt': 'The picture as it will be sent, {width} × {height} pixels',
  'feedback.picture.remove': 'Remove the picture',
  'feedback.picture.use': 'Use this picture',
  'feedback.picture.cancel': 'Leave it out',
  'feedback.picture.editHelp':
    'Drag over it to cut it to a part or to black something out, or use the fields below. What is cut or blacked out is gone from the picture and leaves this window nowhere.',
  'feedback.picture.mode': 'Dragging',
  'feedback.picture.mode.crop': 'cuts',
  'feedback.picture.mode.cover': 'blacks out',
  'feedback.picture.fields': 'Cut and black out with the keyboard',
  'feedback.picture.crop': 'Part that is kept',
  'feedback.picture.cover': 'Blacked out {number}',
  'feedback.picture.addCover': 'Black out a part',
  'feedback.picture.uncover': 'Show part {number} again',
  'feedback.picture.whole': 'Keep the whole',
  'feedback.picture.x': 'Left',
  'feedback.picture.y': 'Top',
  'feedback.picture.width': 'Width',
  'feedback.picture.height': 'Height',

  'feedback.preview': 'See exactly what is sent',
  'feedback.preview.line': 'Goes to {name} ({place}). Read by {readers}.',
  'feedback.preview.raw': 'Byte for byte',
  'feedback.preview.message': 'Message',
  'feedback.preview.image': 'Picture, {size}',
  'feedback.preview.file': 'File {name}, {size}',
  'feedback.preview.kilobytes': '{size, number, ::.#} kB',
  'feedback.preview.pictureAbove': 'The picture above, as it is now.',
  'feedback.preview.leavesOutPicture':
    'GitHub takes no pictures from other programs: yours is not sent. You can add it on the issue’s page afterwards.',
  'feedback.missing.text': 'Write something to send it.',
  'feedback.missing.about': 'Choose what it is about.',
  'feedback.missing.destination': 'There is nowhere to send it to.',
  'feedback.redacted': 'Taken out: {what}.',
  'feedback.redacted.email': '{count, plural, one {an e-mail address} other {# e-mail addresses}}',
  'feedback.redacted.address':
    '{count, plural, one {a machine’s address} other {# machines’ addresses}}',
  'feedback.redacted.token': '{count, plural, one {a token} other {# tokens}}',
  'feedback.redacted.account': '{count, plural, one {a Matrix account} other {# Matrix accounts}}',
  'feedback.redacted.phone': '{count, plural, one {a phone number} other {# phone numbers}}',
  'feedback.redacted.number':
    '{count, plural, one {a personal or bank number} other {# personal or bank numbers}}',
  'feedback.redacted.place': '{count, plural, one {a postal address} other {# postal addresses}}',
  'feedback.redacted.room': '{count, plural, one {a room} other {# rooms}}',
  'feedback.redacted.password': '{count, plural, one {a password} other {# passwords}}',
  'feedback.redacted.home': '{count, plural, one {a name} other {# names}}',
  'feedback.redacted.query':
    '{count, plural, one {a part of a web address} other {# parts of web addresses}}',
  'feedback.redacted.credentials':
    '{count, plural, one {a name and password} other {# names and passwords}}',
  'redact.legend': 'Taken out before it is sent. Tick what may be read:',
  'redact.legend.copy': 'Left out of the copy. Tick what may be read:',
  'redact.leaveIn': 'Leave in: {text} ({what})',
  'feedback.send': 'Send',
  'feedback.send.to': 'Send to {name}',
  'feedback.lookAgain': 'Something has changed since you looked. Look again at what is sent.',

  'feedback.list': 'What you wrote',
  'feedback.list.empty': 'Nothing yet. What you send stays in this list, with the answer to it.',
  'feedback.item.to': 'to {name}',
  'feedback.item.open': 'Open in the browser',
  'feedback.item.edit': 'Go on writing',
  'feedback.item.retry': 'Try again',
  'feedback.item.redirect': 'Send to {name} instead',
  'feedback.item.discard': 'Discard',
  'feedback.item.discard.sure': 'Discard “{title}”? It cannot be brought back.',
  'feedback.item.keep': 'Keep',
  'feedback.item.labelsDropped':
    'GitHub left out {count, plural, one {this label} other {these labels}}: {labels}. It takes labels only from those who may change the repository; all the rest has arrived.',
  'feedback.item.of': '{action}: {title}',
  'feedback.told': '{title}: {phase}',

  'feedback.shortcut': 'Give feedback from anywhere with {keys}',
  'feedback.shortcut.taken':
    'Another program has this key, or the desktop gives none away. The tray’s menu leads there too.',
  'feedback.signIn.title': 'Sign in for {name}',
  'feedback.similar.title':
    'This may be known already. Agree with it instead of writing it again, or go on.',
  'feedback.similar.open': 'Look',
  'feedback.similar.openOne': 'Look at “{title}”',
  'feedback.similar.agree': 'Me too (+1)',
  'feedback.similar.agreeWith': 'Me too: “{title}”',
  'feedback.similar.mine': 'You wrote this.',
  'feedback.similar.done': 'Your +1 has been added.',
  'feedback.similar.failed': 'That could not be added. Please try again later.',
} as const;
