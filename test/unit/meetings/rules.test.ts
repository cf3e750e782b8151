/** Filling a template in, the day in an address, which event is a meeting, and what is a template at all. */
import { describe, expect, test } from 'vitest';
import type { Tokens } from '../../../shared/coop/meetings.ts';
import { dayAddress } from '../../../shared/meetings/day-address.ts';
import type { Parts } from '../../../shared/meetings/fill-template.ts';
import { fillTemplate } from '../../../shared/meetings/fill-template.ts';
import { isOf, nextEvent, occasionOf } from '../../../shared/meetings/match.ts';
import { readTemplate } from '../../../shared/meetings/template.ts';

const usual: Tokens = { date: '{{date}}', title: '{{title}}', room: '{{room}}' };
const parts: Parts = {
  date: '2026-12-01',
  title: 'Infrastructure',
  room: 'https://link.maple.example/calls',
};

test.each<[what: string, template: string, tokens: Partial<Tokens>, parts: Parts, filled: string]>([
  [
    'all parts',
    '# {{date}} {{title}}\n{{room}}',
    {},
    parts,
    `# 2026-12-01 Infrastructure\n${parts.room}`,
  ],
  ['a token that occurs again', '{{date}}, {{date}}', {}, parts, '2026-12-01, 2026-12-01'],
  ['text without tokens', '# Notes\n', {}, parts, '# Notes\n'],
  ['an unknown token', '{{date}} {{cultivator}}', {}, parts, '2026-12-01 {{cultivator}}'],
  ['a token in other letters', '{{Date}} {{ date }}', {}, parts, '{{Date}} {{ date }}'],
  [
    'a part that is unknown',
    '{{room}} {{date}}',
    {},
    { date: '2026-12-01' },
    '{{room}} 2026-12-01',
  ],
  // As in the archive links of the notes that the first co-op had before.
  [
    'a token of the template’s own',
    '# YYYY-MM-DD {{title}}\n?filename=YYYY-MM-DD-infrastructure.md&value=Empty%20file',
    { date: 'YYYY-MM-DD' },
    parts,
    '# 2026-12-01 Infrastructure\n?filename=2026-12-01-infrastructure.md&value=Empty%20file',
  ],
  [
    'signs of a pattern in a token',
    '[date] .* (x)',
    { date: '[date]', title: '.*', room: '(x)' },
    parts,
    `2026-12-01 Infrastructure ${parts.room}`,
  ],
  [
    'of two tokens that begin alike, the longer',
    'D DATE',
    { date: 'D', title: 'DATE' },
    { date: '1', title: '2' },
    '1 2',
  ],
  // A dollar sign is a command in `String.replace` (mjml 449, backport-action 694).
  ['dollar signs', 'a {{title}} b', {}, { title: "$& $$ $1 $` $'" }, "a $& $$ $1 $` $' b"],
  ['a token in a title', '{{title}} {{date}}', {}, { title: '{{date}}', date: '1' }, '{{date}} 1'],
  ['a later token in a title', '{{title}}', {}, { title: '{{room}}', room: 'x' }, '{{room}}'],
  ['lines in a title', '# {{title}}\n', {}, { title: 'A\r\n# B\u2028C' }, '# A # B C\n'],
  ['what turns the text around', '{{title}}', {}, { title: 'a\u202Eb\u2066c\0d' }, 'a b c d'],
  ['what nobody sees', '{{title}}', {}, { title: '\ufeffIn\u00adfra\u200b👩‍💻' }, 'Infra👩‍💻'],
  [
    'emoji and front matter',
    '---\nbreaks: false\n---\n# 🌱 {{title}}',
    {},
    parts,
    '---\nbreaks: false\n---\n# 🌱 Infrastructure',
  ],
])('a template with %s', (_what, template, tokens, given, filled) => {
  expect(fillTemplate(template, { ...usual, ...tokens }, given)).toBe(filled);
});

test.each([
  ['https://pads.example/infra-{yyyy-mm-dd}', 'https://pads.example/infra-2026-12-01'],
  ['https://pads.example/{yyyy}/{mm}/{dd}', 'https://pads.example/2026/12/01'],
  [
    'https://pads.example/{yyyy}{mm}{dd}?x={yyyy-mm-dd}',
    'https://pads.example/20261201?x=2026-12-01',
  ],
  ['https://pads.example/{YYYY}-{week}', 'https://pads.example/{YYYY}-{week}'],
  ['https://pads.example/all-hands', 'https://pads.example/all-hands'],
  // As browsers copy it from their address bar (whatwg/url 16, emogrifier 240, mjml 664).
  ['https://pads.example/infra-%7Byyyy-mm-dd%7D', 'https://pads.example/infra-2026-12-01'],
  ['https://pads.example/%7byyyy%7d/%7Bmm}?d={dd%7D', 'https://pads.example/2026/12?d=01'],
  [
    'https://pads.example/%7Bweek%7D/%257Byyyy%257D',
    'https://pads.example/%7Bweek%7D/%257Byyyy%257D',
  ],
])('the day in %s', (address, expected) => {
  expect(dayAddress(address, '2026-12-01')).toBe(expected);
});

