/** Who is to blame when sound was missing, stopped or wandered, and how that is worded. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../../shared/echo/measurement.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import { verdictSentence } from '../../../shared/wording/echo.ts';
import { createTranslate } from '../../translate.ts';
import type { Line } from './figures.ts';
import { measured, spread } from './figures.ts';

type Heard = Line &
  Readonly<{
    missing?: number;
    gaps?: number;
    gapMs?: number;
    gapLostMs?: number;
    /** Sound that we did not send, all of it in the longest gap. */
    unsentMs?: number;
    /** The 95th percentile of the server's part above its median, and its change. */
    spreadMs?: number;
    changeMs?: number;
    tripChangeMs?: number;
    /** How much longer than usual a round trip took during the longest gap. */
    heldMs?: number;
    /** How far the 95th percentile of round trips is above their median, and the minimum below it. */
    tripSpreadMs?: number;
    tripLessMs?: number;
    jitterDown?: number;
  }>;

function heard(line: Heard): Measurement {
  const { missing = 0.002, gapMs = 20, gaps = 5, spreadMs = 2, changeMs = 0 } = line;
  const { tripChangeMs = 0, heldMs = 4, tripSpreadMs = 2, tripLessMs = 1, jitterDown } = line;
  const base = measured(line);
  const usual = line.roundTrip ?? 20;
  return {
    ...base,
    roundTripMs: { ...spread(usual, tripSpreadMs), min: usual - tripLessMs },
    roundTripChangeMs: tripChangeMs,
    ...(jitterDown === undefined ? {} : { jitterDownMs: spread(jitterDown, 0) }),
    echo: {
      sent: 20,
      returned: 20,
      ...base.echo,
      restMs: spread(27 + (line.server ?? 0), spreadMs),
      restChangeMs: changeMs,
      sound: {
        heardMs: 20_000,
        missingMs: missing * 20_000,
        gaps,
        longestGapMs: gapMs,
        longestGapLostMs: line.gapLostMs ?? 0,
        unsentMs: line.unsentMs ?? 0,
        longestGapUnsentMs: line.unsentMs ?? 0,
        longestGapHeldMs: heldMs,
      },
    },
  };
}

function short({ quality, blame, decidedBy, against }: Verdict): string {
  return [quality, blame, decidedBy?.figure, against && `or ${against.figure}`]
    .filter(Boolean)
    .join(' ');
}

