/** Turns events, oldest first, into numbered pages and an index, with at most one page in memory. */
import type { LeftOutKind, RawEvent, Shown } from '../../../shared/room-export/event.ts';
import { editedBy, leftOutKind, leftOutKinds, shownOf } from '../../../shared/room-export/event.ts';
import type { Link, PageWords } from './page.ts';
import { dayHtml, documentHtml, messageHtml, plain } from './page.ts';
import type { Progress } from './progress.ts';

const pageMessages = 1000;
const pageChars = 2_000_000;
/** Messages shown in their edited form, to be remembered so that the edit is not shown again. */
const editsRemembered = 10_000;

export type Book = Readonly<{
  add: (event: RawEvent) => Promise<void>;
  end: () => Promise<Readonly<{ pages: number; shown: number; leftOut: LeftOut }>>;
}>;

/** How many events of each type are on no page. */
export type LeftOut = Readonly<Record<LeftOutKind, number>>;

type Day = { title: string; items: string[] };

const pageName = (number: number) => `page-${String(number).padStart(4, '0')}.html`;

export function createHtmlExport(
  words: PageWords,
  progress: Progress,
  write: (name: string, text: string) => Promise<void>,
): Book {
  const { t, times } = words;
  const edited = new Set<string>();
  const contents: Link[] = [];
  let days: Day[] = [];
  let messages = 0;
  let chars = 0;
  let shownInAll = 0;
  const leftOut = { state: 0, reaction: 0, removal: 0, vote: 0, other: 0 };

  const put = (shown: Shown) => {
    const title = shown.atUtcMs === undefined ? t('rooms.page.noTime') : times.date(shown.atUtcMs);
    const html = messageHtml(words, progress.roomId, shown);
    const day = days.at(-1);
    if (day?.title === title) day.items.push(html);
    else days.push({ title, items: [html] });
    messages += 1;
    chars += html.length;
    shownInAll += 1;
  };
  const writePage = async (isLast: boolean) => {
    const number = contents.length + 1;
    const links = [
      { href: 'index.html', text: t('rooms.page.index') },
      ...(number > 1 ? [{ href: pageName(number - 1), text: t('rooms.page.earlier') }] : []),
      ...(isLast ? [] : [{ href: pageName(number + 1), text: t('rooms.page.later') }]),
    ];
    const body = days.map(({ title, items }) => dayHtml(title, items)).join('');
    const title = t('rooms.page.title', { name: progress.name, number });
    await write(pageName(number), documentHtml(words, title, links, body));
    const [from, to] = [days[0]?.title ?? '', days.at(-1)?.title ?? ''];
    contents.push({ href: pageName(number), text: t('rooms.page.range', { from, to, messages }) });
    days = [];
    messages = 0;
    chars = 0;
  };

  return {
    add: async (event) => {
      const shown = shownOf(event);
      if (!shown) {
        leftOut[leftOutKind(event)] += 1;
        return;
      }
      if (shown.kind === 'edit' && edited.has(editedBy(event) ?? '')) return;
      // Only when the next page begins is it known that this one is not the last.
      if (messages >= pageMessages || chars >= pageChars) await writePage(false);
      put(shown);
      if (shown.before !== undefined) remember(edited, shown.eventId);
    },
    end: async () => {
      if (messages > 0) await writePage(true);
      await write(
        'index.html',
        indexHtml(words, progress, contents, { shown: shownInAll, leftOut }),
      );
      return { pages: contents.length, shown: shownInAll, leftOut };
    },
  };
}

/** Drops the oldest, whose edit is then shown a second time. */
function remember(edited: Set<string>, eventId: string): void {
  edited.add(eventId);
  const [oldest] = edited;
  if (edited.size > editsRemembered && oldest !== undefined) edited.delete(oldest);
}

function indexHtml(
  words: PageWords,
  progress: Progress,
  contents: readonly Link[],
  { shown, leftOut }: Readonly<{ shown: number; leftOut: LeftOut }>,
): string {
  const { t, times } = words;
  const about = t('rooms.page.about', {
    room: progress.room,
    user: progress.userId,
    date: times.date(progress.startedUtcMs),
    shown,
  });
  const rest = t('rooms.page.rest', { events: progress.events });
  const pages = contents.map(({ href, text }) => `<li><a href="${href}">${plain(text)}</a></li>`);
  const out = leftOutKinds
    .filter((kind) => leftOut[kind] > 0)
    .map((kind) => t(`rooms.page.leftOut.${kind}`, { count: leftOut[kind] }));
  const lost =
    progress.unreadable > 0 ? [t('rooms.page.unreadable', { count: progress.unreadable })] : [];
  const left = out.length > 0 ? [t('rooms.page.leftOut', { kinds: out.join(', ') })] : [];
  const body = [about, rest, ...left, ...lost, t('rooms.page.files')].map(
    (one) => `<p dir="auto">${plain(one)}</p>`,
  );
  return documentHtml(
    words,
    progress.name,
    [],
    `${body.join('\n')}\n<ol>\n${pages.join('\n')}\n</ol>`,
  );
}
