import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../shared/echo/failure.ts';
import { failure, failureCodes } from '../../../shared/echo/failure.ts';
import type { Measurement } from '../../../shared/echo/measurement.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import { qualityOfMos, verdictOf } from '../../../shared/echo/verdict.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import type { Line } from './figures.ts';
import { measured, nothingMeasured, spread } from './figures.ts';

/** `fair network round-trip`, with the other side's figure when the cause is unclear. */
function short({ quality, blame, decidedBy, against }: Verdict): string {
  const figures = [decidedBy?.figure, against && `or ${against.figure}`];
  return [quality ?? '?', blame, ...figures].filter(Boolean).join(' ');
}

const judged = (line: Line, mySide?: MySide) => short(verdictOf(measured(line), mySide));

describe('one condition at a time', () => {
  test.each<[Line, string]>([
    [{ roundTrip: 5 }, 'excellent nobody'],
    [{ roundTrip: 100 }, 'good nobody'],
    [{ roundTrip: 140 }, 'good nobody'],
    [{ roundTrip: 175 }, 'fair network round-trip'],
    [{ roundTrip: 250 }, 'fair network round-trip'],
    [{ roundTrip: 400 }, 'poor network round-trip'],
    [{ jitter: 10 }, 'excellent nobody'],
    [{ jitter: 13.9 }, 'excellent nobody'],
    [{ jitter: 14 }, 'fair network jitter-up'],
    [{ jitter: 60 }, 'fair network jitter-up'],
    [{ up: 0.01 }, 'good nobody'],
    [{ down: 0.019 }, 'good nobody'],
    [{ up: 0.02 }, 'fair network loss-up'],
    [{ down: 0.05 }, 'fair network loss-down'],
    [{ up: 0.1, down: 0.1 }, 'poor network loss-up'],
    [{ up: 0.03, down: 0.1 }, 'poor network loss-down'],
    [{ server: 75 }, 'good nobody'],
    [{ server: 124 }, 'good nobody'],
    [{ server: 125 }, 'fair server echo-share'],
    [{ server: 350 }, 'poor server echo-share'],
    [{ server: 500 }, 'poor server echo-share'],
    [{ returned: 18 }, 'excellent nobody'],
    [{ returned: 17 }, 'fair server echo-returned'],
    [{ returned: 9 }, 'poor server echo-returned'],
    [{ returned: 0 }, 'failed server echo-returned'],
    [{ returned: 12, up: 0.1 }, 'fair network loss-up'],
  ])('%j is %s', (line, expected) => expect(judged(line)).toBe(expected));
});

describe('two conditions at once', () => {
  test.each<[Line, string]>([
    [{ roundTrip: 200, server: 200 }, 'poor cannot-tell round-trip or echo-share'],
    [{ roundTrip: 400, server: 150 }, 'poor network round-trip'],
    [{ roundTrip: 180, server: 400 }, 'poor server echo-share'],
    [{ roundTrip: 40, server: 340 }, 'poor server echo-share'],
    [{ server: 400, up: 0.02 }, 'poor server echo-share'],
    // Neither is bad alone, together they are: the larger share decides.
    [{ roundTrip: 150, server: 60 }, 'fair network round-trip'],
    [{ roundTrip: 120, server: 120 }, 'fair cannot-tell round-trip or echo-share'],
  ])('%j is %s', (line, expected) => expect(judged(line)).toBe(expected));
});

describe('my own side', () => {
  const clean: MySide = { processor: 0.2, gatewayMs: spread(2), gatewayLost: 0, stallMs: 20 };
  test.each<[Line, MySide, string]>([
    [{ up: 0.05 }, clean, 'fair network loss-up'],
    [{ up: 0.05 }, { ...clean, gatewayLost: 0.1 }, 'fair you gateway-loss'],
    // A gateway that never answers ignores pings on purpose.
    [{ up: 0.05 }, { ...clean, gatewayLost: 1 }, 'fair network loss-up'],
    [{ jitter: 40 }, { ...clean, gatewayMs: spread(45) }, 'fair you gateway'],
    [{ roundTrip: 300 }, { ...clean, gatewayMs: spread(160) }, 'fair you gateway'],
    [{ roundTrip: 300 }, { ...clean, gatewayMs: spread(40) }, 'fair network round-trip'],
    [{ jitter: 40 }, { ...clean, processor: 0.95 }, 'fair you processor'],
    [{ jitter: 40 }, { ...clean, stallMs: 250 }, 'fair you stall'],
    [{ server: 350 }, { ...clean, processor: 0.95 }, 'poor cannot-tell echo-share or processor'],
    [{ server: 350 }, { ...clean, gatewayMs: spread(45) }, 'poor server echo-share'],
    // Without a problem there is no blame.
    [{}, { ...clean, processor: 0.99 }, 'excellent nobody'],
    [{ up: 0.05 }, {}, 'fair network loss-up'],
  ])('%j with %j is %s', (line, mySide, expected) => expect(judged(line, mySide)).toBe(expected));
});

