import { describe, expect, test } from 'vitest';
import { failure, failureCodes } from '../../../shared/echo/failure.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import { blames, deciders } from '../../../shared/echo/verdict-view.ts';
import {
  comparisonSentence,
  failureSentence,
  msText,
  serverErrorText,
  verdictSentence,
} from '../../../shared/wording/echo.ts';
import { compare } from '../../../shared/echo/compare.ts';
import { resultsText } from '../../../shared/wording/echo-text.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import type { Line } from './figures.ts';
import { measured, nothingMeasured, result, spread } from './figures.ts';

const whole = /^[\p{Lu}\p{N}].*[.]$/u;
const t = createTranslate('en');

describe.each(locales)('in %s', (locale) => {
  const words = createTranslate(locale);

  test.each(failureCodes)(
    'the failure %s is a whole sentence, with or without its figures',
    (code) => {
      for (const params of [{}, { code: 2001, key: 'notFound', reason: 'refused' }]) {
        const sentence = failureSentence(words, failure(code, 'find', params));
        expect(sentence).toMatch(whole);
        expect(sentence).not.toMatch(/[{}]/);
      }
    },
  );

  test.each(['dns-not-found', 'refused', 'address-forbidden', 'certificate-expired', 'timeout'])(
    'a server out of reach by %s has words of its own',
    (reason) =>
      expect(failureSentence(words, failure('unreachable', 'find', { reason }))).toMatch(whole),
  );

  const numbers = [2000, 2001, 2002, 2003, 2019, 2020, 2021, 2022, 2200, 2201, 2202, 2203];
  const client = Array.from({ length: 12 }, (_, at) => 1001 + at);
  const late = [2208, 2209, 2210, 2211, 2300, 2301, 2302, 2303];
  test.each([...client, ...numbers, ...late])('BigBlueButton’s error %d has a meaning', (code) => {
    expect(serverErrorText(words, code)).toMatch(new RegExp(`${code}.*[.]$`, 'u'));
    expect(serverErrorText(words, code)).not.toContain(words('echo.bbb.unknown'));
  });

  test('whatever a verdict joins, even one that came in a report, is a whole sentence', () => {
    for (const blame of blames) {
      for (const figure of deciders) {
        for (const value of [5, 500, undefined]) {
          const decidedBy = { figure, ...(value === undefined ? {} : { value, limit: 100 }) };
          const both: Verdict = { blame, decidedBy, against: decidedBy };
          for (const verdict of [both, { blame, decidedBy }, { blame }]) {
            expect(verdictSentence(words, verdict, measured())).toMatch(whole);
          }
        }
      }
    }
  });
});

test.each<[Line, MySide | undefined, string]>([
  [{}, undefined, 'All good. Your side, the network and the server are fine.'],
  [
    { server: 340, roundTrip: 40 },
    undefined,
    'It’s the server. It adds 340 ms, the network only 40 ms.',
  ],
  [
    { server: 400, roundTrip: 180 },
    undefined,
    'It’s the server. It adds 400 ms, and the network takes 180 ms.',
  ],
  [
    { up: 0.052 },
    undefined,
    'It’s the network. 5.2% of what you send is lost (calls suffer above 2%).',
  ],
  [
    { returned: 0 },
    undefined,
    'It’s the server. Only 0% of the sound came back, and the network lost almost nothing.',
  ],
  [
    { roundTrip: 200, server: 200 },
    undefined,
    'The cause isn’t clear. Both are bad, and neither clearly worse. Media round trip: 200 ms. Added by the server: 200 ms.',
  ],
  [
    { roundTrip: 150, server: 60 },
    undefined,
    'It’s the network. No single measurement is bad, but together they are. Largest: Media round trip, 150 ms.',
  ],
  [
    { jitter: 40 },
    { gatewayMs: spread(45) },
    'It’s on your side. Your router takes 45 ms to answer. Check your Wi-Fi or cable.',
  ],
])('%j with %j', (line, mySide, expected) => {
  const measurement = measured(line);
  expect(verdictSentence(t, verdictOf(measurement, mySide), measurement)).toBe(expected);
});

