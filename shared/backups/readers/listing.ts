/** Names of snapshots in a listing, each with what it is of: the data set, or the folder that it lies in. Pure, and linear. */

export type Listed = Readonly<{
  /** `tank/Office files`, `/backups/staging`; empty where nothing stands before the name. */
  of: string;
  /** `2026-11-24`, perhaps of no calendar. */
  date: string;
  hour: number;
  minute: number;
}>;

const stamp = /auto-(\d{4}-\d{2}-\d{2})_(\d{2})-(\d{2})/g;
/** Neither a data set nor a path is longer, in characters. */
const longestName = 4096;

/** Undefined is a pause: so many lines, or links, were looked at. */
type Looks = Generator<Listed | undefined>;
const looksAtOnce = 5000;

/** `url`: where the listing was found. */
export function listed(text: string, url: string): Looks {
  return isPage(text) ? inPage(text, url) : inLines(text);
}

/** What `zfs list` says, with `-H` nothing at all, and a web server's page of a folder, where there is nothing. */
export function isEmptyListing(text: string): boolean {
  if (isPage(text)) return /<title>\s*Index of /i.test(text.slice(0, 4096));
  const rest = text.trim();
  if (rest.length > 200) return false;
  return (
    rest === '' ||
    rest === 'no datasets available' ||
    /^(?:[A-Z]+\s+)*NAME(?:\s+[A-Z]+)*$/.test(rest)
  );
}

function isPage(text: string): boolean {
  return text.slice(0, 1024).trimStart().startsWith('<');
}

function* inLines(text: string): Looks {
  let heading = '';
  let isLastColumn = false;
  for (const [at, line] of linesOf(text)) {
    if (at % looksAtOnce === looksAtOnce - 1) yield undefined;
    if (at === 0) isLastColumn = /^\S.*\sNAME\b/.test(line.slice(0, 200));
    let from = 0;
    for (const match of line.matchAll(stamp)) {
      const end = match.index + match[0].length;
      const of = ownerOf(line.slice(Math.min(from, match.index), match.index), isLastColumn);
      from = endOfWord(line, end);
      if (of !== undefined) yield snapshotOf(match, of || heading);
    }
    if (from === 0) heading = headingOf(line) ?? heading;
  }
}

function* linesOf(text: string): Generator<readonly [number, string]> {
  let from = 0;
  for (let at = 0; from <= text.length; at += 1) {
    const end = text.indexOf('\n', from);
    const until = end === -1 ? text.length : end;
    yield [at, text.slice(from, until).replace(/\r$/, '')];
    from = until + 1;
  }
}

/** `ls -R` says the folder on a line of its own. */
function headingOf(line: string): string | undefined {
  if (line.length > longestName || !line.endsWith(':')) return undefined;
  return line.slice(0, -1);
}

/** Mode, links, owner, group, size and time of `ls -l`. */
const longListing =
  /^[-dlbcps][-rwxsStT]{9}\S*\s+\d+\s+\S+\s+\S+\s+\d\S*\s+(?:\d{4}-\d\d-\d\d\s+\S+(?:\s+[+-]\d{4})?|\S+\s+\S+\s+\S+)\s/;

/**
 * Names have blanks in them, so what stands before belongs to the name, from the line's beginning on: cut at a blank,
 * two would be one. Only columns that are sure to be columns are left out. Undefined for what is longer than any name.
 */
function ownerOf(before: string, isLastColumn: boolean): string | undefined {
  if (before.length > longestName) return undefined;
  const columns = before.replace(longListing, '').split(isLastColumn ? /\t| {2,}/ : '\t');
  const [last = ''] = columns.slice(-1);
  // A blank before the name ends whatever was before.
  if (/[\s"']$/.test(last) || last === '') return '';
  return last.replace(/^[\s,;"']+/, '').replace(/[@/]$/, '');
}

/** What may follow a name, such as how long it is to be kept, in characters. */
const longestTail = 100;

function endOfWord(line: string, from: number): number {
  const tail = line.slice(from, from + longestTail);
  const length = tail.search(/[\s,;"']/);
  return from + (length === -1 ? tail.length : length);
}

const link = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** By the links of a page; where it has none to a snapshot, by its text. */
function* inPage(text: string, url: string): Looks {
  const folders = new Map<string, string>();
  let isLinked = false;
  let looks = 0;
  for (const [, double, single] of text.matchAll(link)) {
    looks += 1;
    if (looks % looksAtOnce === 0) yield undefined;
    const address = double ?? single ?? '';
    if (address.length > longestName) continue;
    const [match] = address.matchAll(stamp);
    if (!match) continue;
    isLinked = true;
    const before = address.slice(0, match.index);
    const of = folders.get(before) ?? folderOf(before, url);
    folders.set(before, of);
    yield snapshotOf(match, of);
  }
  if (!isLinked) yield* inLines(text.replaceAll(/<[^<>]*>/g, '\n'));
}

/** Empty for the folder of the page itself. */
function folderOf(before: string, url: string): string {
  const base = pathOf(url.replace(/[?#].*$/s, '')).replace(/\/?$/, '/');
  const path = pathOf(before).replace(/^(?:\.\/)+/, '');
  const rest = path.startsWith(base) ? path.slice(base.length) : path;
  return decoded(rest).replace(/[@/]$/, '');
}

/** Without the server, where there is one. */
function pathOf(address: string): string {
  return address.replace(/^(?:https?:)?\/\/[^/]*/i, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function snapshotOf([, date = '', hour, minute]: RegExpExecArray, of: string): Listed {
  return { of, date, hour: Number(hour), minute: Number(minute) };
}
