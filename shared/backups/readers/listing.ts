/** Finds snapshot names in a listing, each with its data set or folder. Pure; linear time. */

export type Listed = Readonly<{
  /** `tank/Office files`, `/backups/staging`; empty if the name has no prefix. */
  of: string;
  /** `2026-11-24`; may not be a valid date. */
  date: string;
  hour: number;
  minute: number;
}>;

const stamp = /auto-(\d{4}-\d{2}-\d{2})_(\d{2})-(\d{2})/g;
/** In characters; no data set or path is longer. */
const longestName = 4096;

/** Undefined is a pause after a number of lines or links. */
type Entries = Generator<Listed | undefined>;
const entriesPerStep = 5000;

/** `url`: URL of the listing. */
export function listed(text: string, url: string): Entries {
  return isPage(text) ? inPage(text, url) : inLines(text);
}

/** Whether the listing is empty: by `zfs list` (no output with `-H`), or by a web server's index page. */
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

function* inLines(text: string): Entries {
  let heading = '';
  let isLastColumn = false;
  for (const [at, line] of linesOf(text)) {
    if (at % entriesPerStep === entriesPerStep - 1) yield undefined;
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

/** `ls -R` prints each folder on its own line. */
function headingOf(line: string): string | undefined {
  if (line.length > longestName || !line.endsWith(':')) return undefined;
  return line.slice(0, -1);
}

/** Mode, links, owner, group, size and time in `ls -l`. */
const longListing =
  /^[-dlbcps][-rwxsStT]{9}\S*\s+\d+\s+\S+\s+\S+\s+\d\S*\s+(?:\d{4}-\d\d-\d\d\s+\S+(?:\s+[+-]\d{4})?|\S+\s+\S+\s+\S+)\s/;

/**
 * The data set before the name, from the start of the line: names may contain spaces, so splitting at one could merge
 * two data sets. Only unambiguous columns are removed. Undefined if longer than any name.
 */
function ownerOf(before: string, isLastColumn: boolean): string | undefined {
  if (before.length > longestName) return undefined;
  const columns = before.replace(longListing, '').split(isLastColumn ? /\t| {2,}/ : '\t');
  const [last = ''] = columns.slice(-1);
  // A space before the snapshot name means that there is no data set.
  if (/[\s"']$/.test(last) || last === '') return '';
  return last.replace(/^[\s,;"']+/, '').replace(/[@/]$/, '');
}

/** In characters; maximum length of a suffix, such as the retention time. */
const longestTail = 100;

function endOfWord(line: string, from: number): number {
  const tail = line.slice(from, from + longestTail);
  const length = tail.search(/[\s,;"']/);
  return from + (length === -1 ? tail.length : length);
}

const link = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** Uses the links of a page, or its text if no link is a snapshot. */
function* inPage(text: string, url: string): Entries {
  const folders = new Map<string, string>();
  let isLinked = false;
  let count = 0;
  for (const [, double, single] of text.matchAll(link)) {
    count += 1;
    if (count % entriesPerStep === 0) yield undefined;
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

/** Empty for the page's own folder. */
function folderOf(before: string, url: string): string {
  const base = pathOf(url.replace(/[?#].*$/s, '')).replace(/\/?$/, '/');
  const path = pathOf(before).replace(/^(?:\.\/)+/, '');
  const rest = path.startsWith(base) ? path.slice(base.length) : path;
  return decoded(rest).replace(/[@/]$/, '');
}

/** Removes scheme and host, if any. */
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
