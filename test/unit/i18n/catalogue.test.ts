import { describe, expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import { domainLines } from '../../../shared/wording/domain.ts';
import { feedLine, feedNoteSentence } from '../../../shared/wording/feeds.ts';
import { fr } from '../../../shared/i18n/fr.ts';
import {
  directorySentence,
  noticeText,
  reasonSentence,
  summarySentence,
} from '../../../shared/wording/sentences.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { feedFaultCodes } from '../../../shared/feeds/reading.ts';
import { directoryErrors } from '../../../shared/coop/directory-error.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import type { Reason } from '../../../shared/observation/observation.ts';
import type { Summary } from '../../../shared/status/summary.ts';
import { reason, reasonCodes } from '../../../shared/observation/observation.ts';

const keys = Object.keys(en) as MessageKey[];
const placeholders = (message: string) =>
  // `{Reply}` is a variant of a plural, no argument: those begin with a small letter.
  [
    ...new Set([...message.matchAll(/\{([a-z]\w*)[,}]/g)].map((match) => match[1] ?? '')),
  ].toSorted();

test.each(keys)('%s has the same placeholders in both languages', (key) => {
  expect(placeholders(fr[key])).toEqual(placeholders(en[key]));
});

test('no French sentence was left in English', () => {
  const words = (message: string) => message.replaceAll(/\{.*?\}/g, '');
  const same = keys.filter((key) => en[key] === fr[key] && /\p{L}{3}/u.test(words(en[key])));
  expect(new Set(same)).toEqual(
    new Set([
      'app.name',
      'phase.dns',
      'phase.tls',
      'phase.total',
      'nav.label',
      'settings.version',
      'feedback.about.services',
      'feedback.kindField',
      'feedback.severityField',
      'feedback.preview.message',
      'feedback.preview.image',
      'settings.notifications',
      'emergency.contacts',
      'keys.held.control',
      'keys.held.alt',
      'history.incidents',
      'echo.report.when',
      'calls.details.when',
      'quickOpen.kind.service',
      'quickOpen.kind.page',
      'quickOpen.kind.action',
      'calls.options',
      'calls.compare.tests',
      'backupspage.table.reason',
      'cli.man.head.synopsis',
      'cli.man.head.description',
      'cli.man.head.options',
      'cli.value.source',
      'cli.value.service',
      'cli.value.argument',
      'cli.value.shell',
    ]),
  );
});

/** Parameters that the probes give each reason; a sentence with others would break on screen. */
const params: Readonly<Partial<Record<Reason['code'], Reason['params']>>> = {
  'dns-not-found': { host: 'a.example' },
  'dns-failed': { host: 'a.example' },
  'dns-answer': { got: '127.0.0.1' },
  timeout: { phase: 'firstByte', seconds: 10 },
  'address-forbidden': { address: '169.254.169.254' },
  'certificate-untrusted': { issuer: 'Nobody' },
  'certificate-incomplete': { issuer: 'Somebody' },
  'certificate-wrong-host': { host: 'a.example' },
  'tls-unknown-name': { host: 'a.example' },
  'certificate-not-yet-valid': { date: Date.UTC(2026, 10, 23) },
  'certificate-chain-expired': { name: 'Somebody', date: Date.UTC(2026, 10, 23) },
  'certificate-expired': { date: Date.UTC(2026, 10, 23) },
  'certificate-expiring': { days: 6, band: 7 },
  'certificate-chain-expiring': { name: 'Somebody', days: 6, band: 7 },
  status: { got: 503 },
  'headers-too-large': { limit: '256 KiB' },
  'answer-contradicts': { name: 'location' },
  'body-too-large': { limit: '256 KiB' },
  'body-mismatch': { got: 'shutting down', expected: 'ok' },
  'keyword-missing': { keyword: 'Welcome' },
  'keyword-present': { keyword: 'Error' },
  'json-missing': { path: '$.a' },
  'json-too-much': { path: '$.a' },
  'json-mismatch': { path: '$.a', got: 'false' },
  'header-missing': { name: 'server' },
  'header-mismatch': { name: 'server', got: 'x' },
  slow: { ms: 900, limitMs: 500 },
  'federation-partly': { host: 'a.example' },
  'proxy-tls-failed': { proxy: 'p.example:1' },
  'proxy-certificate-dates': { proxy: 'p.example:1' },
  'proxy-login-kind': { proxy: 'p.example:1', kinds: 'NTLM' },
  'proxy-refuses': { proxy: 'p.example:1' },
  'proxy-gateway': { proxy: 'p.example:1' },
  'proxy-target': { proxy: 'p.example:1' },
  'feed-down': { feed: 'Our hoster' },
  'feed-degraded': { feed: 'Our hoster' },
  'feed-incident': { feed: 'Our hoster', title: 'Fire' },
  'feed-maintenance': { feed: 'Our hoster' },
  'feed-planned': { feed: 'Our hoster', title: 'New disks' },
  'feed-unknown': { feed: 'Our hoster' },
  'feed-asleep': { feed: 'Our hoster' },
  document: { path: '$.services[0]', problem: 'text' },
  'needs-newer': { type: 'pigeon' },
  'domain-expiring': { domain: 'a.example', days: 6, band: 7 },
  'domain-expired': { domain: 'a.example', date: Date.UTC(2026, 10, 23), band: 0 },
  'domain-redemption': { domain: 'a.example', band: -1 },
  'domain-restoring': { domain: 'a.example', band: 0 },
  'domain-deleting': { domain: 'a.example', band: -2 },
  'domain-held': { domain: 'a.example', band: 1 },
  planned: { title: 'New disks' },
};

describe.each(locales)('in %s', (locale) => {
  const t = createTranslate(locale);
  const times = createTimes(locale, 'America/Toronto');

  test.each(reasonCodes)('the reason %s is a whole sentence', (code) => {
    const sentence = reasonSentence(t, times, reason(code, params[code]));
    expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
    expect(sentence).not.toMatch(/[{}]/);
  });

  test.each(directoryErrors)('the document error %s is a whole sentence', (code) => {
    const problem = { path: '$.name', code: 'text', params: {} } as const;
    expect(directorySentence(t, { code, problem }, 'hypha.coop')).toMatch(
      /^(\p{Lu}|hypha\.coop).*[.?]$/u,
    );
  });
});

test.each([
  ['en', { asOfUtcMs: 0, readAtUtcMs: 60_000 }, 'Our page: up, updated 00:00'],
  ['fr', { asOfUtcMs: 0, readAtUtcMs: 60_000 }, 'Our page : en service, mis à jour 00:00'],
  // It does not say when it measured; the time of reading is another matter.
  ['en', { readAtUtcMs: 60_000 }, 'Our page: up, checked 00:01'],
  ['fr', { readAtUtcMs: 60_000 }, 'Our page : en service, vérifié 00:01'],
  ['en', {}, 'Our page: up'],
] as const)('the word of a status page in %s, %j: %s', (locale, times, line) => {
  const feed = { name: 'Our page', verdict: 'up', ...times } as const;
  const said = feedLine(createTranslate(locale), createTimes(locale, 'UTC'), feed, 120_000);
  expect(said.replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(line);
});

test.each<[string, object, RegExp[]]>([
  ['nothing amiss', { endsUtcMs: 0 }, [/^a\.example, registered until /]],
  ['no end known', {}, [/expiry date unknown$/]],
  // The registry has moved the date, but the domain is unpaid.
  ['in redemption', { endsUtcMs: 0, standing: 'redemption' }, [/about to be lost/]],
  ['being deleted', { standing: 'deleting' }, [/is deleting/]],
  ['held', { endsUtcMs: 0, standing: 'held' }, [/out of DNS/, /registered until/]],
])('a domain with %s', (_what, more, lines) => {
  const domain = { name: 'a.example', ...more };
  const said = domainLines(createTranslate('en'), createTimes('en', 'UTC'), domain);
  expect(said).toEqual(lines.map((line) => expect.stringMatching(line)));
});

describe.each(locales)('a silent status page in %s', (locale) => {
  const words = [createTranslate(locale), createTimes(locale, 'America/Toronto')] as const;
  const params = { got: 503, path: '$.data', expected: 'an array', count: 9, limit: 3 };

  test.each(feedFaultCodes)('the fault %s is a whole sentence', (code) => {
    const note = { name: 'Our hoster', fault: { code, params } };
    const at = Date.UTC(2026, 10, 24, 19, 2);
    for (const one of [note, { ...note, readAtUtcMs: at }]) {
      expect(feedNoteSentence(...words, one, at)).toMatch(/^\p{Lu}.*Our hoster.*[.]$/u);
    }
  });

  test('one that does not answer says why', () => {
    const fault = { code: 'no-answer', params: {}, reason: reason('refused') } as const;
    const why = words[0]('reason.refused');
    expect(feedNoteSentence(...words, { name: 'x', fault }, 0)).toContain(why);
  });
});

describe('the tray’s sentence', () => {
  const t = createTranslate('en');
  const counts = {
    up: 12,
    degraded: 0,
    down: 2,
    maintenance: 0,
    unknown: 0,
    'no-access': 0,
    retired: 0,
  };
  const online = { state: 'online', sinceUtcMs: 0 } as const;
  const down = {
    overall: 'down',
    total: 14,
    muted: 0,
    counts,
    awaited: 0,
    worst: ['BigBlueButton', 'Pads'],
    maintained: [],
    onlyMine: false,
  } as const;

  test('names what is down', () => {
    expect(summarySentence(t, down, online)).toBe('2 of 14 down: BigBlueButton, Pads');
    const five = { ...down, counts: { ...counts, down: 5 }, worst: ['A', 'B', 'C', 'D', 'E'] };
    expect(summarySentence(t, five, online)).toBe('5 of 14 down: A, B, C and 2 more');
  });

  test('mentions what is muted', () => {
    const sentence = (summary: Partial<Summary>) =>
      summarySentence(t, { ...down, muted: 1, ...summary }, online);
    expect(sentence({})).toBe('2 of 14 down: BigBlueButton, Pads (1 muted)');
    expect(sentence({ overall: 'up' })).toBe('All services are working, 1 service muted');
    expect(sentence({ total: 0 })).toBe('The only service is muted');
  });

  test('says what does not work because of planned work, and whose services count', () => {
    const up = { ...down, overall: 'up', worst: [] } as const;
    expect(summarySentence(t, { ...up, maintained: ['Pads'] }, online)).toBe(
      'Pads is under maintenance, all other services are working',
    );
    expect(summarySentence(t, { ...up, onlyMine: true }, online)).toBe('Your services are working');
  });

  test('says first that we are offline', () => {
    expect(summarySentence(t, down, { state: 'offline', sinceUtcMs: 0 })).toBe('You’re offline');
  });
});

test('a notification says what, why and what to do instead', () => {
  const change = {
    serviceId: 'calls',
    name: 'Calls',
    from: 'up',
    to: 'down',
    reason: reason('refused'),
    instead: 'the phone line',
  } as const;
  const words = [createTranslate('en'), createTimes('en')] as const;
  expect(noticeText(...words, [change])).toEqual({
    title: 'Calls is down',
    body: 'The server is refusing connections. The service is probably not running. Use the phone line for now.',
    urgent: true,
  });
  const others = [change, { ...change, name: 'Pads', to: 'up', from: 'down' } as const];
  expect(noticeText(...words, others)).toEqual({
    title: '2 services changed',
    body: 'Calls: down. Use the phone line for now.\nPads: up',
    urgent: true,
  });
});

test('a list keeps what to use instead, unless it is long', () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const name = `S${at}`;
      return { serviceId: name, name, from: 'up', to: 'down', instead: `phone ${at}` } as const;
    });
  const bodyOf = (count: number) =>
    noticeText(createTranslate('en'), createTimes('en'), crowd(count)).body.split('\n');
  expect(bodyOf(3)).toEqual([0, 1, 2].map((at) => `S${at}: down. Use phone ${at} for now.`));
  expect(bodyOf(4)).toEqual([0, 1, 2, 3].map((at) => `S${at}: down`));
});

