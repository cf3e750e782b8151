import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { expandPreset, presets } from '../../../shared/coop/presets.ts';
import { presetNames } from '../../../shared/coop/preset-names.ts';
import { parseSource } from '../../../shared/coop/source.ts';
import { witnessesOf } from '../../../shared/coop/witnesses.ts';

const good = { id: 'site', name: 'Site', probe: { type: 'http', url: 'https://a.example' } };
const parse = (document: unknown) => parseCoopDocument(JSON.stringify(document));

function parsed(services: unknown[]) {
  const result = parse({ version: 1, name: 'Co-op', services });
  if (!result.ok) throw new Error(result.error.code);
  return result.document;
}

describe('the frame', () => {
  test.each([
    ['not JSON', '<html>', 'not-json', '$'],
    ['an array', '[]', 'not-a-coop-document', '$.version'],
    ['no name', '{"version":1,"services":[]}', 'not-a-coop-document', '$.name'],
    ['no services', '{"version":1,"name":"x"}', 'not-a-coop-document', '$.services'],
    ['a newer version', '{"version":2,"name":"x","services":[]}', 'needs-newer', undefined],
    [
      'a wrong time',
      '{"version":1,"name":"x","services":[],"quietHours":{"outside":{"days":[],"from":"9","to":"18:00"}}}',
      'not-a-coop-document',
      '$.quietHours.outside.from',
    ],
  ])('%s', (_what, text, code, path) => {
    const result = parseCoopDocument(text);
    expect(result.ok ? undefined : [result.error.code, result.error.problem?.path]).toEqual([
      code,
      path,
    ]);
  });
});

describe('a bad service costs no other', () => {
  test('its error names the JSON path', () => {
    const { services, problems } = parsed([
      good,
      { id: 'x', name: 'X', probe: { type: 'http', url: 'ftp://x' } },
    ]);
    expect(services.map((one) => one.unreadable?.code)).toEqual([undefined, 'document']);
    expect(problems[0]?.path).toBe('$.services[1].probe.url');
  });

  test('a probe of a newer version says so', () => {
    const { services, problems } = parsed([
      { id: 'x', name: 'X', probe: { type: 'carrier-pigeon' } },
    ]);
    expect(services[0]?.unreadable).toEqual({
      code: 'needs-newer',
      params: { type: 'carrier-pigeon' },
    });
    expect(problems[0]?.path).toBe('$.services[0].probe.type');
  });

  test('one that is nothing at all keeps a place', () => {
    const { services } = parsed([null, 7, good]);
    expect(services.map((one) => one.service.id)).toEqual(['service-0', 'service-1', 'site']);
  });

  test('its made-up id does not push out a service that carries it', () => {
    const { services } = parsed([null, { ...good, id: 'service-0' }]);
    expect(services.map((one) => one.service.id)).toEqual(['service-0-', 'service-0']);
  });

  test('a path that may run for ever is refused', () => {
    const unsafe = [{ on: 'json', path: "$[?match(@, '(a+)+b')]", is: 'exists' }];
    const { problems } = parsed([
      { id: 'x', name: 'X', probe: { type: 'http', url: 'https://x.example', expect: unsafe } },
    ]);
    expect(problems[0]?.path).toBe('$.services[0].probe.expect[0].path');
  });

  test('a second service of the same id is left out and said so', () => {
    const { services, problems } = parsed([good, good]);
    expect(services).toHaveLength(1);
    expect(problems[0]?.path).toBe('$.services[1].id');
  });

  test('a page that could run code is refused', () => {
    const { problems } = parsed([{ ...good, url: 'javascript:alert(1)' }]);
    expect(problems[0]?.path).toBe('$.services[0].url');
  });

  test('unknown keys are left to newer versions', () => {
    expect(parsed([{ ...good, colour: 'blue' }]).problems).toEqual([]);
  });
});

describe('feeds', () => {
  const feed = { id: 'page', type: 'statuspage', url: 'https://status.example' };
  const withFeeds = (feeds: unknown, services: unknown[] = [good]) => {
    const result = parse({ version: 1, name: 'Co-op', services, feeds });
    if (!result.ok) throw new Error(result.error.code);
    return result.document;
  };

  test('are read with their defaults', () => {
    expect(withFeeds([feed])).toMatchObject({
      feeds: [{ ...feed, slug: 'default', intervalS: 120 }],
      problems: [],
    });
  });

  test.each([
    ['no object', 7, '$.feeds[0]'],
    ['a type of a newer version', { ...feed, type: 'pigeon' }, '$.feeds[0].type'],
    ['an address that could run code', { ...feed, url: 'javascript:alert(1)' }, '$.feeds[0].url'],
    ['a hurry', { ...feed, intervalS: 10 }, '$.feeds[0].intervalS'],
    ['a slug that leads elsewhere', { ...feed, slug: '../../admin' }, '$.feeds[0].slug'],
  ])('a bad one costs nothing else: %s', (_what, bad, path) => {
    const document = withFeeds([bad, { ...feed, id: 'other' }]);
    expect(document.feeds.map((one) => one.id)).toEqual(['other']);
    expect(document.services[0]?.unreadable).toBeUndefined();
    expect(document.problems.map((one) => one.path)).toEqual([path]);
  });

  test('a type of a newer version says so', () => {
    const [problem] = withFeeds([{ ...feed, type: 'pigeon' }]).problems;
    expect(problem).toMatchObject({ code: 'newer-type', params: { got: 'pigeon' } });
  });

  test('a second one of the same id, or one that is not there, is a problem of its own', () => {
    const service = { ...good, feed: { feed: 'nowhere', component: 'Site' } };
    const document = withFeeds([feed, feed], [service]);
    expect(document.problems.map((one) => one.path)).toEqual([
      '$.feeds[1].id',
      '$.services[0].feed.feed',
    ]);
    expect(document.services[0]?.unreadable).toBeUndefined();
  });
});

