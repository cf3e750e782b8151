import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../shared/echo/measurement.ts';
import { lastLoss, lastMeasured, measurementOfSeconds } from '../../../shared/echo/seconds.ts';

type Figures = Omit<Sample, 'atS'>;
const seconds = (...figures: readonly Figures[]): readonly Sample[] =>
  figures.map((one, atS) => ({ atS, ...one }));

describe('the last that was measured', () => {
  test.each<readonly [string, readonly Sample[], ReturnType<typeof lastMeasured>]>([
    ['of nothing', [], undefined],
    ['of seconds without it', seconds({}, { echoMs: 40 }), undefined],
    ['is of this second', seconds({}, { roundTripMs: 40 }), { value: 40, ageS: 0 }],
    ['is of a second before', seconds({ roundTripMs: 40 }, {}, {}), { value: 40, ageS: 2 }],
    [
      'is the newer of two',
      seconds({ roundTripMs: 9 }, { roundTripMs: 40 }, {}),
      { value: 40, ageS: 1 },
    ],
    ['may be nought', seconds({ roundTripMs: 7 }, { roundTripMs: 0 }), { value: 0, ageS: 0 }],
  ])('%s', (_what, samples, last) => {
    expect(lastMeasured(samples, 'roundTripMs')).toEqual(last);
  });

  test.each<readonly [string, readonly Sample[], ReturnType<typeof lastLoss>]>([
    ['nothing', seconds({}), undefined],
    ['one way alone', seconds({ lossUp: 0.1 }, {}), { value: 0.1, ageS: 1 }],
    ['the worse of two', seconds({ lossUp: 0.1, lossDown: 0.3 }), { value: 0.3, ageS: 0 }],
    [
      'the worse, though the other is newer',
      seconds({ lossUp: 0.1 }, { lossDown: 0 }),
      { value: 0.1, ageS: 1 },
    ],
    ['the newer of equal ones', seconds({ lossUp: 0 }, {}, { lossDown: 0 }), { value: 0, ageS: 0 }],
    [
      'no loss that the same way has left behind',
      seconds({ lossDown: 0.2 }, { lossDown: 0 }),
      { value: 0, ageS: 0 },
    ],
  ])('of the losses: %s', (_what, samples, last) => {
    expect(lastLoss(samples)).toEqual(last);
  });
});

describe('a test that ended before it told its figures', () => {
  test.each<readonly [string, readonly Sample[], object]>([
    ['without a second', [], {}],
    ['in its first second', seconds({}), {}],
    [
      'has what its seconds hold',
      seconds({ roundTripMs: 40, jitterMs: 2, echoMs: 90 }, { lossDown: 0.5 }),
      {
        roundTripMs: { count: 1, min: 40, median: 40, p95: 40, max: 40 },
        jitterDownMs: { count: 1, min: 2, median: 2, p95: 2, max: 2 },
        echo: { sent: 1, returned: 1, ms: { count: 1, min: 90, median: 90, p95: 90, max: 90 } },
      },
    ],
    [
      'counts no chirp that may be on its way',
      seconds({ echoMs: 90 }, {}, {}, {}),
      { echo: { sent: 1, returned: 1, ms: { count: 1, min: 90, median: 90, p95: 90, max: 90 } } },
    ],
    [
      'counts those that never came back',
      seconds({ echoMs: 90 }, {}, {}, {}, {}, {}),
      { echo: { sent: 3, returned: 1, ms: { count: 1, min: 90, median: 90, p95: 90, max: 90 } } },
    ],
    ['says nothing of an echo that nobody heard', seconds({}, {}, {}, {}, {}, {}), {}],
  ])('%s', (_what, samples, figures) => {
    expect(measurementOfSeconds(samples)).toEqual({ samples, ...figures });
  });
});
