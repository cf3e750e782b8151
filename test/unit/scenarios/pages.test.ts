/** What a member sees of a service known only from a status page, while that page goes stale. */
import { expect, test } from 'vitest';
import { minute, second, setStage } from './stage.ts';

const alone = (type: string, pages: Readonly<Record<string, unknown>>) =>
  setStage({
    at: '2026-11-24T14:00:00Z',
    names: { chat: 'Chat' },
    services: { chat: { probe: undefined, feed: { feed: 'page', component: 'Chat' } } },
    document: { feeds: [{ id: 'page', name: 'Our page', type, url: 'https://status.example' }] },
    pages,
  });

test('an Upptime repository whose runs are switched off: unknown after three days, and nobody is alarmed', async () => {
  const file = 'https://status.example/history/chat.yml';
  const ran = (at: string) => `url: x\nstatus: up\nlastUpdated: ${at}\n`;
  const { pass, passTo, setPage, view, told } = await alone('upptime', {
    'https://status.example/history/summary.json': [{ name: 'Chat', slug: 'chat', status: 'up' }],
    [file]: ran('2026-11-23T23:04:11.000Z'),
  });
  await pass(minute);
  expect(view('chat')).toMatchObject({
    verdict: 'up',
    asOfUtcMs: Date.parse('2026-11-23T23:04:11Z'),
  });
  await passTo('2026-11-24T23:05:00Z');
  setPage(file, ran('2026-11-24T23:04:30.000Z'));
  await passTo('2026-11-27T22:00:00Z');
  expect(view('chat')?.verdict).toBe('up');
  await passTo('2026-11-28T00:00:00Z');
  expect(view('chat')).toMatchObject({
    verdict: 'unknown',
    reason: { code: 'feed-asleep' },
    asOfUtcMs: Date.parse('2026-11-24T23:04:30Z'),
  });
  setPage(file, ran('2026-11-28T00:10:00.000Z'));
  await passTo('2026-11-28T01:30:00Z');
  expect([view('chat')?.verdict, told()]).toEqual(['up', []]);
});

test('a nightly job that tells Uptime Kuma of its start and its end: up all day, unknown after a second night without', async () => {
  const beats = 'https://status.example/api/status-page/heartbeat/default';
  const night = (date: string) =>
    ['02:00:00', '02:00:08'].map((time) => ({
      status: 1,
      time: `2026-11-${date} ${time}`,
      ping: 1,
    }));
  const nights = (...dates: string[]) => ({ heartbeatList: { 1: dates.flatMap(night) } });
  const { passTo, setPage, view, told } = await alone('uptime-kuma', {
    'https://status.example/api/status-page/default': {
      publicGroupList: [{ name: 'All', monitorList: [{ id: 1, name: 'Chat' }] }],
    },
    [beats]: nights('24'),
  });
  const verdictAt = async (at: string) => {
    await passTo(at);
    return view('chat')?.verdict;
  };
  expect(await verdictAt('2026-11-25T01:59:00Z')).toBe('up');
  setPage(beats, nights('24', '25'));
  expect(await verdictAt('2026-11-26T01:59:00Z')).toBe('up');
  setPage(beats, nights('24', '25', '26'));
  expect(await verdictAt('2026-11-27T12:00:00Z')).toBe('up');
  expect(await verdictAt('2026-11-28T03:00:00Z')).toBe('unknown');
  expect(told()).toEqual([]);
});

test('a page that does not say when it measured: what it says, without a time that it never gave', async () => {
  const { pass, view } = await alone('cachet', {
    'https://status.example/api/v1/components?per_page=100': {
      data: [{ id: 1, name: 'Chat', status: 1, updated_at: '2024-01-01 00:00:00' }],
    },
  });
  await pass(10 * minute + second);
  expect(view('chat')?.verdict).toBe('up');
  expect(view('chat')).not.toHaveProperty('asOfUtcMs');
  expect(view('chat')?.feed?.readAtUtcMs).toBeGreaterThan(Date.parse('2026-11-24T14:08:00Z'));
});