test('a notification leads to the emergency card where nothing else is advised', () => {
  const words = [createTranslate('en'), createTimes('en')] as const;
  const down = { serviceId: 'chat', name: 'Chat', from: 'up', to: 'down' } as const;
  const hint = 'Open the Emergency page in Coop Tray';
  expect(noticeText(...words, [down], { card: true }).body).toContain(hint);
  expect(noticeText(...words, [down]).body).not.toContain(hint);
  const advised = { ...down, instead: 'the phone' };
  expect(noticeText(...words, [advised], { card: true }).body).not.toContain(hint);
});

test('a notification of very many changes names the first and counts the rest', () => {
  const crowd = Array.from({ length: 500 }, (_, at) => {
    return { serviceId: `s${at}`, name: `S${at}`, from: 'up', to: 'down' } as const;
  });
  const { title, body } = noticeText(createTranslate('en'), createTimes('en'), crowd);
  expect(title).toBe('500 services are down');
  expect(body.split('\n').slice(7)).toEqual(['S7: down', 'and 492 more']);
});

test('no French sign is carried to the next line alone', () => {
  expect(fr['cli.help.usage']).toMatch(/ :/);
  expect(createTranslate('fr')('cli.help.usage', { words: '' })).not.toMatch(/ [:;?!»]|« /);
});
