import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { domainViews, judgeDomain, parseExpiry } from '../../../shared/status/domain.ts';
import type { Verdict } from '../../../shared/status/observation.ts';

const ends = Date.UTC(2026, 11, 20, 12);
const answer = (more: object = {}) =>
  JSON.stringify({
    objectClassName: 'domain',
    ldhName: 'EXAMPLE.COOP',
    events: [
      { eventAction: 'registration', eventDate: '2012-12-20T12:00:00Z' },
      { eventAction: 'expiration', eventDate: '2026-12-20T12:00:00Z' },
    ],
    ...more,
  });

test.each<[string, string, number | undefined]>([
  ['that tells it', answer(), ends],
  ['with a dot at the end of the name', answer({ ldhName: 'example.coop.' }), ends],
  ['without a name', answer({ ldhName: undefined }), ends],
  ['about another domain', answer({ ldhName: 'evil.example' }), undefined],
  ['about something else', answer({ objectClassName: 'entity' }), undefined],
  ['without an end', answer({ events: [{ eventAction: 'last changed' }] }), undefined],
  [
    'with an end that is no time',
    answer({ events: [{ eventAction: 'expiration', eventDate: 'soon' }] }),
    undefined,
  ],
  [
    'with a million events',
    answer({ events: Array.from({ length: 1000 }, () => ({ eventAction: 'x' })) }),
    undefined,
  ],
  ['that is an error page', '<html>', undefined],
  ['that is nothing', 'null', undefined],
])('an answer %s', (_what, text, expected) => {
  expect(parseExpiry(text, 'example.coop')).toBe(expected);
});

const dayMs = 86_400_000;
test.each<[number, string | undefined, number | undefined]>([
  [40, undefined, undefined],
  [22, undefined, undefined],
  [21, 'domain-expiring', 21],
  [14, 'domain-expiring', 14],
  [8, 'domain-expiring', 14],
  [7, 'domain-expiring', 7],
  [0, 'domain-expiring', 7],
  [-1, 'domain-expired', 0],
])('with %i days left: %s, step %s', (days, code, band) => {
  const judged = judgeDomain('example.coop', days * dayMs, 0);
  expect([judged?.code, judged?.params['band']]).toEqual([code, band]);
});

describe('a service whose domain ends', () => {
  const service = {
    id: 'site',
    name: 'Site',
    domain: 'example.coop',
    retired: false,
    intervalS: 60,
    damping: { failures: 3, successes: 2, confirmS: 10 },
  };
  test.each<[Verdict, number | undefined, Verdict]>([
    ['up', 6, 'degraded'],
    ['up', 60, 'up'],
    ['up', undefined, 'up'],
    ['down', 6, 'down'],
    ['unknown', 6, 'unknown'],
  ])('that is %s, with %s days left, is %s', (verdict, days, expected) => {
    const view = {
      id: 'site',
      name: 'Site',
      hasPage: false,
      verdict,
      sinceUtcMs: 0,
      intervalMs: 1,
    };
    const domain = {
      name: 'example.coop',
      ...(days === undefined ? {} : { endsUtcMs: days * dayMs }),
    };
    const [seen] = domainViews(
      [view],
      [service],
      (name) => (name === domain.name ? domain : undefined),
      0,
    );
    expect([seen?.verdict, seen?.domain]).toEqual([expected, domain]);
  });
});

describe('in the document', () => {
  const parse = (more: object, domain = 'Example.COOP') => {
    const services = [{ id: 'site', name: 'Site', domain }];
    const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services, ...more }));
    if (!parsed.ok) throw new Error(parsed.error.code);
    return parsed.document;
  };
  test('a domain and where to ask for it', () => {
    const { rdapUrl, services } = parse({ rdap: { url: 'https://rdap.example/domain/' } });
    expect([rdapUrl, services[0]?.service.domain]).toEqual([
      'https://rdap.example/domain/',
      'example.coop',
    ]);
  });
  test.each([
    [{ rdap: { url: 'ftp://x' } }, 'a.coop', '$.rdap.url'],
    [{ rdap: 'https://x' }, 'a.coop', '$.rdap'],
    [{}, 'a.coop/../x', '$.services[0].domain'],
    [{}, 'https://a.coop', '$.services[0].domain'],
    [{ maintenance: 'tonight' }, 'a.coop', '$.maintenance'],
  ])('%j with %s is a problem at its place and costs no service', (more, domain, path) => {
    const { services, problems } = parse(more, domain);
    expect([services.length, problems.map((one) => one.path)]).toEqual([1, [path]]);
  });
});
