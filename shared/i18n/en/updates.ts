/** Updates of the app, in English. */
export const updates = {
  'updates.title': 'Updates',
  'updates.unset':
    'This build of Coop Tray doesn’t know where updates are published. Get new versions where you got this one.',
  'updates.failed': 'The updates couldn’t be loaded.',
  'updates.daily': 'Look for updates once a day',
  'updates.daily.off': 'Coop Tray looks for updates only when you check.',
  'updates.asked': 'Nothing is downloaded or installed until you say so.',
  'updates.channel': 'Which versions',
  'updates.channel.stable': 'Stable versions',
  'updates.channel.beta': 'Stable and beta versions',
  'updates.channel.leaving':
    'You have a beta. You keep it until a newer stable version is published.',
  'updates.good': 'Last successful check: {time}',
  'updates.never': 'No check has succeeded yet.',
  'updates.newest': 'You have the newest version (checked {time}).',
  'updates.checking': 'Checking for updates…',
  'updates.problem': 'The check failed ({time}). {why}',
  'updates.problem.other-app':
    'The server has updates for another app. Tell the makers of Coop Tray.',
  'updates.problem.other-channel':
    'The server mixes up stable and beta versions. Tell the makers of Coop Tray.',
  'updates.problem.clock-behind': 'This computer’s clock is behind. Set it, then check again.',
  'updates.problem.expired':
    'What the server says about updates is too old to rely on. See whether this computer’s clock is right, then check again in a few days.',
  'updates.problem.older':
    'The server offers an older version than before. Something may be holding updates back: check again on another network.',
  'updates.problem.contradicts':
    'What the server says about this version has changed. Don’t install it by hand; tell the makers of Coop Tray.',
  'updates.problem.unsigned':
    'The answer isn’t from the makers of Coop Tray. If your network asks you to sign in on a web page, do so, then check again.',
  'updates.problem.wrong-signature':
    'The signature is wrong: the answer was changed on its way, or isn’t from the makers of Coop Tray. Check again on another network.',
  'updates.problem.newer-form':
    'The updates are too new for this version. Get the new one where you got this one.',
  'updates.problem.unreadable':
    'The makers of Coop Tray published something this version can’t read. Tell them.',
  'updates.problem.no-access': 'The server refused access. Check again tomorrow.',
  'updates.problem.not-found': 'There’s nothing at the address for updates. Check again tomorrow.',
  'updates.problem.http-status': 'The server answered with {status}. Check again tomorrow.',
  'updates.problem.too-large':
    'The answer is too long to be one about updates. If your network asks you to sign in on a web page, do so, then check again.',
  'updates.problem.timeout':
    'The server didn’t answer in time. Check your connection, then check again.',
  'updates.problem.unreachable':
    'The server can’t be reached. Check your connection, then check again.',
  'updates.problem.internal':
    'That’s a bug in Coop Tray. Look for a new version where you got this one.',
  'updates.offer': 'Version {version} is available',
  'updates.offer.published': 'Published {date}',
  'updates.notes': 'What’s new',
  'updates.tooOld':
    'This version is no longer supported: it gets no more fixes. It keeps working, but please update.',
  'updates.overdue':
    '{count, plural, one {No check has succeeded for # day, so you may miss important updates.} other {No check has succeeded for # days, so you may miss important updates.}}',
  'updates.download': 'Download ({size})',
  'updates.downloading': 'Download',
  'updates.downloaded': '{got} of {all}',
  'updates.ready': 'Version {version} is downloaded and verified.',
  'updates.install': 'Install and restart',
  'updates.installing': 'Installing…',
  'updates.installed':
    'Version {version} is installed. It runs once you quit Coop Tray and start it again.',
  'updates.installedBelow':
    'Version {version} was installed while Coop Tray was running. Restart Coop Tray to use it: until then, some parts may not work.',
  'updates.restart': 'Restart Coop Tray',
  'updates.transfer.failed': '{why} Your version stays as it is.',
  'updates.transfer.wrong-file':
    'What was downloaded isn’t what the makers of Coop Tray published. Try again on another network.',
  'updates.transfer.cut-short': 'The download was cut short. Try again.',
  'updates.transfer.disk-full':
    'The disk is too full for the new version. Make room on the disk that Coop Tray is on, then try again.',
  'updates.transfer.not-writable':
    'The folder that Coop Tray is in can’t be changed. Move Coop Tray to a folder of yours, start it there, then try again.',
  'updates.transfer.disk-failing':
    'The disk that Coop Tray is on can’t be used right now. See whether it’s connected, or restart the computer, then try again.',
  'updates.transfer.gone':
    'The file that Coop Tray was started from isn’t there anymore. Start Coop Tray from where it is now, then try again.',
  'updates.transfer.not-found': 'The package isn’t on the server. Try again tomorrow.',
  'updates.transfer.http-status': 'The server has an error. Try again tomorrow.',
  'updates.transfer.timeout': 'The server took too long. Try again.',
  'updates.transfer.unreachable':
    'The server can’t be reached. Check your connection, then try again.',
  'updates.transfer.internal':
    'That’s a bug in Coop Tray. Get the new version from the download page.',
  'updates.page': 'Open the download page',
  'updates.command': 'Download {file}. Then enter this in a terminal, in the folder it’s in:',
  'updates.command.copy': 'Copy the command',
  'updates.command.copied': 'Copied',
  'updates.noPackage': 'There’s no package for this computer yet. The download page says more.',
  'updates.by.deb': 'Coop Tray was installed from a package (deb), which you update in a terminal.',
  'updates.by.rpm': 'Coop Tray was installed from a package (rpm), which you update in a terminal.',
  'updates.by.nix': 'Coop Tray comes from Nix: update it as you do your other packages.',
  'updates.by.mac': 'Download the new version and put it in the place of this one.',
  'updates.by.windows': 'Download the new version and open it.',
  'updates.by.folder': 'Download the new version and put it in the place of this one.',
  'updates.by.appimage-fixed':
    'The folder of this AppImage can’t be changed, so Coop Tray can’t update itself there. Move the AppImage to a folder of yours, or download the new version.',
  'updates.by.appimage-mounted':
    'AppImageLauncher started this AppImage, so Coop Tray can’t update itself. Update it with AppImageLauncher, or download the new version.',
  'updates.by.appimage-gone':
    'The AppImage that Coop Tray was started from isn’t there anymore. Download the new version.',
  'updates.store.flatpak': 'Flatpak updates Coop Tray, like your other apps.',
  'updates.store.snap': 'Snap updates Coop Tray, like your other apps.',
  'updates.told.title': 'Coop Tray {version} is available',
  'updates.told.body': 'Read what’s new in the settings. Nothing is downloaded until you say so.',
  'today.update.offered': 'Coop Tray {version} is available',
  'today.update.ready': 'Coop Tray {version} is ready to install',
  'today.update.installed': 'Coop Tray {version} is installed: restart the app to use it',
  'today.update.too-old': 'Your version of Coop Tray is no longer supported',
  'today.update.too-old.more': 'It gets no more fixes. It keeps working.',
  'today.update.overdue':
    '{count, plural, one {Coop Tray couldn’t check for updates for # day} other {Coop Tray couldn’t check for updates for # days}}',
  'today.update.open': 'View updates',
} as const;
