import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import type { UntidyAnswer } from '../servers/untidy.ts';
import { serveAnswers, untidyAnswers, word } from '../servers/untidy.ts';
import { observe } from './probing.ts';

let server: FaultyServer;
beforeAll(async () => {
  server = await startFaulty(serveAnswers(untidyAnswers));
});
afterAll(() => server.stop());

const urlOf = (answer: UntidyAnswer) => `${server.url}/${untidyAnswers.indexOf(answer)}`;
const named = untidyAnswers.map((answer) => [answer.what, answer] as const);

describe('a check reads what a browser reads', () => {
  test.each(named)('%s', async (_what, answer) => {
    const seen = await observe({
      type: 'http',
      url: urlOf(answer),
      expect: [{ on: 'body', contains: word }],
    });
    if (answer.isRead) {
      expect(seen.verdict).toBe('up');
      expect(seen.remarks ?? []).toEqual(answer.remarks);
    } else {
      expect(seen).toMatchObject({ verdict: 'down', reason: { code: answer.code } });
    }
  });
});

describe('what is acted on is read strictly', () => {
  const strictly = (answer: UntidyAnswer) =>
    createNet({ budget: createBudget(1) }).request({
      url: urlOf(answer),
      signal: AbortSignal.timeout(5000),
      phaseMs: 1000,
      bodyBytes: 1024 * 1024,
      redirects: 0,
      trust: 'system',
    });
  const remarked = (remark: string) =>
    named.filter(([, answer]) => answer.remarks?.some((one) => one === remark));

  test.each(
    ['two-lengths', 'folded-header', 'odd-header', 'packing', 'cut-short'].flatMap(remarked),
  )('%s is refused', async (_what, answer) => {
    await expect(strictly(answer)).rejects.toMatchObject({ name: 'NetError' });
  });
});
