/** The page's notes about the member's own machine, rendered without a window. */
import { expect, test } from 'vitest';
import { StatusBanner } from '../../../renderer/pages/status/StatusBanner.tsx';
import { StatusNotes } from '../../../renderer/pages/status/StatusNotes.tsx';
import type { Locale } from '../../../shared/i18n/languages.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView, snapshotOf } from '../../fixtures/views.ts';
import { draw, wordsIn } from './draw.tsx';
import { headlineOf } from '../../../shared/wording/headline.ts';

const hourMs = 3_600_000;

function drawStatus(
  verdicts: readonly ServiceView['verdict'][],
  clockOffMs: number | undefined,
  locale: Locale = 'en',
): string {
  const snapshot = snapshotOf({
    locale,
    connectivity: {
      state: 'online',
      sinceUtcMs: 0,
      ...(clockOffMs === undefined ? {} : { clockOffMs }),
    },
    services: verdicts.map((verdict, at) => serviceView(`s${at}`, { verdict })),
  });
  return draw(
    <>
      <StatusBanner
        snapshot={snapshot}
        headline={headlineOf(wordsIn(locale).t, snapshot)}
        onSelect={() => undefined}
      />
      <StatusNotes snapshot={snapshot} go={() => undefined} />
    </>,
    locale,
  );
}

test.each([
  ['up, unknown', ['up', 'unknown'], 2 * hourMs, 'This computer’s clock is wrong', '2 hr behind'],
  ['down, unknown', ['down', 'unknown'], -2 * hourMs, 's0 is down', '2 hr ahead'],
  ['all up', ['up', 'up'], 2 * hourMs, 'All services are working', '2 hr behind'],
] as const)('by a wrong clock, %s', (_what, verdicts, offMs, headline, note) => {
  const page = drawStatus(verdicts, offMs);
  expect(page).toContain(headline);
  expect(page).toContain(note);
});

test('in French as well', () => {
  expect(drawStatus(['unknown'], 24 * hourMs, 'fr')).toMatch(
    /L’horloge de cet ordinateur est mal réglée.*retarde de 1/s,
  );
});

test('by the right clock nothing is said of it', () => {
  expect(drawStatus(['up', 'unknown'], undefined)).not.toContain('This computer’s clock');
});
