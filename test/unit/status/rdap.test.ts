import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../shared/status/rdap.ts';
import { readRegistry } from '../../../shared/status/rdap.ts';

const now = Date.UTC(2026, 10, 24, 14, 0);
const end = '2026-12-20T12:00:00Z';
const domain = (more: object) =>
  JSON.stringify({ objectClassName: 'domain', ldhName: 'EXAMPLE.COOP', ...more });
const read = (more: object) => readRegistry(domain(more), 'example.coop', now);
const endsAt = (...events: unknown[]) => {
  const at = read({ events })?.endsUtcMs;
  return at === undefined ? undefined : new Date(at).toISOString();
};
const event = (eventAction: unknown, eventDate: unknown) => ({ eventAction, eventDate });
const inFull = '2026-12-20T12:00:00.000Z';
const theDay = '2026-12-20T00:00:00.000Z';

describe('the end by whatever name', () => {
  test.each([
    'expiration',
    'Expiration',
    ' EXPIRATION ',
    'Record expires',
    'soft expiration',
    'registration  expiration',
    'registrar expiration',
    'registryExpiration',
    'Registry Expiry Date',
    'paid-till',
  ])('%s', (action) => {
    expect(endsAt(event('registration', '2012-12-20T12:00:00Z'), event(action, end))).toBe(inFull);
  });

  test.each([
    'last changed',
    'enum validation expiration',
    'transfer',
    'registration',
    'locked',
    'constructor',
    '',
    7,
    null,
    { toString: 'expiration' },
  ])('but not %j', (action) => {
    expect(endsAt(event(action, end))).toBeUndefined();
  });
});

