import { expect, test } from 'vitest';
import { viewJoined } from '../../../shared/status/joined.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { readCoop } from './monitor.ts';

const nowUtcMs = Date.UTC(2026, 10, 24);
const record = (verdict: ServiceRecord['verdict']): ServiceRecord => ({
  verdict,
  sinceUtcMs: nowUtcMs,
  asOfUtcMs: nowUtcMs,
});
const feedStatus = { name: 'Page', verdict: 'down', intervalMs: 120_000 } as const;

test.each([
  ['alone is unknown', undefined, 'unknown', 'clock-wrong'],
  [
    'leaves the word to our own check',
    { type: 'http', url: 'https://pads.example' },
    'up',
    undefined,
  ],
] as const)('while the clock is wrong, what a page says %s', (_what, probe, verdict, code) => {
  const feed = { feed: 'page', component: 'Pads' };
  const [known] = readCoop({
    feeds: [{ id: 'page', type: 'statuspage', url: 'https://status.example' }],
    services: [{ id: 'pads', name: 'Pads', feed, ...(probe ? { probe } : {}) }],
  }).services;
  if (!known) throw new Error('no service');
  const joined = { own: record('up'), record: record('down'), feedStatus };
  const connectivity = { state: 'online', sinceUtcMs: 0, clockOffMs: 3_600_000 } as const;
  const view = viewJoined(known.service, joined, connectivity, nowUtcMs);
  expect([view.verdict, view.reason?.code]).toEqual([verdict, code]);
});
