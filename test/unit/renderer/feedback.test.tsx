/** The list of what was written, drawn without a window. */
import { expect, test } from 'vitest';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import { locales } from '../../../shared/snapshot.ts';
import type { Locale } from '../../../shared/snapshot.ts';
import { ItemList } from '../../../renderer/pages/feedback/ItemList.tsx';
import { draw } from './draw.tsx';

function list(locale: Locale, labelsDropped?: string[]): string {
  const item: FeedbackState['items'][number] = {
    id: 'a',
    title: 'Idea: Pads',
    sinceUtcMs: 0,
    phase: { at: 'sent', atUtcMs: 0 },
    ...(labelsDropped ? { labelsDropped } : {}),
  };
  const state = { destinations: [], staging: [], items: [item], unreadable: 0, writable: true };
  const ignore = () => undefined;
  return draw(
    <ItemList state={state} openId="" wanted={undefined} onOpen={ignore} onRedirected={ignore} />,
    locale,
  );
}

test.each(locales)('in %s, labels that GitHub left out are named', (locale) => {
  expect(list(locale, ['feedback', 'bug'])).toMatch(
    /<p[^>]*>GitHub [^<]*: feedback, bug\. [^<]*\.</,
  );
  expect(list(locale)).not.toContain('GitHub');
});