describe('a result as text', () => {
  test('tells all that was measured', () => {
    expect(resultsText(t, [result({}, measured({ server: 340, up: 0.01 }))]))
      .toMatchInlineSnapshot(`
        "Echo test of Our BBB
        Date: 2026-11-24T14:02:00.000Z (Asia/Tokyo)
        Location: Montréal, home Wi-Fi
        Host: bbb.hypha.example
        App: Coop Tray 0.4.0
        System: Debian 12, x64
        Verdict: poor. It’s the server. It adds 340 ms, the network only 20 ms.
        Measured for: 20 s
        Estimated sound quality (MOS): 2.8
        Route: direct, UDP
        DNS lookup: 3 ms
        TCP connection: 20 ms
        TLS handshake: 21 ms
        Joining the room: 4,200 ms
        Signalling opened: 60 ms
        Signalling answered: 80 ms
        Media connected: 310 ms
        Web round trip: min 20 ms, median 20 ms, 95th percentile 22 ms (rtt-check)
        Signalling round trip: min 20 ms, median 20 ms, 95th percentile 22 ms
        Media round trip: min 20 ms, median 20 ms, 95th percentile 22 ms
        Upload jitter: min 2 ms, median 2 ms, 95th percentile 2 ms
        Download jitter: min 2 ms, median 2 ms, 95th percentile 2 ms
        Upload loss: 1% (10 of 1,000 packets)
        Download loss: 0% (0 of 1,000 packets)
        Tones received: 20 of 20
        Missing sound: not measured
        Longest gap in the sound: not measured
        Echo: min 401 ms, median 401 ms, 95th percentile 403 ms
        Change in server delay during the test: not measured
        Change in round trip during the test: not measured
        Local jitter buffer: 14 ms
        Added by the server: 340 ms"
      `);
  });

  test('says of each figure that it was not measured, and never 0', () => {
    const text = resultsText(t, [result({}, nothingMeasured, failure('not-started', 'join'))]);
    const figures = text.split('\n').slice(9);
    expect(figures.length).toBeGreaterThan(15);
    expect(figures.filter((line) => !line.endsWith(': not measured'))).toEqual([]);
    expect(text).toContain('Ended early while joining (not-started). The room hasn’t started');
  });

  test('gives no sign to what rounds to nothing', () => {
    expect(msText(t, -0.4)).toBe('0 ms');
    expect(msText(t, -0.6)).toBe('-1 ms');
  });

  test('says that a clear result took less time', () => {
    const text = resultsText(t, [result({}, { ...measured(), measuredS: 9, endedEarly: true })]);
    expect(text).toContain('Measured for: 9 s (the result was clear by then)');
  });

  test('an error of the server has its number and meaning', () => {
    const failed = failure('server-error', 'connect', { code: 2002 });
    const text = resultsText(t, [result({}, nothingMeasured, failed)]);
    expect(text).toContain('Error 2002: The media server has no capacity left.');
  });

  test('holds no address that a member typed', () => {
    const text = resultsText(t, [
      result({
        place: 'home 203.0.113.7',
        host: '203.0.113.8',
        instance: { id: 'a', name: 'b https://c.example/rooms/x' },
      }),
    ]);
    expect(text).not.toMatch(/203\.0|rooms/);
  });

  test('is the same in French, with the same number of lines', () => {
    const one = [result({}, measured({ server: 340 }))];
    const french = resultsText(createTranslate('fr'), one);
    expect(french.split('\n')).toHaveLength(resultsText(t, one).split('\n').length);
    expect(french.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
      'C’est le serveur. Il ajoute 340 ms, le réseau seulement 20 ms',
    );
  });
});

test('a comparison names the better server with both scores', () => {
  const runs = [0, 0, 300, 300].map((server, at) =>
    result(
      { instance: { id: `s${server}`, name: server ? 'Slow' : 'Quick' }, id: `r${at}` },
      measured({ server }),
    ),
  );
  const [comparison] = compare(runs);
  expect(comparison && comparisonSentence(t, comparison)).toBe(
    'Quick is better: it scores 4.4, the other 3.3.',
  );
});