test.each([
  ['hypha.coop', 'https://hypha.coop/.well-known/coop-tray.json'],
  ['  Hypha.COOP ', 'https://hypha.coop/.well-known/coop-tray.json'],
  ['https://hypha.coop', 'https://hypha.coop/.well-known/coop-tray.json'],
  ['https://hypha.coop/tray.json', 'https://hypha.coop/tray.json'],
  ['http://127.0.0.1:8000/x.json', 'http://127.0.0.1:8000/x.json'],
  ['http://hypha.coop/tray.json', undefined],
  ['http://127.0.0.1.evil.example/x', undefined],
  ['https://user:secret@hypha.coop/', undefined],
  ['javascript:alert(1)', undefined],
  ['ftp://hypha.coop', undefined],
  ['/home/me/coop.json', '/home/me/coop.json'],
  ['~/coop.json', '~/coop.json'],
  ['file:///home/me/coop.json', 'file:///home/me/coop.json'],
  ['C:\\coop.json', 'C:\\coop.json'],
  ['coop.json', 'coop.json'],
  ['not an address', undefined],
  ['', undefined],
])('“%s” names %s', (typed, expected) => {
  const source = parseSource(typed);
  expect(source && (source.kind === 'web' ? source.url : source.path)).toBe(expected);
});

test('too many of anything is refused', () => {
  const many = (length: number, one: unknown) => Array.from({ length }, () => one);
  const frame = (more: object) => JSON.stringify({ version: 1, name: 'x', services: [], ...more });
  const witness = { host: 'a.example', port: 443 };
  const probe = {
    type: 'http',
    url: 'https://a.example',
    expect: many(21, { on: 'body', contains: 'x' }),
  };
  expect(parseCoopDocument(frame({ services: many(5001, good) })).ok).toBe(false);
  expect(parseCoopDocument(frame({ witnesses: many(9, witness) })).ok).toBe(false);
  expect(parsed([{ ...good, probe }]).problems[0]?.path).toBe('$.services[0].probe.expect');
  const http = { type: 'http', url: 'https://a.example' };
  const probes: readonly (readonly [object, string])[] = [
    [{ ...http, expect: [{ on: 'status', in: many(501, 200) }] }, 'expect[0].in'],
    [{ ...http, certificate: { warnDays: many(101, 1) } }, 'certificate.warnDays'],
    [{ type: 'dns', name: 'a.example', contains: 'a'.repeat(1025) }, 'contains'],
  ];
  for (const [one, at] of probes) {
    const { problems } = parsed([{ ...good, probe: one }]);
    expect(problems[0]?.path).toBe(`$.services[0].probe.${at}`);
  }
});

describe('presets', () => {
  test.each(presetNames)('%s asks below the service’s address', (preset) => {
    const probe = expandPreset({
      type: 'preset',
      preset,
      url: 'https://a.example/base/',
      keyword: 'a b',
      certificate: { trust: 'any', warnDays: [7] },
      timeoutMs: 5000,
    });
    expect(probe).toMatchObject({ type: 'http', certificate: { trust: 'any' }, timeoutMs: 5000 });
    expect('url' in probe && probe.url).toMatch(/^https:\/\/a\.example\/base\/[^/{]/);
    expect(presets[preset].expect.length).toBeGreaterThan(0);
  });
});

describe('who can tell whether we are online', () => {
  const at = (url: string) => ({
    ...good,
    id: url.replaceAll(/\W/g, ''),
    probe: { type: 'http', url },
  });

  test('the document’s witnesses', () => {
    const result = parse({
      version: 1,
      name: 'x',
      services: [good],
      witnesses: [{ host: 'w.example', port: 53 }],
    });
    expect(result.ok && witnessesOf(result.document)).toEqual([{ host: 'w.example', port: 53 }]);
  });

  test('else the services’ own hosts, if there are several', () => {
    const document = parsed([
      at('https://a.example/x'),
      at('https://a.example/y'),
      at('http://b.example'),
      at('https://[::1]:8443/z'),
    ]);
    expect(witnessesOf(document)).toEqual([
      { host: 'a.example', port: 443 },
      { host: 'b.example', port: 80 },
      { host: '[::1]', port: 8443 },
    ]);
    expect(witnessesOf(parsed([at('https://a.example'), at('https://b.example')]))).toEqual([]);
  });
});
