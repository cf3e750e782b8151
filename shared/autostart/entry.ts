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
/** How desktops turn an entry off: Xfce, KDE and LXQt; GNOME and Cinnamon; MATE. GLib also reads figures. */
const offSwitches = [
  ['Hidden', /^(?:true|1)$/i],
  ['X-GNOME-Autostart-enabled', /^(?:false|0)$/i],
  ['X-MATE-Autostart-enabled', /^(?:false|0)$/i],
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

/** `desktop`: the names of the one that runs, as in `XDG_CURRENT_DESKTOP`. */
export function lookAtEntry(text: string, desktop: string): EntryLook {
  const values = new Map(entryLines(text).map(({ key, value }) => [key, value]));
  const [key, isSet] = mark;
  return {
    isOurs: values.get(key)?.toLowerCase() === isSet,
    isOff:
      offSwitches.some(([name, off]) => off.test(values.get(name) ?? '')) ||
      !isForDesktop(values, desktop),
  };
}

/** Members who have two desktops keep an entry from one of them by these lists. The first name that one has decides. */
function isForDesktop(values: ReadonlyMap<string, string>, desktop: string): boolean {
  const listOf = (key: string) => (values.get(key) ?? '').split(';').filter(Boolean);
  const [only, not] = [listOf('OnlyShowIn'), listOf('NotShowIn')];
  const name = desktop.split(':').find((one) => only.includes(one) || not.includes(one));
  return name === undefined ? !values.has('OnlyShowIn') : only.includes(name);
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
