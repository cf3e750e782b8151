import { expect, test } from 'vitest';
import type { Histories } from '../../../main/core/status/upptime-histories.ts';
import { withHistories } from '../../../main/core/status/upptime-histories.ts';
import type { FeedReading, FeedVerdict } from '../../../shared/feeds/reading.ts';

const start = Date.UTC(2026, 10, 24, 14, 0);
const minute = 60_000;

function repository(...keys: string[]) {
  const kept: Histories = new Map();
  const asked: string[] = [];
  let now = start;
  let verdict: FeedVerdict = 'up';
  let text: string | undefined = `lastUpdated: ${new Date(start).toISOString()}\n`;
  const look = async (...wanted: string[]) => {
    const components = keys.map((key) => ({ key, name: key.toUpperCase(), verdict }));
    const reading: FeedReading = {
      components,
      incidents: [],
      maintenance: [],
      unlisted: 'unknown',
    };
    const ask = async (path: string) => {
      asked.push(path);
      return text;
    };
    const dated = await withHistories(reading, wanted, kept, ask, () => now);
    return dated.components.map((one) => [one.verdict, one.asOfUtcMs]);
  };
  return {
    look,
    /** Requests since the last call. */
    asked: () => asked.splice(0),
    pass: (ms: number) => (now += ms),
    setText: (next: string | undefined) => (text = next),
    setVerdict: (next: FeedVerdict) => (verdict = next),
  };
}

test('only what services hang on is asked for, by key or by name, and once', async () => {
  const { look, asked } = repository('chat', 'calls', 'pads');
  expect(await look('chat', 'CALLS', 'calls', 'wiki')).toEqual([
    ['up', start],
    ['up', start],
    ['up', undefined],
  ]);
  expect(asked()).toEqual(['/history/chat.yml', '/history/calls.yml']);
});

test('a file is asked for once an hour, and when the state is another', async () => {
  const { look, asked, pass, setVerdict } = repository('chat');
  await look('chat');
  for (let round = 0; round < 20; round += 1) {
    pass(2 * minute);
    await look('chat');
  }
  expect(asked()).toHaveLength(1);
  pass(30 * minute);
  await look('chat');
  expect(asked()).toHaveLength(1);
  setVerdict('down');
  expect(await look('chat')).toEqual([['down', start]]);
  expect(asked()).toHaveLength(1);
});

test('one that cannot be had at the moment leaves what it said, until that is old', async () => {
  const { look, asked, pass, setText } = repository('chat');
  await look('chat');
  setText(undefined);
  pass(61 * minute);
  expect(await look('chat')).toEqual([['up', start]]);
  pass(6 * minute);
  await look('chat');
  expect(asked()).toHaveLength(3);
  pass(72 * 60 * minute);
  expect(await look('chat')).toEqual([['unknown', start]]);
});

test('one that never could be had means unknown', async () => {
  const { look, setText } = repository('chat');
  setText(undefined);
  expect(await look('chat')).toEqual([['unknown', undefined]]);
});

test('a look asks for some, and the next ones for the others', async () => {
  const keys = Array.from({ length: 120 }, (_, id) => `site-${id}`);
  const { look, asked, setText } = repository(...keys);
  const known = async () => (await look(...keys)).filter(([verdict]) => verdict === 'up').length;
  expect([await known(), await known(), await known()]).toEqual([50, 100, 120]);
  expect(new Set(asked()).size).toBe(120);
  setText(undefined);
  const silent = repository(...keys);
  silent.setText(undefined);
  await silent.look(...keys);
  // Does not wait for the timeouts of a hundred requests.
  expect(silent.asked()).toHaveLength(3);
});

test('a key that is no slug is not asked for', async () => {
  const { look, asked } = repository('../chat');
  expect(await look('../chat')).toEqual([['unknown', undefined]]);
  expect(asked()).toEqual([]);
});
