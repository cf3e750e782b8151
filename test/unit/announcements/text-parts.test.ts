import { expect, test } from 'vitest';
import { hasLink, partsOf } from '../../../shared/announcements/text-parts.ts';

const links = (text: string) =>
  partsOf(text).flatMap((part) => (part.is === 'link' ? [part.text] : []));

test.each([
  ['See https://coop.example/a?b=1.', ['https://coop.example/a?b=1']],
  ['(http://coop.example:8080/x), then', ['http://coop.example:8080/x']],
  ['https://a.example https://b.example', ['https://a.example', 'https://b.example']],
  ['javascript:alert(1) file:///etc/passwd', []],
  ['https://coop.example@evil.example/', []],
  ['https://cоop.example/ in Cyrillic', []],
  ['https://coop.example\u202E/elpmaxe', ['https://coop.example']],
  ['https://', []],
  [`https://coop.example/${'x'.repeat(500)}`, []],
  ['<a href="https://coop.example">Click</a>', ['https://coop.example']],
  ['no link at all', []],
])('%s', (text, found) => {
  expect(links(text)).toEqual(found);
});

test('the parts are the text, whole', () => {
  const text = 'On https://coop.example: read, then https://b.example/c!';
  expect(
    partsOf(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
  expect(hasLink(text, 'https://coop.example')).toBe(true);
  expect(hasLink(text, 'https://evil.example')).toBe(false);
});
