import { afterEach, describe, expect, test } from 'vitest';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { emptyMemory, requestFeed } from '../../main/core/status/feed-request.ts';
import type { Feed } from '../../shared/coop/feed.ts';
import { feedTypes } from '../../shared/feeds/types.ts';
import type { FeedType } from '../../shared/feeds/types.ts';
import type { PageTrouble, StandInPage } from '../servers/feeds/index.ts';
import { startPage } from '../servers/feeds/index.ts';
import type { PageState } from '../servers/feeds/page.ts';

const calm: PageState = { says: { Chat: 'up', Calls: 'up' } };
const rough: PageState = {
  says: { Chat: 'up', Calls: 'down', Pads: 'degraded', Files: 'maintenance' },
  incident: 'A cable was cut',
};

let page: StandInPage | undefined;
afterEach(async () => {
  await page?.stop();
  page = undefined;
});

/** Answers stay the same while the clock is stopped. */
const nowUtcMs = () => Date.UTC(2026, 10, 28, 3);

async function open(type: FeedType, state = rough) {
  const running = (page = await startPage(type, state, { nowUtcMs }));
  const net = createNet({ budget: createBudget(8) });
  const memory = emptyMemory();
  const feed: Feed = { id: 'page', type, url: running.url, slug: 'default', intervalS: 60 };
  const look = (signal = new AbortController().signal) =>
    requestFeed({
      // The app's own limits, with shorter timeouts.
      net: { request: (request) => net.request({ ...request, phaseMs: 300 }) },
      nowUtcMs,
      feed,
      components: ['Chat', 'calls'],
      memory,
      signal,
    });
  const verdicts = async () => {
    const seen = await look();
    if (!seen.ok) return seen.fault.code;
    return Object.fromEntries(seen.reading.components.map((one) => [one.name, one.verdict]));
  };
  return { running, look, verdicts, memory };
}

describe.each(feedTypes)('%s over the network', (type) => {
  test('is read, explained where the format can, and read again', async () => {
    const { running, look, verdicts } = await open(type);
    const seen = await look();
    expect(seen).toMatchObject({ ok: true });
    expect(await verdicts()).toMatchObject({ Calls: 'down' });
    if (!['gatus', 'upptime', 'cachet'].includes(type)) {
      const incidents = seen.ok ? seen.reading.incidents.map((one) => one.title) : [];
      expect(new Set(incidents)).toEqual(new Set([rough.incident]));
    }
    running.say(calm);
    const after = await look();
    if (!after.ok) throw new Error(after.fault.code);
    const now = new Set(after.reading.components.map((one) => one.verdict));
    expect(type === 'alertmanager' ? [...now, after.reading.unlisted] : [...now]).toEqual(['up']);
  });

  test('is not sent again while it stays the same', async () => {
    const { running, verdicts } = await open(type);
    const first = await verdicts();
    const asked = running.answers().length;
    expect(await verdicts()).toEqual(first);
    expect(new Set(running.answers().slice(0, asked))).toEqual(new Set([200]));
    expect(new Set(running.answers().slice(asked))).toEqual(new Set([304]));
  });

  test.each<[PageTrouble, readonly string[]]>([
    ['html', ['html-instead']],
    ['wrong-types', ['wrong-shape']],
    ['gibibyte', ['too-large']],
    // 10^6 entries are refused for their shape or their number.
    ['million', ['too-many', 'wrong-shape']],
    ['hang', ['no-answer']],
    ['drip', ['no-answer']],
    ['error', ['status']],
    ['login', ['no-access']],
    ['redirect-loop', ['no-answer']],
  ])('in trouble (%s) has one fault, and is well again afterwards', async (trouble, codes) => {
    const { running, look, verdicts } = await open(type);
    running.trouble(trouble);
    const startMs = performance.now();
    const seen = await look();
    expect(performance.now() - startMs).toBeLessThan(3000);
    expect(codes).toContain(seen.ok ? 'read' : seen.fault.code);
    running.trouble(undefined);
    expect(await verdicts()).toMatchObject({ Calls: 'down' });
  });
});

test('a page that lies about its times is not green', async () => {
  const { running, verdicts } = await open('gatus');
  running.trouble('lies');
  expect(await verdicts()).toEqual({ Chat: 'unknown' });
});

test('what did not answer names the reason', async () => {
  const { running, look } = await open('statuspage');
  await running.stop();
  expect(await look()).toMatchObject({
    ok: false,
    fault: { code: 'no-answer', reason: { code: 'refused' } },
  });
});

test('a look that is given up rejects with its reason', async () => {
  const { running, look } = await open('cachet');
  running.trouble('hang');
  const life = new AbortController();
  const looking = look(life.signal);
  setTimeout(() => life.abort(new Error('suspended')), 50);
  await expect(looking).rejects.toThrow('suspended');
});

test('gibibytes leave memory flat', async () => {
  const { running, look } = await open('statuspage');
  running.trouble('gibibyte');
  await look();
  globalThis.gc?.();
  const before = process.memoryUsage();
  for (let round = 0; round < 5; round += 1) await look();
  globalThis.gc?.();
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  expect(grown / 1024 / 1024).toBeLessThan(30);
});