describe('the end in whatever form', () => {
  test.each<[unknown, string | undefined]>([
    [end, inFull],
    ['2026-12-20T12:00:00.000000Z', inFull],
    ['2026-12-20t12:00:00z', inFull],
    ['2026-12-20T13:00:00+01:00', inFull],
    ['2026-12-20T12:00:00', inFull],
    ['2026-12-20 12:00:00', inFull],
    ['2026-12-20 12:00:00 UTC', inFull],
    ['2026-12-20 12:00:00 GMT', inFull],
    [' 2026-12-20T12:00:00Z\n', inFull],
    [Date.parse(end), inFull],
    [Date.parse(end) / 1000, inFull],
    [String(Date.parse(end) / 1000), inFull],
    ['2026-12-20', theDay],
    ['2026-12-20Z', theDay],
    ['2026-12-20+09:00', theDay],
    ['2026-12-20 23:59:59 (UTC+8)', theDay],
    ['2026-12-20T12:00:00.0000000000Z[UTC]', theDay],
    ['2026-12-20T24:00:00Z', '2026-12-21T00:00:00.000Z'],
    ['2026-12-20T25:00:00Z', theDay],
    ['2026.12.20', theDay],
    ['2026. 12. 20.', theDay],
    ['2026/12/20', theDay],
    ['2026-12-9', '2026-12-09T00:00:00.000Z'],
    ['20261220', theDay],
    ['20-Dec-2026', theDay],
    ['20 December 2026', theDay],
    ['Sun, 20 Dec 2026 12:00:00 GMT', theDay],
    // The third of April, or the fourth of March?
    ['03/04/2027', undefined],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['20-Anu-2026', undefined],
    ['20261', undefined],
    // Zero dates, and a year for “never”.
    ['0001-01-01T00:00:00Z', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    [0, undefined],
    ['9999-12-31T23:59:59Z', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [true, undefined],
    [{ date: end }, undefined],
    [[end], undefined],
    [-1, undefined],
  ])('%j', (date, expected) => {
    expect(endsAt(event('expiration', date))).toBe(expected);
  });
});

describe('of several ends', () => {
  test.each<[string, unknown[], string | undefined]>([
    [
      'the registry’s comes before the registrar’s',
      [event('registrar expiration', '2026-11-30T00:00:00Z'), event('expiration', end)],
      inFull,
    ],
    [
      'one that cannot be read leaves the others',
      [event('expiration', null), event('expiration', 'soon'), event('registrar expiration', end)],
      inFull,
    ],
    [
      'that to come counts, not the one before the renewal',
      [event('expiration', '2025-12-20T12:00:00Z'), event('expiration', end)],
      inFull,
    ],
    [
      'the next counts',
      [event('expiration', '2027-12-20T12:00:00Z'), event('Record expires', end)],
      inFull,
    ],
    [
      'the last that has been, when none is to come',
      [event('expiration', '2024-12-20T12:00:00Z'), event('expiration', '2026-11-20T12:00:00Z')],
      '2026-11-20T12:00:00.000Z',
    ],
  ])('%s', (_what, events, expected) => {
    expect(endsAt(...events)).toBe(expected);
  });
});

describe('an odd field costs no other', () => {
  const good = event('expiration', end);
  test.each<[string, object]>([
    ['an event without a date', { events: [event('last changed', null), good] }],
    ['events that are none', { events: [null, 7, 'expiration', [good], {}, good] }],
    ['a single event', { events: good }],
    ['events by number', { events: { 0: event('registration', null), 2: good } }],
    ['no class', { objectClassName: undefined, events: [good] }],
    ['a class in capitals', { objectClassName: 'Domain', events: [good] }],
    ['a class that is none', { objectClassName: null, events: [good] }],
    ['no name', { ldhName: undefined, events: [good] }],
    ['a name with a dot at its end', { ldhName: 'example.coop.', events: [good] }],
    ['a name that is none', { ldhName: { x: 1 }, events: [good] }],
    ['a name with accents', { ldhName: 'coopérative.example', events: [good] }],
    ['a status that is none', { status: 7, events: [good] }],
    ['notices of any kind', { notices: 'none', rdapConformance: {}, events: [good] }],
    [
      'a thousand events before it',
      { events: [...Array.from({ length: 2000 }, () => event('x', end)), good] },
    ],
  ])('%s', (_what, more) => {
    expect(read(more)?.endsUtcMs).toBe(Date.parse(end));
  });

  test.each<[string, object]>([
    ['the end of a contact', { entities: [{ events: [good] }] }],
    [
      'the end of a name server',
      { nameservers: [{ events: [good] }], secureDNS: { events: [good] } },
    ],
    ['a status of a contact', { entities: [{ status: ['pending delete'] }], events: [] }],
  ])('%s is not the domain’s', (_what, more) => {
    expect(read(more)).toEqual({});
  });

  test.each([
    domain({ ldhName: 'evil.example', events: [good] }),
    domain({ objectClassName: 'entity', events: [good] }),
    '{"errorCode":404,"title":"Not Found"}',
    '{"errorCode":429,"status":"pending delete"}',
    '<html>',
    'null',
    '[]',
    '7',
    '',
  ])('an answer that is not about it says nothing: %s', (text) => {
    expect(readRegistry(text, 'example.coop', now)).toBeUndefined();
  });
});

describe('what the registry does with it', () => {
  test.each<[unknown, Standing | undefined]>([
    [['redemption period'], 'redemption'],
    [['redemptionPeriod'], 'redemption'],
    [['Redemption  Period'], 'redemption'],
    [['REDEMPTION_PERIOD'], 'redemption'],
    ['redemption period', 'redemption'],
    ['active, pending delete', 'deleting'],
    [['pendingDelete https://icann.org/epp#pendingDelete'], 'deleting'],
    [['pending delete'], 'deleting'],
    // As registries list them together.
    [['server hold', 'pending delete', 'redemption period'], 'redemption'],
    [['pending delete', 'pending restore'], 'restoring'],
    [['client hold'], 'held'],
    [['serverHold'], 'held'],
    [['inactive'], 'held'],
    [{ 0: 'active', 3: 'client hold' }, 'held'],
    [[{ status: 'client hold' }, null], 'held'],
    // These need no action.
    [['active'], undefined],
    [['ok'], undefined],
    [['auto renew period'], undefined],
    [['add period', 'renew period', 'transfer period'], undefined],
    [['client delete prohibited', 'server hold prohibited', 'associated'], undefined],
    [['pending update', 'pending transfer', 'locked'], undefined],
    [['constructor', '__proto__', '', 7], undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j', (status, standing) => {
    expect(read({ status, events: [] })?.standing).toBe(standing);
  });
});

test('a domain of which nothing is left but its status', () => {
  const text = '{"ldhName":"example.coop","status":["redemption period"]}';
  expect(readRegistry(text, 'example.coop', now)).toEqual({ standing: 'redemption' });
});

test('whatever comes is read, in time', () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('expiration', end, 'redemption period', [], {}, null),
  );
  const answer = fc.record(
    {
      objectClassName: fc.oneof(fc.constant('domain'), part),
      ldhName: fc.oneof(fc.constant('example.coop'), part),
      events: fc.oneof(part, fc.array(fc.record({ eventAction: part, eventDate: part }))),
      status: fc.oneof(part, fc.array(part)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answer, (one) => {
      const word = readRegistry(JSON.stringify(one), 'example.coop', now);
      expect(Number.isNaN(word?.endsUtcMs)).toBe(false);
    }),
    { seed: 11, numRuns: 1000 },
  );
});
