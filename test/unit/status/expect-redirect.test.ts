/** The expectation that a URL redirects elsewhere. */
import { describe, expect, test } from 'vitest';
import type { AnswerFacts } from '../../../shared/status/expect.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';

const plain: AnswerFacts = {
  url: 'https://go.example/calls',
  status: 200,
  headers: {},
  body: '',
  firstByteMs: 10,
  followedRedirects: true,
};

describe('a redirect', () => {
  test.each([
    ['https://calls.example/rooms/main', undefined],
    ['//calls.example/rooms/main', undefined],
    ['https://calls.example/?from=https://go.example/calls', undefined],
    ['https://go.example.org/', undefined],
    ['https://notgo.example/', undefined],
    ['https://go.example:8443/', undefined],
    ['https://go.example/', 'header-mismatch'],
    ['HTTP://GO.example:80/x', 'header-mismatch'],
    ['https://www.go.example./calls', 'header-mismatch'],
    ['https://user@go.example/', 'header-mismatch'],
    ['https:\\\\go.example\\', 'header-mismatch'],
    ['/', 'header-mismatch'],
    ['calls/', 'header-mismatch'],
    ['/?to=https://calls.example', 'header-mismatch'],
    [undefined, 'header-missing'],
  ])('to %s', (location, code) => {
    const facts = { ...plain, status: 302, headers: { location }, followedRedirects: false };
    const judged = judgeAnswer(facts, [{ on: 'redirect', otherwise: 'down' }], 0);
    expect(judged.reason?.code).toBe(code);
  });

  test('is no answer of another kind', () => {
    const judged = judgeAnswer(plain, [{ on: 'redirect', otherwise: 'down' }], 0);
    expect(judged.reason).toEqual({ code: 'status', params: { got: 200 } });
  });
});
