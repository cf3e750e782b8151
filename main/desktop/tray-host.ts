import { execFile } from 'node:child_process';

/** The question takes no longer than this, in ms. */
const answerMs = 3000;

/**
 * Whether this desktop shows tray icons. Only Linux may lack a place for them (GNOME without an extension); where the
 * question cannot be asked, the answer is yes, because most can.
 */
export function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true);
  const question = [
    'call',
    '--session',
    '--timeout',
    '2',
    '--dest',
    'org.freedesktop.DBus',
    '--object-path',
    '/org/freedesktop/DBus',
    '--method',
    'org.freedesktop.DBus.NameHasOwner',
    'org.kde.StatusNotifierWatcher',
  ];
  return new Promise((resolve) => {
    execFile('gdbus', question, { timeout: answerMs }, (error, stdout) => {
      resolve(error ? true : !stdout.includes('false'));
    });
  });
}