describe('what was not measured is never good', () => {
  const fields = ['jitterUpMs', 'jitterDownMs', 'lossUp', 'lossDown', 'echo'] as const;
  test.each(fields)('without %s nothing good is said', (field) => {
    const { [field]: _left, ...rest } = measured();
    expect(verdictOf(rest)).not.toHaveProperty('mos');
    expect(short(verdictOf(rest))).toBe('? cannot-tell');
  });

  test.each(fields)('without %s a bad line is still a bad line', (field) => {
    const { [field]: _left, ...rest } = measured({ roundTrip: 400 });
    expect(verdictOf(rest)).toMatchObject({ blame: 'network' });
  });

  test('without a round trip or the buffer the server has no share, and is not accused', () => {
    const whole = measured({ server: 400 });
    const { roundTripMs: _left, ...noRoundTrip } = whole;
    const noBuffer: Measurement = { ...whole, echo: { sent: 20, returned: 20, ms: spread(500) } };
    for (const one of [noRoundTrip, noBuffer]) {
      expect(verdictOf(one)).not.toHaveProperty('serverMs');
      expect(short(verdictOf(one))).toBe('poor cannot-tell echo');
    }
  });

  test('chirps that stay away accuse nobody while loss was not measured', () => {
    const { lossUp: _left, ...rest } = measured({ returned: 0 });
    expect(short(verdictOf(rest))).toBe('failed cannot-tell echo-returned');
  });

  test('nothing measured, nothing said', () => {
    expect(verdictOf(nothingMeasured)).toEqual({ blame: 'cannot-tell' });
    const none = { sent: 0, returned: 0 };
    expect(verdictOf({ echo: none, samples: [] })).toEqual({ blame: 'cannot-tell' });
  });

  test('the web round trip, the route and the join decide nothing', () => {
    const { http: _http, connection: _connection, joinMs: _join, ...rest } = measured();
    expect(short(verdictOf(rest))).toBe('excellent nobody');
    const relayed: Measurement = { ...measured(), connection: { route: 'relay' } };
    expect(short(verdictOf(relayed))).toBe('excellent nobody');
  });
});

describe('a test that ended early', () => {
  const reached = { ...nothingMeasured, http: measured().http } as Measurement;
  const ended = (
    code: FailureCode,
    params: Readonly<Record<string, string | number>> = {},
    measurement = reached,
  ) => short(verdictOf(measurement, undefined, failure(code, 'connect', params)));

  test.each<[FailureCode, Readonly<Record<string, string | number>>, string]>([
    ['ice-failed', {}, 'failed network failure'],
    ['media-silent', {}, 'failed server failure'],
    ['server-error', { code: 2001 }, 'failed server failure'],
    ['server-error', { code: 2002 }, 'failed server failure'],
    ['server-error', { code: 2022 }, 'failed network failure'],
    ['server-error', { code: 2202 }, 'failed cannot-tell failure'],
    ['signalling-refused', {}, 'failed server failure'],
    ['signalling-unreachable', {}, 'failed server failure'],
    ['unreachable', { reason: 'refused' }, 'failed server failure'],
    ['unreachable', { reason: 'timeout' }, 'failed cannot-tell failure'],
    ['offline', {}, 'failed you failure'],
    ['sign-in-required', {}, '? cannot-tell failure'],
    ['access-code-wrong', {}, '? cannot-tell failure'],
    ['not-started', {}, '? cannot-tell failure'],
    ['livekit', {}, '? cannot-tell failure'],
    ['busy', {}, '? cannot-tell failure'],
  ])('%s %j is %s', (code, params, expected) => expect(ended(code, params)).toBe(expected));

  test.each(['ice-failed', 'media-silent', 'signalling-unreachable', 'join-timeout'] as const)(
    '%s accuses nobody when the server never answered',
    (code) => expect(ended(code, {}, nothingMeasured)).toBe('failed cannot-tell failure'),
  );

  test('stopped, the figures until then decide', () => {
    expect(ended('stopped', {}, measured({ up: 0.05 }))).toBe('fair network loss-up');
    expect(ended('stopped', {}, nothingMeasured)).toBe('? cannot-tell');
  });

  test('figures that were measured stay, and the server’s code is kept', () => {
    const { mos, serverMs, decidedBy } = verdictOf(
      measured(),
      undefined,
      failure('server-error', 'measure', { code: 2211 }),
    );
    expect(mos).toBeGreaterThan(4);
    expect(serverMs).toBe(0);
    expect(decidedBy).toEqual({ figure: 'failure', value: 2211 });
  });

  test.each(failureCodes)('%s is never good, and never nobody’s', (code) => {
    const { quality, blame } = verdictOf(nothingMeasured, undefined, failure(code, 'find'));
    expect([undefined, 'failed']).toContain(quality);
    expect(blame).not.toBe('nobody');
  });
});

test('the number that decides stands beside its limit', () => {
  expect(verdictOf(measured({ server: 340 })).decidedBy).toEqual({
    figure: 'echo-share',
    value: 340,
    limit: 125,
  });
});

test('every number has a quality, better with a better MOS', () => {
  const order = ['poor', 'fair', 'good', 'excellent'];
  const rank = (mos: number) => order.indexOf(qualityOfMos(mos) ?? '');
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      expect(rank(a)).toBeGreaterThanOrEqual(0);
      if (a <= b) expect(rank(a)).toBeLessThanOrEqual(rank(b));
    }),
  );
  expect([4.05, 3.65, 3.05, 4.34, 4.03, 3.1].map(qualityOfMos)).toEqual([
    'good',
    'fair',
    'poor',
    'excellent',
    'good',
    'fair',
  ]);
  expect(qualityOfMos(NaN)).toBeUndefined();
});

test('nobody is to blame exactly when the quality is measured and good', () => {
  const share = fc.double({ min: 0, max: 0.5, noNaN: true });
  const ms = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const line = fc.record({
    roundTrip: ms(800),
    jitter: ms(100),
    up: share,
    down: share,
    server: ms(800),
    returned: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(line, (one) => {
      const { quality, blame, decidedBy } = verdictOf(measured(one));
      expect(blame === 'nobody').toBe(quality === 'excellent' || quality === 'good');
      expect(decidedBy === undefined).toBe(blame === 'nobody');
    }),
  );
});
