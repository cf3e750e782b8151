import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure } from '../../../shared/echo/failure.ts';
import { withoutAddresses } from '../../../shared/echo/private-text.ts';
import { parseReport, reportCharactersLimit, reportOf } from '../../../shared/echo/report.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { measured, nothingMeasured, result, spread } from './figures.ts';

const about = { app: 'Coop Tray 0.4.0', atUtcMs: Date.UTC(2026, 10, 24) };
const written = (results: readonly Result[]) => JSON.stringify(reportOf(results, about));

test('a report read again is the report that was written', () => {
  const results = [
    result(),
    result({ id: 'r2' }, nothingMeasured, failure('ice-failed', 'connect')),
  ];
  expect(parseReport(written(results))).toEqual({ kind: 'ok', report: reportOf(results, about) });
});

test('the member’s own side, and whatever else is added to a result, stays at home', () => {
  const text = written([
    { ...result({ mySide: { gatewayMs: spread(77) } }), joinUrl: 'x', sessionToken: 'y' } as Result,
  ]);
  expect(text).not.toMatch(/mySide|77|joinUrl|sessionToken/);
});

describe('what a report never holds', () => {
  const secrets = {
    ipv4: fc.ipV4(),
    ipv6: fc.ipV6(),
    link: fc.webUrl({ withQueryParameters: true }),
    token: fc.stringMatching(/^[a-z0-9]{6}[0-9][a-z][a-z0-9]{8}$/),
    password: fc.stringMatching(/^[A-Za-z0-9+]{14}7b[A-Za-z0-9+]{11}=$/),
    room: fc.stringMatching(/^[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}$/),
  } as const;
  test.each(Object.entries(secrets))('%s', (_what, secret) => {
    fc.assert(
      fc.property(secret, fc.constantFrom('', 'Osaka ', 'home: '), (one, before) => {
        const text = `${before}${one}`.slice(0, 80);
        const failed = failure('api-refused', 'join', {
          key: text,
          host: one.slice(0, 200),
          reason: text,
        });
        const report = written([
          result(
            {
              place: text,
              instance: { id: 'bbb', name: text },
              host: one.slice(0, 253),
              system: text,
              app: text.slice(0, 40),
            },
            measured(),
            failed,
          ),
        ]);
        expect(report).not.toContain(one);
      }),
    );
  });

  test.each([
    ['Montréal, home Wi-Fi', 'Montréal, home Wi-Fi'],
    ['Büro im 3. Stock / Café', 'Büro im 3. Stock / Café'],
    ['Toronto/office', 'Toronto/office'],
    ['BBB 3.0.12', 'BBB 3.0.12'],
    ['Debian GNU/Linux 12 (6.1.0-18-amd64)', 'Debian GNU/Linux 12 (6.1.0-18-amd64)'],
    ['home 192.168.1.20:8080', 'home …'],
    ['at fe80::1%eth0 now', 'at … now'],
    ['::1', '…'],
    ['see bbb.example/b/ann-1 there', 'see … there'],
    ['turn:relay.example', '…'],
    ['x ?sessionToken=abc', 'x …'],
    ['desk of ana@coop.example', 'desk of [e-mail]'],
    ['chez moi, 514 555-0123', 'chez moi, [phone]'],
    ['wifi: jardin', 'wifi: [password]'],
  ])('“%s” becomes “%s”', (text, expected) => expect(withoutAddresses(text)).toBe(expected));

  test('a server without a name is not named; one with a name and a port is', () => {
    const hosts = ['203.0.113.7', '203.0.113.7:8443', '[2001:db8::1]:443', 'bbb.example:8443'];
    const found = hosts.map((host) => reportOf([result({ host })], about).results[0]?.host);
    expect(found).toEqual([undefined, undefined, undefined, 'bbb.example:8443']);
  });
});

test('a place that grows by what stands for its secrets is still read by whoever opens the report', () => {
  const report = written([result({ place: 'pin: 1 '.repeat(11) })]);
  expect(parseReport(report).kind).toBe('ok');
  expect(report).not.toContain('pin: 1');
});

describe('what is no report', () => {
  const good = reportOf([result()], about);
  test.each<[string, unknown, string]>([
    ['a report', good, 'ok'],
    ['with fields of a later app', { ...good, signedBy: 'x' }, 'ok'],
    ['of a later format', { format: 'coop.tray.echo/2', sets: [] }, 'needs-newer'],
    ['of the first format, and wrong', { ...good, results: [{}] }, 'not-a-report'],
    ['without results', { ...good, results: [] }, 'not-a-report'],
    [
      'with too many',
      { ...good, results: Array.from({ length: 501 }, () => good.results[0]) },
      'not-a-report',
    ],
    ['of format 0', { ...good, format: 'coop.tray.echo/0' }, 'not-a-report'],
    ['something else', { format: 'coop.tray.status/2' }, 'not-a-report'],
    ['an array', [], 'not-a-report'],
    ['null', null, 'not-a-report'],
    ['a date that no clock knows', { ...good, atUtcMs: 9e15 }, 'not-a-report'],
    [
      'a place as long as a book',
      { ...good, results: [{ ...good.results[0], place: 'x'.repeat(81) }] },
      'not-a-report',
    ],
  ])('%s', (_what, found, expected) => {
    expect(parseReport(JSON.stringify(found)).kind).toBe(expected);
  });

  test('text that is no JSON, or too long to look at', () => {
    expect(parseReport('').kind).toBe('not-a-report');
    expect(parseReport('{"format":').kind).toBe('not-a-report');
    expect(parseReport(`${JSON.stringify(good)}${' '.repeat(reportCharactersLimit)}`).kind).toBe(
      'not-a-report',
    );
  });

  test('whatever comes is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['ok', 'not-a-report', 'needs-newer']).toContain(parseReport(text).kind);
      }),
    );
  });
});
