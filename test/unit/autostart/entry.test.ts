/** The file that starts the app at login: written, read back, and repaired. */
import { describe, expect, test } from 'vitest';
import { autostartEntry, lookAtEntry, repairedEntry } from '../../../shared/autostart/entry.ts';
import { decodedValue, execWords } from '../../../shared/autostart/exec.ts';
import { oddPrograms } from '../../fixtures/odd-programs.ts';

const execIn = (text: string) => /^Exec=(.*)$/m.exec(text)?.[1] ?? '';
const ours = autostartEntry('/usr/bin/coop-tray');

test('is what desktops expect', () => {
  expect(ours).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Coop Tray',
      'Exec=/usr/bin/coop-tray --hidden',
      'Icon=io.github.hyphacoop.CoopTray',
      'Terminal=false',
      'StartupNotify=false',
      'X-GNOME-Autostart-enabled=true',
      'X-GNOME-Autostart-Delay=5',
      'X-KDE-autostart-phase=2',
      'X-CoopTray-Autostart=true',
      '',
    ].join('\n'),
  );
});

// GLib, which GNOME, Xfce and others start it with, reads the same: test/integration/autostart/gio.test.ts.
test.each(oddPrograms)('%j comes back from the file as it was', (program) => {
  const text = autostartEntry(program);
  expect(text.split('\n')).toHaveLength(12);
  expect(execWords(decodedValue(execIn(text)))?.slice(-2)).toEqual([program, '--hidden']);
  expect(repairedEntry(text, program)).toBeUndefined();
});

test.each<[string, string]>([
  ['/opt/Coop Tray/coop-tray', '"/opt/Coop Tray/coop-tray" --hidden'],
  // A value has its escapes, and a quoted argument in it has others.
  ['/a\\b $c', '"/a\\\\\\\\b \\\\$c" --hidden'],
  // GLib looks for a program of this very name, unless another one starts it.
  ['/100%', 'env "/100%%" --hidden'],
  ['/a\nb', '"/a\\nb" --hidden'],
])('%j is written as the specification says', (program, expected) => {
  expect(execIn(autostartEntry(program))).toBe(expected);
});

test.each<[string, readonly string[] | undefined]>([
  ['/usr/bin/coop-tray --hidden', ['/usr/bin/coop-tray', '--hidden']],
  ['  /usr/bin/coop-tray   --hidden  ', ['/usr/bin/coop-tray', '--hidden']],
  ['"/opt/a b/c" %U', ['/opt/a b/c']],
  // libappimage #159: some escape a blank instead of quoting.
  ['/opt/a\\ b/c', ['/opt/a b/c']],
  ['env X=1 "/opt/a"/b', ['env', 'X=1', '/opt/a/b']],
  ['"never closed', undefined],
  ['', []],
])('the command %j is %j', (text, words) => {
  expect(execWords(text)).toEqual(words);
});

describe('read back', () => {
  const changed = (from: string, to: string) => ours.replace(from, to);
  test.each<[string, string, boolean, boolean]>([
    ['as it was written', ours, true, false],
    ['turned off in Xfce, KDE or LXQt', `${ours}Hidden=true\n`, true, true],
    ['turned on there again', `${ours}Hidden=true\nHidden=false\n`, true, false],
    ['turned off in GNOME', changed('enabled=true', 'enabled=false'), true, true],
    ['turned off in MATE', `${ours}X-MATE-Autostart-enabled=false\n`, true, true],
    ['with a capital', `${ours}Hidden=True\n`, true, true],
    ['in figures', `${ours}Hidden=1\n`, true, true],
    ['in figures, in GNOME', changed('enabled=true', 'enabled=0'), true, true],
    ['with blanks around the sign', `${ours}Hidden = true\n`, true, true],
    [
      'with the line ends of Windows',
      `${ours.replaceAll('\n', '\r\n')}Hidden=true\r\n`,
      true,
      true,
    ],
    ['with a note', `# mine\n\n${ours}`, true, false],
    // rssguard #15, mate-session-manager #292: whatever a desktop means by it, it is not off.
    ['with a misspelt value', `${ours}Hidden=ture\n`, true, false],
    ['off in another group', `${ours}\n[Desktop Action x]\nHidden=true\n`, true, false],
    ['of somebody else', changed('X-CoopTray-Autostart=true\n', ''), false, false],
    [
      'with our mark in another group',
      `[Other]\n${ours.replace('[Desktop Entry]', '')}`,
      false,
      false,
    ],
    ['empty', '', false, false],
    ['no desktop entry', '<html>', false, false],
    ['the key alone', 'X-CoopTray-Autostart', false, false],
  ])('%s', (_what, text, isOurs, isOff) => {
    expect(lookAtEntry(text, 'GNOME')).toEqual({ isOurs, isOff });
  });
});

