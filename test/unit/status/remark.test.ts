import { expect, test } from 'vitest';
import { statusText } from '../../../shared/cli/table.ts';
import { reportOf } from '../../../shared/cli/status.ts';
import type { Service } from '../../../shared/coop/service.ts';
import { detailsText } from '../../../shared/wording/details.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { observe, unchecked } from '../../../shared/status/machine.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { remarks } from '../../../shared/observation/remark.ts';
import { viewService } from '../../../shared/status/view.ts';

const damping = { failures: 3, successes: 2, confirmS: 10 };
const service = { id: 'pads', name: 'Pads', intervalS: 60 } as Service;
const online = { state: 'online', sinceUtcMs: 0 } as const;
const viewAfter = (...seen: readonly Observation[]) => {
  const record = seen.reduce(
    (one, next, at) => observe(one, next, at * 1000, damping),
    unchecked(0),
  );
  return viewService(service, record, online, seen.length * 1000);
};
const untidy: Observation = { verdict: 'up', timings: {}, remarks: ['two-lengths', 'packing'] };

test('a remark goes with the answer that it is about, and changes no verdict', () => {
  expect(viewAfter(untidy)).toMatchObject({ verdict: 'up', remarks: ['two-lengths', 'packing'] });
  expect(viewAfter(untidy, { verdict: 'up', timings: {} })).not.toHaveProperty('remarks');
});

test.each(locales)('whoever runs the service is told in %s', (locale) => {
  const t = createTranslate(locale);
  const times = createTimes(locale, 'UTC');
  const view = viewAfter({ ...untidy, remarks: [...remarks] });
  const coop = { name: 'Maple', source: 'maple.coop', readAtUtcMs: 0 };
  const report = reportOf(t, times, { coop, views: [view], connectivity: online });
  for (const code of remarks) {
    expect(detailsText(t, times, view)).toContain(t(`remark.${code}`));
    expect(statusText(t, report, false)).toContain(t(`remark.${code}`));
    expect(report).toMatchObject({
      services: [
        { remarks: expect.arrayContaining([{ code, text: t(`remark.${code}`) }]) as unknown },
      ],
    });
  }
});
