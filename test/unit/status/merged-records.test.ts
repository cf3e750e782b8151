import { describe, expect, test } from 'vitest';
import { createMergedRecords } from '../../../main/core/status/merged-records.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { FeedReading, FeedVerdict } from '../../../shared/feeds/reading.ts';
import type { FeedState } from '../../../shared/status/feed-status.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

/** `watched` has a probe and a page, `told` only a page, `plain` only a probe. */
function scene() {
  const probe = { type: 'http', url: 'https://a.example' };
  const feed = (component: string) => ({ feed: 'page', component });
  const parsed = parseCoopDocument(
    JSON.stringify({
      version: 1,
      name: 'x',
      feeds: [{ id: 'page', type: 'upptime', url: 'https://status.example' }],
      services: [
        { id: 'watched', name: 'Watched', probe, feed: feed('w') },
        { id: 'told', name: 'Told', feed: feed('t') },
        { id: 'plain', name: 'Plain', probe },
      ],
    }),
  );
  if (!parsed.ok) throw new Error('document');
  const { services, feeds } = parsed.document;
  const clock = fakeClock();
  const records = new Map<string, ServiceRecord>();
  const states = new Map<string, FeedState>();
  const merged = createMergedRecords({
    clock,
    status: () => ({ services, records }),
    feeds: () => states,
  });
  const verdicts = (one: Partial<Record<'w' | 't', FeedVerdict>>): FeedReading['components'] =>
    Object.entries(one).map(([key, verdict]) => ({ key, name: key, verdict }));
  return {
    clock,
    merged,
    see: (id: string, verdict: Verdict) =>
      records.set(id, { verdict, sinceUtcMs: clock.nowUtcMs(), asOfUtcMs: clock.nowUtcMs() }),
    hear: (said: Partial<Record<'w' | 't', FeedVerdict>>) => {
      const [feed] = feeds;
      if (!feed) throw new Error('feed');
      const reading = {
        components: verdicts(said),
        incidents: [],
        maintenance: [],
        unlisted: 'unknown' as const,
      };
      states.set('page', { feed, reading, readAtUtcMs: clock.nowUtcMs(), faults: 0 });
    },
    /** Reports everything new, as `takePages` and `takeChecks` do together. */
    update: (changes: readonly Change[] = []) =>
      [...merged.takeChecks(changes).changes, ...merged.takePages().changes].map(
        (one) => `${one.serviceId} ${one.from} ${one.to}`,
      ),
  };
}

describe('what a member is told', () => {
  test('by a page alone: each change at once', () => {
    const { hear, update } = scene();
    hear({ t: 'up' });
    expect(update()).toEqual(['told unknown up']);
    expect(update()).toEqual([]);
    hear({ t: 'down' });
    expect(update()).toEqual(['told up down']);
    hear({ t: 'up' });
    expect(update()).toEqual(['told down up']);
  });

  test('by a page that was silent meanwhile: what is different from before', async () => {
    const { clock, hear, merged, update } = scene();
    hear({ t: 'down' });
    update();
    await clock.pass(3_600_000);
    expect([update(), merged.joined('told')?.record.verdict]).toEqual([[], 'unknown']);
    hear({ t: 'up' });
    expect(update()).toEqual(['told down up']);
  });

  test('by our own probe, whatever the page says', () => {
    const { see, hear, update } = scene();
    see('watched', 'up');
    hear({ w: 'down' });
    expect(update()).toEqual(['watched unknown up']);
    see('watched', 'down');
    hear({ w: 'up' });
    expect(update([])).toEqual(['watched up down']);
  });

  test('nothing, while planned maintenance is under way', () => {
    const { see, hear, update } = scene();
    see('watched', 'up');
    update();
    hear({ w: 'maintenance' });
    expect(update()).toEqual(['watched up maintenance']);
    see('watched', 'down');
    expect(update([])).toEqual([]);
    hear({ w: 'up' });
    expect(update()).toEqual(['watched maintenance down']);
  });

  test('of other services as before', () => {
    const { update } = scene();
    const change = { serviceId: 'plain', name: 'Plain', from: 'up', to: 'down' } as const;
    expect(update([change])).toEqual(['plain up down']);
  });
});

test('a check of one service does not listen to the pages of all again', () => {
  const { see, hear, merged } = scene();
  hear({ t: 'up' });
  merged.takePages();
  hear({ t: 'down' });
  see('watched', 'down');
  const { changes } = merged.takeChecks([]);
  expect(changes.map((one) => `${one.serviceId} ${one.to}`)).toEqual(['watched down']);
});

test('says whether there is anything new to see', () => {
  const { hear, merged } = scene();
  hear({ t: 'up' });
  expect([merged.takePages().visible, merged.takePages().visible]).toEqual([true, false]);
});