describe('an event of the calendar', () => {
  test.each<[match: Parameters<typeof isOf>[0]['match'], title: string, is: boolean]>([
    [undefined, 'All-hands', true],
    [undefined, 'ALL HANDS!', true],
    [undefined, 'All-hands retreat', false],
    [{ exact: 'Comité élargi' }, 'COMITE ELARGI', true],
    [{ exact: 'Comité élargi' }, 'Comité', false],
    [{ prefix: 'Infra' }, 'Infrastructure WG', true],
    [{ prefix: 'Infra' }, 'infra: backups', true],
    [{ prefix: 'Infra' }, 'The infra', false],
    [{ prefix: 'Œuvre' }, 'oeuvres', true],
    // A private event has no title, and a pattern of signs alone matches nothing.
    [{ prefix: '…' }, 'Busy', false],
    [{ exact: '…' }, '', false],
    [{ exact: '例会' }, '例会', true],
    // What nobody sees (mark.js 69), such as what joins an emoji (excalibrain 226).
    [{ prefix: 'Infra' }, '👩‍💻 Infra: backups', true],
    [{ prefix: 'Infra' }, '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Infra', true],
    [{ prefix: 'Infra' }, '\u200eIn\u00adfra', true],
    [{ exact: 'All\u200bhands' }, 'All​hands', true],
    [{ exact: '👩‍💻' }, '👨‍🌾', false],
  ])('%j is it, with the title “%s”: %j', (match, title, is) => {
    expect(isOf({ name: 'All hands', match }, title)).toBe(is);
  });

  test('is the one under way, or else the next; not one that is over', () => {
    const event = (title: string, startUtcMs: number) => ({
      title,
      startUtcMs,
      endUtcMs: startUtcMs + 60,
    });
    const events = [
      event('Infra', 0),
      event('Other', 50),
      event('Infra', 100),
      event('Infra', 200),
    ];
    const at = (nowUtcMs: number) => nextEvent({ name: 'Infra' }, events, nowUtcMs)?.startUtcMs;
    expect([0, 59, 60, 159, 160, 260].map(at)).toEqual([0, 0, 100, 100, 200, undefined]);
  });

  // It was over as it began (openstreetmap-calendar 59).
  test('is under way for half an hour if the calendar gives it no end', () => {
    const events = [{ title: 'Infra', startUtcMs: 0, endUtcMs: 0 }];
    const at = (nowUtcMs: number) => nextEvent({ name: 'Infra' }, events, nowUtcMs)?.startUtcMs;
    expect([0, 1, 30 * 60_000 - 1, 30 * 60_000].map(at)).toEqual([0, 0, 0, undefined]);
  });
});

describe('notes', () => {
  const hour = 3_600_000;
  /** Hours since the beginning of the day. */
  const event = (title: string, from: number, to: number) => ({
    title,
    startUtcMs: from * hour,
    endUtcMs: to * hour,
  });
  const dayOf = (atUtcMs: number) => String(Math.floor(atUtcMs / hour / 24));
  const weekly = [
    event('Infra', 10, 11),
    event('Other', 12, 13),
    event('Infra', 24 * 7 + 10, 24 * 7 + 11),
  ];
  const daily = [event('Infra', 10, 10.25), event('Infra', 34, 34.25)];
  const twice = [event('Infra', 9, 10), event('Infra', 16, 17), event('Infra', 33, 34)];
  const open = [event('Infra', 10, 10), event('Infra', 34, 34)];

  test.each<[what: string, events: typeof weekly, at: number, from: number | undefined]>([
    ['before a meeting of today', weekly, 8, 10],
    ['during it', weekly, 10.5, 10],
    // They take longer, and notes are finished after them.
    ['after it, however soon the next is', daily, 11, 10],
    ['after one without an end', open, 12, 10],
    ['in the evening', weekly, 23, 10],
    // Agendas are written days before (MeetingBar 145, upnext 57): a pad of a day without a meeting is nobody’s.
    ['a day later', weekly.slice(1), 30, 24 * 7 + 10],
    ['between two of today', twice, 12, 16],
    ['after two of today', twice, 20, 16],
    ['without any', weekly.slice(1, 2), 8, undefined],
  ])('are, %s, for that one', (_what, events, at, from) => {
    const nowUtcMs = at * hour;
    const moment = { nowUtcMs, today: dayOf(nowUtcMs), dayOf };
    const found = occasionOf({ name: 'Infra' }, events, moment);
    expect(found?.startUtcMs).toBe(from === undefined ? undefined : from * hour);
  });

  // It takes a thousand times longer than a look at a title, and a calendar may have 500 events.
  test('asks for the day of no event but its own', () => {
    const asked: number[] = [];
    const noted = (atUtcMs: number) => {
      asked.push(atUtcMs);
      return dayOf(atUtcMs);
    };
    const moment = { nowUtcMs: 30 * hour, today: dayOf(30 * hour), dayOf: noted };
    occasionOf({ name: 'Infra' }, [event('Other', 25, 26), event('Infra', 27, 28)], moment);
    occasionOf({ name: 'Care' }, [event('Other', 31, 32)], moment);
    expect(asked).toEqual([27 * hour]);
  });
});

