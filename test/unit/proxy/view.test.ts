/** What a member sees of a check that went through a proxy, and what others do not. */
import { expect, test } from 'vitest';
import type { Service } from '../../../shared/coop/service.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { observe, unchecked } from '../../../shared/status/machine.ts';
import { viewService } from '../../../shared/status/view.ts';
import { detailsText } from '../../../shared/wording/details.ts';
import { createTranslate } from '../../translate.ts';

const damping = { failures: 3, successes: 2, confirmS: 10 };
const service = { id: 'pads', name: 'Pads', intervalS: 60 } as Service;
const recordOf = (...seen: readonly Observation[]) =>
  seen.reduce((one, next, at) => observe(one, next, at * 1000, damping), unchecked(0));

const through: Observation = { verdict: 'up', timings: {}, proxy: 'p.example:3128' };
const refused: Observation = {
  verdict: 'unknown',
  reason: reason('proxy-refuses', { proxy: 'p.example:3128' }),
  timings: {},
};

test('the proxy is that of the last check', () => {
  const online = { state: 'online', sinceUtcMs: 0 } as const;
  expect(viewService(service, recordOf(through), online, 1000).proxy).toBe('p.example:3128');
  const direct: Observation = { verdict: 'up', timings: {} };
  expect(viewService(service, recordOf(through, direct), online, 2000).proxy).toBeUndefined();
});

test('a refusal is unknown at once, and brings no service down however often', () => {
  const record = recordOf(through, refused, refused, refused, refused);
  expect(record).toMatchObject({ verdict: 'unknown', lastKnown: { verdict: 'up' } });
});

test.each(['proxy-silent', 'proxy-login'] as const)(
  'while all is %s, no service is down',
  (state) => {
    const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };
    const blind = { state, sinceUtcMs: 0 };
    const view = viewService(service, recordOf(down, down, down), blind, 3000);
    expect(view).toMatchObject({ verdict: 'unknown', lastKnown: 'down', reason: { code: state } });
  },
);

test('details for those who run the service do not name the proxy', () => {
  const online = { state: 'online', sinceUtcMs: 0 } as const;
  const view = viewService(service, recordOf(refused), online, 1000);
  const text = detailsText(createTranslate('en'), createTimes('en', 'UTC'), view);
  expect(text).toContain('proxy-refuses');
  expect(text).not.toContain('p.example');
});
