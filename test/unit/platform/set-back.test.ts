/** Deferred by a clock that is ahead, and due all the same once the clock has been set back. */
import { request } from '@octokit/request';
import { expect, test } from 'vitest';
import { createGithubApi } from '../../../main/features/accounts/github/api.ts';
import { signIn } from '../../../main/features/accounts/github/device-flow.ts';
import type { Histories } from '../../../main/core/status/upptime-histories.ts';
import { withHistories } from '../../../main/core/status/upptime-histories.ts';
import { leftMs } from '../../../shared/time/elapsed.ts';
import { staleBeforeAt, staleSince } from '../../../shared/acknowledgements/stale.ts';
import { fakeClock } from '../clock.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const year = 365 * 24 * hour;

test.each([
  ['in ten minutes', 10 * minute, 10 * minute],
  ['in just an hour', hour, hour],
  ['now', 0, 0],
  ['an hour ago', -hour, 0],
  ['in a year, where nothing waits for more than an hour', year, 0],
])('%s', (_name, ms, left) => {
  const now = Date.UTC(2026, 10, 24);
  expect(leftMs(now + ms, now, hour)).toBe(left);
});

/** GitHub with these answers in order; the last one repeats. */
function github(...answers: readonly Response[]) {
  let asked = 0;
  const fetch = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (!answer) throw new Error('nothing is planned');
    return answer.clone();
  };
  return { request: request.defaults({ request: { fetch } }), asked: () => asked };
}
const json = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(data, { status, headers });

test('GitHub that wanted to be left alone a year ahead is asked again', async () => {
  const clock = fakeClock();
  const busy = json({ message: 'secondary rate limit' }, 429, { 'retry-after': '60' });
  const { request: asks, asked } = github(busy, json({ login: 'ana' }));
  const api = createGithubApi({ request: asks, clock, token: () => 'token' });
  const read = () => api.read('GET /user', {}, new AbortController().signal);
  clock.jump(year);
  await expect(read()).rejects.toMatchObject({ trouble: { code: 'busy' } });
  await expect(read()).rejects.toMatchObject({ temporary: { retryAfterMs: minute } });
  expect(asked()).toBe(1);
  clock.jump(-year);
  expect(await read()).toEqual({ login: 'ana' });
});

test.each([
  ['a year ahead', year],
  ['back to 1976', -50 * year],
])('a code that is typed while the clock is set %s signs in', async (_name, ms) => {
  const clock = fakeClock();
  const { request: asks } = github(
    json({
      device_code: 'device',
      user_code: 'ABCD-1234',
      verification_uri: 'https://github.com/login/device',
      expires_in: 900,
      interval: 5,
    }),
    json({ error: 'authorization_pending' }),
    json({ access_token: 'token', token_type: 'bearer', scope: '' }),
  );
  const parts = { clientId: 'Iv1.0', url: 'https://github.com', request: asks, clock };
  const signedIn = signIn(parts, () => undefined, new AbortController().signal);
  await clock.pass(second);
  clock.jump(ms);
  await clock.pass(minute);
  expect(await signedIn).toMatchObject({ ok: true, tokens: { token: 'token' } });
});

test('the file of a status page is asked for again', async () => {
  const kept: Histories = new Map();
  let nowUtcMs = Date.UTC(2026, 10, 24) + year;
  let asked = 0;
  const look = () =>
    withHistories(
      {
        components: [{ key: 'chat', name: 'Chat', verdict: 'up' }],
        incidents: [],
        maintenance: [],
        unlisted: 'unknown',
      },
      ['chat'],
      kept,
      async () => {
        asked += 1;
        return undefined;
      },
      () => nowUtcMs,
    );
  await look();
  await look();
  expect(asked).toBe(1);
  nowUtcMs -= year;
  await look();
  expect(asked).toBe(2);
});

test('what others say of a trouble is about this one', () => {
  const now = Date.UTC(2026, 10, 24);
  const up = { serviceId: 'pads', name: 'Pads', from: 'down', to: 'up' } as const;
  const down = { ...up, from: 'up', to: 'down' } as const;
  const ahead = staleSince(new Map(), [up], now + year);
  expect(staleBeforeAt(ahead, 'pads', now + year)).toBe(now + year);
  expect(staleBeforeAt(ahead, 'pads', now)).toBeUndefined();
  expect(staleBeforeAt(staleSince(ahead, [down], now), 'pads', now)).toBe(now - 15 * minute);
});
