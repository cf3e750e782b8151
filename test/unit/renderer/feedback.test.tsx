/** The list of sent and unsent items, rendered without a window. */
import { expect, test } from 'vitest';
import type { DestinationView, FeedbackState } from '../../../shared/feedback/state.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { seenPlace } from '../../../renderer/pages/feedback/destination.ts';
import { ItemList } from '../../../renderer/pages/feedback/ItemList.tsx';
import { SendBar } from '../../../renderer/pages/feedback/SendBar.tsx';
import { draw } from './draw.tsx';

const ignore = () => undefined;

function list(locale: Locale, labelsDropped?: string[]): string {
  const item: FeedbackState['items'][number] = {
    id: 'a',
    title: 'Idea: Pads',
    sinceUtcMs: 0,
    phase: { at: 'sent', atUtcMs: 0 },
    ...(labelsDropped ? { labelsDropped } : {}),
  };
  const state = { destinations: [], staging: [], items: [item], unreadable: 0, writable: true };
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

const named: DestinationView = {
  id: 'code',
  via: 'github',
  name: 'Issues',
  place: 'coop/site',
  readers: 'our staff',
  ready: 'ready',
};

function beside(found: Partial<DestinationView>): string {
  const destination = { ...named, ...found };
  const preview = { digest: '', destination, parts: [], redactions: [], removals: [] };
  const look = { preview: { ...preview, leavesOutPicture: false } };
  return draw(
    <SendBar
      state={{ destinations: [named], staging: [], items: [], unreadable: 0, writable: true }}
      destination={seenPlace(named, look)}
      onDestination={ignore}
      look={look}
      trouble={undefined}
      sending={{ busy: false, outcome: undefined, send: ignore, openForm: ignore }}
      onPreview={ignore}
    />,
  );
}

test('beside the button stands the place, and who was found to read there', () => {
  expect(beside({})).toContain('To coop/site, visible to our staff');
  expect(beside({ readers: 'everybody' })).toContain('To coop/site, visible to everybody');
});

test('beside the button stands what the document names now, where the look is of another place', () => {
  const line = 'To coop/site, visible to our staff';
  for (const other of [{ place: 'coop/all' }, { id: 'all' }, { name: 'All' }])
    expect(beside({ ...other, readers: 'everybody' })).toContain(line);
});