// lxqt/lxqt#746: with and without a semicolon at the end. The answers are those of GLib's g_desktop_app_info_get_show_in.
test.each<[string, string, boolean]>([
  ['OnlyShowIn=KDE;', 'KDE', false],
  ['OnlyShowIn=KDE', 'KDE', false],
  ['OnlyShowIn=LXQt;KDE', 'KDE', false],
  ['OnlyShowIn=KDE;', 'GNOME', true],
  ['OnlyShowIn=KDE;', 'kde', true],
  ['OnlyShowIn=KDE;', '', true],
  ['OnlyShowIn=GNOME;', 'ubuntu:GNOME', false],
  ['OnlyShowIn=', 'GNOME', true],
  ['NotShowIn=GNOME;', 'GNOME', true],
  ['NotShowIn=GNOME;KDE', 'KDE', true],
  ['NotShowIn=GNOME;', 'ubuntu:GNOME', true],
  ['NotShowIn=KDE;', 'GNOME', false],
  ['NotShowIn=KDE;', '', false],
  ['OnlyShowIn=ubuntu;\nNotShowIn=GNOME;', 'ubuntu:GNOME', false],
  ['NotShowIn=ubuntu;\nOnlyShowIn=GNOME;', 'ubuntu:GNOME', true],
])('with %j in %j it is off: %s', (lines, desktop, isOff) => {
  expect(lookAtEntry(`${ours}${lines}\n`, desktop)).toEqual({ isOurs: true, isOff });
});

describe('repaired', () => {
  const moved = '/home/sam/Coop Tray.AppImage';

  // cozy-desktop #1107: the file named the version before.
  test('names the program that runs now, and keeps everything else', () => {
    const edited = `# by Sam\n${ours}Hidden=true\nX-GNOME-Autostart-Delay=60\n`;
    const repaired = repairedEntry(edited, moved);
    expect(repaired).toBe(
      edited.replace('Exec=/usr/bin/coop-tray', 'Exec="/home/sam/Coop Tray.AppImage"'),
    );
    expect(lookAtEntry(repaired ?? '', 'GNOME')).toEqual({ isOurs: true, isOff: true });
  });

  test.each<[string, string]>([
    ['another switch', 'Exec=/usr/bin/coop-tray --hidden --ozone-platform=x11'],
    ['a variable', 'Exec=env LANG=fr_CA.UTF-8 /usr/bin/coop-tray --hidden'],
    ['a shell that waits', "Exec=sh -c 'sleep 20; /usr/bin/coop-tray --hidden'"],
    ['a shell in quotes', 'Exec=sh -c "sleep 20 && /usr/bin/coop-tray --hidden"'],
  ])('a command of the member’s own stays: %s', (_what, exec) => {
    const edited = ours.replace(/^Exec=.*$/m, () => exec);
    expect(repairedEntry(edited, '/usr/bin/coop-tray')).toBeUndefined();
  });

  test.each<[string, string]>([
    ['a longer name', 'Exec=/usr/bin/coop-tray-old --hidden'],
    ['a quote that is never closed', 'Exec="/usr/bin/coop-tray --hidden'],
    ['nothing', 'Exec='],
  ])('a command that starts something else does not: %s', (_what, exec) => {
    const edited = ours.replace(/^Exec=.*$/m, () => exec);
    expect(repairedEntry(edited, '/usr/bin/coop-tray')).toBe(ours);
  });

  test('a file without a command gets one', () => {
    const without = ours.replace(/^Exec=.*\n/m, '');
    expect(execIn(repairedEntry(without, '/usr/bin/coop-tray') ?? '')).toBe(
      '/usr/bin/coop-tray --hidden',
    );
  });
});
