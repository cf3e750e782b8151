import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { domainViews, judgeDomain } from '../../../shared/status/domain.ts';
import type { Standing } from '../../../shared/status/rdap.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';

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
  const judged = judgeDomain('example.coop', { endsUtcMs: days * dayMs }, 0);
  expect([judged?.code, judged?.params['band']]).toEqual([code, band]);
});

test.each<[Standing | undefined, number | undefined, string | undefined]>([
  // An unpaid domain's end, moved by a year by the registry itself.
  ['redemption', 365, 'domain-redemption'],
  ['redemption', -1, 'domain-redemption'],
  ['restoring', 365, 'domain-restoring'],
  ['deleting', undefined, 'domain-deleting'],
  ['held', 365, 'domain-held'],
  ['held', 3, 'domain-held'],
  ['held', undefined, 'domain-held'],
  // The end explains the hold.
  ['held', -1, 'domain-expired'],
  [undefined, undefined, undefined],
])('%s with %s days left: %s', (standing, days, code) => {
  const word = { standing, endsUtcMs: days === undefined ? undefined : days * dayMs };
  expect(judgeDomain('example.coop', word, 0)?.code).toBe(code);
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
    const { rdap, services } = parse({ rdap: { url: 'https://rdap.example/domain/' } });
    expect([rdap?.url, services[0]?.service.domain]).toEqual([
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