const address = 'https://pads.example/t/download';

test.each<[what: string, body: string, url: string, code: string | undefined]>([
  ['Markdown', '# Notes\n', address, undefined],
  ['Markdown that begins with HTML', '<sup>[from template]</sup>\n', address, undefined],
  ['Markdown that begins with a comment', '<!-- copy me -->\n# Notes', address, undefined],
  ['Markdown about pages', 'Write `<html>` in capitals.', address, undefined],
  ['a byte order mark', '\uFEFF# Notes', address, undefined],
  ['a page', '<!DOCTYPE html><html>', address, 'web-page'],
  ['a page after blanks', '\n\n  <html lang="en">', address, 'web-page'],
  // HedgeDoc leads guests who may not read a note to its front page, with 200.
  ['the front page of the pads', '<!DOCTYPE html>', 'https://pads.example/', 'web-page'],
  ['a sign-in', '<!doctype html>', 'https://pads.example/login?next=%2Ft', 'sign-in'],
  ['a sign-in of a forge', '<!DOCTYPE html>', 'https://git.example/users/sign_in', 'sign-in'],
  [
    'a single sign-on',
    '<html>',
    'https://id.example/realms/a/protocol/openid-connect/auth?x',
    'sign-in',
  ],
  ['a page about logins', '<html>', 'https://pads.example/blogin-tips', 'web-page'],
  ['Markdown at an address like that', '# Login', 'https://pads.example/login', undefined],
  // It was told from HTML only by its first bytes (cliget 55).
  [
    'a page of XHTML',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    address,
    'web-page',
  ],
  ['a page after comments', '<!-- saved -->\n<!-- x --><!doctype html>', address, 'web-page'],
  ['a page without a frame', '<meta charset="utf-8"><title>Pads</title>', address, 'web-page'],
  ['a page that only leads on', '<script>location = "/login"</script>', address, 'web-page'],
  ['Markdown after a comment and HTML', '<!-- x --><details>\n# Notes', address, undefined],
  ['Markdown with a heading of HTML', '<header># Notes</header>', address, undefined],
  ['a sign-in by its host', '<html>', 'https://auth.example/?rd=x', 'sign-in'],
  ['a sign-in of Google', '<html>', 'https://accounts.google.com/ServiceLogin?x', 'sign-in'],
  ['a sign-in by SAML', '<html>', 'https://id.example/0815/saml2?SAMLRequest=x', 'sign-in'],
  ['a sign-in of HedgeDoc', '<html>', 'https://pads.example/auth/ldap', 'sign-in'],
  ['a sign-in of GitLab', '<html>', 'https://git.example/users/auth', 'sign-in'],
  ['a page about authors', '<html>', 'https://pads.example/authors', 'web-page'],
  ['a picture', '\x89PNG\0\0', address, 'not-text'],
  // The reference that a repository has in the place of a large file (git-lfs 4278, rawgit 128).
  [
    'a pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:2d6c72fe\nsize 10\n',
    address,
    'not-text',
  ],
  [
    'an answer of an interface',
    '{"statusCode":404,"message":"Note not found"}',
    address,
    'not-text',
  ],
  ['a list of an interface', ' [{"id":1}]\n', address, 'not-text'],
  ['Markdown that begins with a link', '[Agenda](https://pads.example/a)', address, undefined],
  ['Markdown that begins with a box to tick', '[ ] Agenda', address, undefined],
  ['a token alone', '{{title}}', address, undefined],
  ['Latin 1', 'R\ufffdunion', address, 'not-text'],
  ['nothing', '', address, 'empty'],
  ['blanks', ' \n\t\n', address, 'empty'],
  // Of a read-only pad, whatever is in it (etherpad 3154).
  [
    'a pad that is new',
    'Welcome to Etherpad!\n\nThis pad text is',
    'https://pads.example/p/r.1/export/txt',
    'empty',
  ],
  // Pads of an association have their own first line.
  [
    'a pad that is new, of others',
    'Welcome to Maple Pads!\n\nThis pad text is synchronized as you type, so that everyone',
    'https://pads.example/p/t/export/txt',
    'empty',
  ],
  ['notes about pads', '# Welcome to Etherpad\n', address, undefined],
  ['nothing that can be seen', '\u200b\n\u2060', address, 'empty'],
])('an answer with %s', (_what, body, url, code) => {
  const answer = readTemplate(body, address, url);
  expect(answer.ok ? undefined : answer.code).toBe(code);
});

test.each<[asked: string, url: string, code: string]>([
  ['https://account.example/t', 'https://account.example/t', 'web-page'],
  ['http://www.auth.example/t', 'https://auth.example/t/', 'web-page'],
  ['https://account.example/t', 'https://account.example/login', 'sign-in'],
])('the page of %s at %s is a %s', (asked, url, code) => {
  expect(readTemplate('<html>', asked, url)).toEqual({ ok: false, code });
});

test('a byte order mark is no part of the notes', () => {
  expect(readTemplate('\uFEFF# Notes', address, address)).toEqual({ ok: true, text: '# Notes' });
});