describe('whose it is', () => {
  test.each<[string, Heard, string]>([
    ['a good line and a good server', {}, 'excellent nobody'],
    ['a gap that nobody notices', { missing: 0.006, gapMs: 120, gaps: 1 }, 'good nobody'],
    [
      'a server that stood still',
      { missing: 0.1, gapMs: 2000, gaps: 1, returned: 18 },
      'poor server gap',
    ],
    ['for half a second', { missing: 0.025, gapMs: 500, gaps: 1 }, 'fair server gap'],
    [
      'a line that stood still',
      { missing: 0.1, gapMs: 2000, gaps: 1, heldMs: 1700 },
      'poor network gap',
    ],
    [
      'a line that lost it',
      { missing: 0.1, gapMs: 2000, gaps: 1, gapLostMs: 1900, down: 0.1 },
      'poor network gap',
    ],
    [
      'a line that lost it on the way up',
      { missing: 0.1, gapMs: 2000, gaps: 1, up: 0.1 },
      'poor network gap',
    ],
    ['a server that drops some', { missing: 0.08, gaps: 80 }, 'fair server sound-missing'],
    [
      'beside a line that loses a little',
      { missing: 0.09, gaps: 80, down: 0.01 },
      'fair server sound-missing',
    ],
    [
      'a line that loses as much',
      { missing: 0.08, gaps: 80, down: 0.075 },
      'fair network loss-down',
    ],
    [
      'both',
      { missing: 0.19, gaps: 160, down: 0.1 },
      'poor cannot-tell loss-down or sound-missing',
    ],
    [
      'what comes too late on an uneven line',
      { missing: 0.04, gaps: 40, jitter: 30 },
      'fair network',
    ],
    [
      'an uneven line that could not lose so much',
      { missing: 0.2, gaps: 150, jitter: 16 },
      'poor server sound-missing',
    ],
    [
      'a server that lost sound, beside which nothing can be timed',
      { missing: 0.08, gaps: 80, spreadMs: 400 },
      'fair server sound-missing',
    ],
    ['a server that is uneven', { jitterDown: 40, server: 60 }, 'fair server jitter-down'],
    ['and slow', { jitterDown: 40, server: 240 }, 'fair server'],
    [
      'a line that is uneven on the way down',
      { roundTrip: 60, jitterDown: 40, tripLessMs: 25 },
      'fair network jitter-down',
    ],
    ['a server that is late at times', { spreadMs: 180 }, 'fair server echo-spread'],
    [
      'a line that is late at times',
      { roundTrip: 100, spreadMs: 180, tripSpreadMs: 170 },
      'good nobody',
    ],
    [
      'a server that becomes slower',
      { server: 100, spreadMs: 90, changeMs: 210 },
      'fair server echo-change',
    ],
    ['or quicker', { server: 100, spreadMs: 90, changeMs: -210 }, 'fair server echo-change'],
    [
      'a line that becomes slower',
      { roundTrip: 100, tripChangeMs: 210 },
      'fair network round-trip-change',
    ],
  ])('%s', (_what, line, expected) => {
    const verdict = short(verdictOf(heard(line)));
    expect(verdict.slice(0, expected.length)).toBe(expected);
  });

  test('a line that was not watched is neither accused nor cleared', () => {
    const whole = heard({ missing: 0.1, gapMs: 2000, gaps: 1 });
    const { lossUp: _left, ...rest } = whole;
    expect(verdictOf(rest)).toMatchObject({ blame: 'cannot-tell' });
    const { longestGapHeldMs: _held, ...sound } = whole.echo?.sound ?? {
      heardMs: 1,
      missingMs: 0,
      gaps: 0,
      longestGapMs: 0,
    };
    const alone = { ...whole, echo: { sent: 20, returned: 20, ...whole.echo, sound } };
    expect(verdictOf(alone).blame).toBe('cannot-tell');
  });

  test('what a member’s own machine did not send is no fault of a server', () => {
    const gap = { missing: 0.1, gapMs: 2000, gaps: 1 };
    expect(verdictOf(heard({ ...gap, unsentMs: 1900 })).blame).toBe('cannot-tell');
    const drops = { missing: 0.08, gaps: 80, unsentMs: 1600 };
    expect(verdictOf(heard(drops)).blame).not.toBe('server');
  });

  test('a busy machine may have stopped the sound itself', () => {
    const verdict = verdictOf(heard({ missing: 0.1, gapMs: 2000, gaps: 1 }), { processor: 0.97 });
    expect(short(verdict)).toContain('cannot-tell gap or processor');
  });

  const share = fc.double({ min: 0, max: 0.4, noNaN: true });
  const ms = fc.double({ min: 0, max: 900, noNaN: true });
  const order = ['excellent', 'good', 'fair', 'poor', 'failed'];
  const rank = (one: Heard) => order.indexOf(verdictOf(heard(one)).quality ?? '');

  test('more missing or a longer gap never make a better call', () => {
    fc.assert(
      fc.property(share, ms, share, ms, (missing, gapMs, more, moreMs) => {
        const worse = { missing: missing + more, gapMs: gapMs + moreMs };
        expect(rank(worse)).toBeGreaterThanOrEqual(rank({ missing, gapMs }));
      }),
    );
  });
  test('nor does more wandering', () => {
    fc.assert(
      fc.property(ms, ms, ms, (spreadMs, changeMs, moreMs) => {
        const worse = { spreadMs: spreadMs + moreMs, changeMs: changeMs + moreMs };
        expect(rank(worse)).toBeGreaterThanOrEqual(rank({ spreadMs, changeMs }));
      }),
    );
  });
});

test.each<[Heard, string, string]>([
  [
    { missing: 0.1, gapMs: 2040, gaps: 1 },
    'It’s the server. The sound stopped for 2 s, but your connection didn’t.',
    'C’est le serveur. Le son s’est coupé pendant 2 s, mais pas votre connexion.',
  ],
  [
    { missing: 0.025, gapMs: 500, gaps: 1 },
    'It’s the server. The sound stopped for 500 ms, but your connection didn’t.',
    'C’est le serveur. Le son s’est coupé pendant 500 ms, mais pas votre connexion.',
  ],
  [
    { missing: 0.08, gaps: 80 },
    'It’s the server. 8% of the sound didn’t come back, far more than the network lost.',
    'C’est le serveur. 8 % du son n’est pas revenu, bien plus que ce que le réseau a perdu.',
  ],
])('%j is told', (line, english, french) => {
  const measurement = heard(line);
  const verdict = verdictOf(measurement);
  const told = (locale: 'en' | 'fr') =>
    verdictSentence(createTranslate(locale), verdict, measurement).replaceAll(
      /[\u00A0\u202F]/g,
      ' ',
    );
  expect([told('en'), told('fr')]).toEqual([english, french]);
});
