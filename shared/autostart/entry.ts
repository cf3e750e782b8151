/**
 * The file that starts the app when the member logs in: an autostart entry of freedesktop.org, with the quoting of its
 * Desktop Entry Specification 1.5. Pure.
 */
import { appId } from '../identity.ts';
import { decodedValue, encodedValue, execWords, quoted } from './exec.ts';

export const hiddenFlag = '--hidden';

/** Tells our file from one of the same name. Desktops that edit the file keep it, as the specification asks. */
const mark = ['X-CoopTray-Autostart', 'true'] as const;
const group = '[Desktop Entry]';
/** How desktops turn an entry off: Xfce, KDE and LXQt; GNOME and Cinnamon; MATE. */
const offSwitches = [
  ['Hidden', 'true'],
  ['X-GNOME-Autostart-enabled', 'false'],
  ['X-MATE-Autostart-enabled', 'false'],
] as const;

/** `program` is an absolute path. */
export function autostartEntry(program: string): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Type', 'Application'],
    ['Name', 'Coop Tray'],
    ['Exec', execOf(program)],
    ['Icon', appId],
    ['Terminal', 'false'],
    ['StartupNotify', 'false'],
    ['X-GNOME-Autostart-enabled', 'true'],
    // After the panel, which shows the icon; in seconds. KDE counts in phases, of which 2 is the last.
    ['X-GNOME-Autostart-Delay', '5'],
    ['X-KDE-autostart-phase', '2'],
    mark,
  ];
  return `${[group, ...lines.map(([key, value]) => `${key}=${value}`)].join('\n')}\n`;
}

function execOf(program: string): string {
  // GLib looks for the program before it has made one sign of two, and refuses an entry without a program. `env` takes
  // a name with an equals sign for a variable; there is no way to write one with both.
  const starter = program.includes('%') && !program.includes('=') ? 'env ' : '';
  return encodedValue(`${starter}${quoted(program)} ${hiddenFlag}`);
}

/** What is known of a file in the place of ours. */
export type EntryLook = Readonly<{ isOurs: boolean; isOff: boolean }>;

export function lookAtEntry(text: string): EntryLook {
  const values = new Map(entryLines(text).map(({ key, value }) => [key, value]));
  const has = ([key, value]: readonly [string, string]) => values.get(key)?.toLowerCase() === value;
  return { isOurs: has(mark), isOff: offSwitches.some(has) };
}

/**
 * Our entry, so that it starts `program`; undefined if it does already. Everything else that the member or their desktop
 * has written into it stays, such as that it is off.
 */
export function repairedEntry(text: string, program: string): string | undefined {
  const exec = entryLines(text).findLast(({ key }) => key === 'Exec');
  if (exec && starts(decodedValue(exec.value), program)) return undefined;
  const lines = text.split('\n');
  const line = `Exec=${execOf(program)}`;
  const at = exec?.at ?? lines.findIndex((one) => one.trim() === group) + 1;
  return lines.toSpliced(at, exec ? 1 : 0, line).join('\n');
}

/** Also through a shell or another program, as a member may have written it. */
function starts(exec: string, program: string): boolean {
  const words = execWords(exec) ?? [];
  return words.some((word) => word === program || word.split(/[\s'";&|]+/).includes(program));
}

type EntryLine = Readonly<{ at: number; key: string; value: string }>;

/** The lines of the entry's own group. Of equal keys, the last counts. */
function entryLines(text: string): readonly EntryLine[] {
  let isInside = false;
  return text.split('\n').flatMap((raw, at) => {
    const line = raw.trim();
    if (line.startsWith('[')) isInside = line === group;
    const [, key, value] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    return isInside && key !== undefined && value !== undefined ? [{ at, key, value }] : [];
  });
}
