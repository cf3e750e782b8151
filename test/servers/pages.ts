/** Pages in the encodings of the web, and texts as pages write them; each says “Coopérative”. */

export type EncodedPage = Readonly<{ what: string; bytes: Buffer }>;

export const name = 'Coopérative';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const page = (type: string | undefined, body: Buffer): Buffer => {
  const head = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  return Buffer.concat([
    latin1(`HTTP/1.1 200 OK\r\n${head}Content-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
};
const utf16 = (text: string, isLittleEndian = true) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittleEndian ? bytes : bytes.swap16();
};

const inLatin1 = latin1(`<p>${name}</p>`);
/** An encoding in which the letter has another byte than in the browsers' default. */
const inMac = latin1('<p>Coop\x8erative</p>');
const inUtf8 = Buffer.from(`<p>${name}</p>`);
const html = (head: string, body = inLatin1) =>
  Buffer.concat([latin1(`<!doctype html><html><head>${head}</head><body>`), body]);

export const encodedPages: readonly EncodedPage[] = [
  ['UTF-8, told', page('text/html; charset=utf-8', inUtf8)],
  ['Latin-1, told', page('text/html; charset=ISO-8859-1', inLatin1)],
  ['Latin-1, told in quotation marks', page('text/html; charset="iso-8859-1"', inLatin1)],
  ['Latin-1, told by its old name', page('text/html;charset=latin1', inLatin1)],
  ['Latin-1, told with white space', page('text/html ; charset = ISO-8859-1', inLatin1)],
  ['Latin-1, told before another', page('text/html; charset=iso-8859-1; charset=utf-8', inLatin1)],
  [
    'Latin-1, told in the second of two types',
    page('text/html; charset=utf-8, text/html; charset=iso-8859-1', inLatin1),
  ],
  ['Latin-9, told', page('text/plain; charset=iso-8859-15', latin1(name))],
  ['Latin-1, not told', page('text/html', inLatin1)],
  ['Latin-1 of no type', page(undefined, latin1(`<!doctype html><p>${name}</p>`))],
  ['Latin-1 in an encoding that nobody knows', page('text/html; charset=klingon', inLatin1)],
  ['Latin-1, told by a meta', page('text/html', html('<meta charset="iso-8859-1">'))],
  [
    'Latin-1, told by an old meta',
    page(
      'text/html',
      html('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1252">'),
    ),
  ],
  [
    'Latin-1, told by a meta after a long head',
    page('text/html', html(`<script>/*${'x'.repeat(3000)}*/</script><meta charset=latin1>`)),
  ],
  [
    'UTF-8 by its header, another by its meta',
    page('text/html; charset=utf-8', html('<meta charset="iso-8859-1">', inUtf8)),
  ],
  [
    'UTF-8 by a meta, with a comment before',
    page('text/html', html('<!-- <meta charset="koi8-r"> --><meta charset="utf-8">', inUtf8)),
  ],
  ['UTF-8 by a meta of UTF-16', page('text/html', html('<meta charset="utf-16">', inUtf8))],
  [
    'UTF-8 by its mark, another by its header',
    page('text/html; charset=iso-8859-1', Buffer.concat([latin1('\xef\xbb\xbf'), inUtf8])),
  ],
  ['UTF-16 by its mark', page('text/html', utf16(`\ufeff<p>${name}</p>`))],
  ['UTF-16 the other way by its mark', page('text/html', utf16(`\ufeff<p>${name}</p>`, false))],
  ['UTF-16 by its header', page('text/html; charset=utf-16le', utf16(`<p>${name}</p>`))],
  [
    'XML in Latin-1',
    page(
      'application/xhtml+xml',
      latin1(
        `<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${name}</body></html>`,
      ),
    ),
  ],
  [
    'HTML with the declaration of XML',
    page('text/html', latin1(`<?xml version='1.0' encoding='iso-8859-1'?><p>${name}</p>`)),
  ],

  ['Mac, told by a meta', page('text/html', html('<meta charset="macintosh">', inMac))],
  [
    'Mac, told by an old meta',
    page(
      'text/html',
      html(`<META CONTENT='text/html;charset=macintosh' HTTP-EQUIV='content-type'>`, inMac),
    ),
  ],
  [
    'Mac, told by a meta without quotation marks',
    page('text/html', html('<meta name=a content="b>c"><meta/charset=x-mac-roman>', inMac)),
  ],
  [
    'Mac, told by a meta after a long head',
    page('text/html', html(`<style>${'p{}'.repeat(900)}</style><meta charset=macintosh>`, inMac)),
  ],
  [
    'Mac, told by a meta that is not first',
    page('text/html', html('<meta charset=klingon><meta charset=macintosh>', inMac)),
  ],
  [
    'Mac, told after a comment',
    page('text/html', html('<!-- <meta charset="utf-8"> --><meta charset="macintosh">', inMac)),
  ],
  [
    'Mac, told by its header against a meta',
    page('text/html; charset=macintosh', html('<meta charset="utf-8">', inMac)),
  ],
  [
    'Mac in the declaration of XML',
    page('text/html', Buffer.concat([latin1(`<?xml version="1.0" encoding="macintosh"?>`), inMac])),
  ],
  [
    'XML in Mac',
    page(
      'application/xml',
      latin1('<?xml version="1.0" encoding="macintosh"?><p>Coop\x8erative</p>'),
    ),
  ],
  ['a letter by its name', page('text/html', latin1('<p>Coop&eacute;rative</p>'))],
  ['a letter by its number', page('text/html', latin1('<p>Coop&#233;rative</p>'))],
  ['a letter by its hexadecimal number', page('text/html', latin1('<p>Coop&#xE9;rative</p>'))],
  [
    'a letter and its accent',
    page('text/html; charset=utf-8', Buffer.from('<p>Coope\u0301rative</p>')),
  ],
  ['a soft hyphen in the word', page('text/html', latin1('<p>Coop&eacute;&shy;rative</p>'))],
].map(([what, bytes]) => ({ what: String(what), bytes: Buffer.from(bytes as Buffer) }));
