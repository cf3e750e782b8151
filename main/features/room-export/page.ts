/** HTML pages of a room's history for any browser, without scripts and without requests. */
import { createHash } from 'node:crypto';
import escapeHtml from 'escape-html';
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Shown } from '../../../shared/room-export/event.ts';
import { visible } from '../../../shared/room-export/visible.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

export type PageWords = Readonly<{ t: Translate; times: Times; locale: string }>;

const style = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
body{max-width:50rem;margin:0 auto;padding:1rem}
ol{list-style:none;margin:0;padding:0}
li{padding:.35rem 0;border-top:1px solid light-dark(#dcdcd6,#3a3d41)}
h1{font-size:1.4rem}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:0;white-space:pre-wrap}
.by{color:light-dark(#565b60,#aab0b5)}
.removed,.encrypted{font-style:italic}
nav{display:flex;gap:1rem;flex-wrap:wrap;margin:1rem 0}
details{color:light-dark(#565b60,#aab0b5)}
`;
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

export type Link = Readonly<{ href: string; text: string }>;

/** `body` is HTML; everything else is text. */
export function documentHtml(
  { locale }: PageWords,
  title: string,
  links: readonly Link[],
  body: string,
): string {
  const nav = links.map(({ href, text }) => `<a href="${plain(href)}">${plain(text)}</a>`).join('');
  return `<!doctype html>
<html lang="${plain(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${plain(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${plain(title)}</h1>
${nav && `<nav>${nav}</nav>`}
${body}
</body>
</html>
`;
}

/** A heading with the day's messages. */
export function dayHtml(title: string, items: readonly string[]): string {
  return `<h2>${plain(title)}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n`;
}

export function messageHtml(words: PageWords, roomId: string, shown: Shown): string {
  const { t, times } = words;
  const { atUtcMs: at } = shown;
  const time =
    at === undefined
      ? plain(t('rooms.page.noTime'))
      : `<time datetime="${new Date(at).toISOString()}">${plain(times.clock(at, at))}</time>`;
  const thread = shown.inThread ? ` · ${plain(t('rooms.page.thread'))}` : '';
  const head = `<p class="by"><bdi>${plain(shown.sender)}</bdi> · ${time}${thread}</p>`;
  return `<li class="${shown.kind}">${head}${saidHtml(words, roomId, shown)}</li>`;
}

function saidHtml({ t }: PageWords, roomId: string, shown: Shown): string {
  const text = `<p dir="auto">${plain(shown.text)}</p>`;
  if (shown.kind === 'removed') return `<p>${plain(t('rooms.page.removed'))}</p>`;
  if (shown.kind === 'encrypted') return `<p>${plain(t('rooms.page.encrypted'))}</p>`;
  if (shown.kind === 'edit') return `<p class="by">${plain(t('rooms.page.edit'))}</p>${text}`;
  if (shown.kind === 'file')
    return `<p>${plain(t('rooms.page.file'))} ${fileHtml(roomId, shown)}</p>`;
  if (shown.kind === 'poll' && shown.before === undefined)
    return `<p>${plain(t('rooms.page.poll'))}</p>${text}`;
  if (shown.kind === 'emote') return `<p dir="auto"><i>* ${plain(shown.text)}</i></p>`;
  if (shown.before === undefined) return text;
  const first = `<p dir="auto">${plain(shown.before)}</p>`;
  return `${text}<details><summary>${plain(t('rooms.page.edited'))}</summary>${first}</details>`;
}

/** Links to the message in a Matrix client: servers return the file itself only to signed-in members. */
function fileHtml(roomId: string, { eventId, text }: Shown): string {
  const [room, event] = [roomId, eventId].map((id) => urlPart(id.slice(1)));
  return `<a href="matrix:roomid/${room}/e/${event}"><bdi>${plain(text)}</bdi></a>`;
}

export function plain(text: string): string {
  return escapeHtml(visible(text));
}
