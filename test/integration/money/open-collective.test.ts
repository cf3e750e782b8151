/** The question about money with a server that checks its fields, as the API of Open Collective does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReadMoney } from '../../../main/features/money/request.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { OpenCollective } from '../../servers/open-collective.ts';
import { graphqlPath, startOpenCollective } from '../../servers/open-collective.ts';

let server: OpenCollective;
beforeEach(async () => {
  server = await startOpenCollective(
    {
      maple: { name: 'Maple', cents: 123_456, currency: 'CAD' },
      festival: { name: 'Festival', cents: null, currency: null },
    },
    { nowMs: () => 0 },
  );
});
afterEach(() => server.stop());

const read = (...slugs: readonly string[]) => {
  const ask = createReadMoney(createNet({ budget: createBudget(2) }));
  const plan = {
    collectives: slugs.map((slug) => ({ slug })),
    url: server.url,
    apiUrl: server.url + graphqlPath,
  };
  return ask(plan, '2026-11-29', new AbortController().signal);
};

test('all collectives in one request', async () => {
  expect(await read('maple', 'gone', 'festival')).toEqual({
    ok: true,
    accounts: [
      { slug: 'maple', name: 'Maple', balance: { cents: 123_456, currency: 'CAD' } },
      { slug: 'gone', isMissing: true },
      { slug: 'festival', name: 'Festival' },
    ],
  });
  expect(server.asked).toEqual([
    { to: '2026-11-30T00:00:00.000Z', s0: 'maple', s1: 'gone', s2: 'festival' },
  ]);
});

test('the eleventh request of a minute from one network is refused', async () => {
  for (let turn = 0; turn < 10; turn += 1) expect((await read('maple')).ok).toBe(true);
  expect(await read('maple')).toEqual({ ok: false, problem: { code: 'busy', status: 429 } });
});

test('a field that the place no longer has costs the answer, and is said', async () => {
  const body = '{"errors":[{"message":"Cannot query field \\"balance\\""}]}';
  server.answerAs({ body });
  expect(await read('maple')).toEqual({ ok: false, problem: { code: 'errors' } });
});

test('more than is read is no answer', async () => {
  server.answerAs({ body: ' '.repeat(100_000) });
  expect(await read('maple')).toEqual({ ok: false, problem: { code: 'too-large' } });
});
