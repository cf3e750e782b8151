import { request as octokit } from '@octokit/request';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGithubApi } from '../../../main/features/accounts/github/api.ts';
import { refresh, signIn } from '../../../main/features/accounts/github/device-flow.ts';
import { createFetch } from '../../../main/features/accounts/github/fetch.ts';
import { createRepository } from '../../../main/features/accounts/github/issues.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { answerContent } from '../../../shared/feedback/answer.ts';
import { markerOf } from '../../../shared/feedback/github-issue.ts';
import { eventually } from '../../desktop/wait.ts';
import type { StandInGithub } from '../../servers/github/index.ts';
import { owner, repo, startGithub } from '../../servers/github/index.ts';
import { fakeClock } from '../../unit/clock.ts';

const issues = `/repos/${owner}/${repo}/issues`;
const signal = () => new AbortController().signal;
const content = (id: string, labels: readonly string[] = []) =>
  JSON.stringify({ title: `Problem: ${id}`, body: `It is.\n\n${markerOf(id)}`, labels });
const message = (id: string, labels?: readonly string[]) => ({
  kind: 'message',
  content: content(id, labels),
});

let github: StandInGithub;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.stop());

function connect(token: () => string | undefined = () => 'token-0') {
  const clock = fakeClock();
  const net = createNet({ budget: createBudget(8) });
  const request = octokit.defaults({ baseUrl: github.url, request: { fetch: createFetch(net) } });
  const api = createGithubApi({ request, clock, token });
  const repository = createRepository({ api, check: () => {}, owner, repo });
  return { clock, repository, api, flow: { clientId: 'app', url: github.url, request, clock } };
}

const written = (to: string) =>
  github.asked.filter(({ method, path }) => method === 'POST' && path === to).length;
const created = () => written(issues);

describe('signing in', () => {
  /** Lets the interval pass once the flow waits, and no sooner. */
  const poll = async (clock: ReturnType<typeof fakeClock>, ms: number) => {
    await eventually('the flow to wait', () => (clock.timers() > 0 ? true : undefined), 3000);
    await clock.pass(ms);
  };

  test('asks as slowly as it is told to, and gets tokens that can be renewed', async () => {
    const { clock, flow } = connect();
    github.flow.plan('authorization_pending', 'slow_down');
    const codes: string[] = [];
    const signingIn = signIn(flow, ({ userCode }) => codes.push(userCode), signal());
    await poll(clock, 5000);
    await poll(clock, 5000);
    await poll(clock, 10_999);
    expect([codes, github.flow.polls()]).toEqual([['WDJB-MJHT'], 2]);
    await poll(clock, 1);
    const done = await signingIn;
    expect(done).toMatchObject({
      ok: true,
      tokens: { token: 'token-1', refreshToken: 'refresh-1' },
    });
    expect(await refresh(flow, 'refresh-1', signal())).toMatchObject({ token: 'token-2' });
    expect(await refresh(flow, 'refresh-1', signal())).toBeUndefined();
  });

  test.each([
    ['access_denied', 'denied'],
    ['expired_token', 'expired'],
  ] as const)('ends with %s', async (step, why) => {
    const { clock, flow } = connect();
    github.flow.plan(step);
    const signingIn = signIn(flow, () => undefined, signal());
    await poll(clock, 5000);
    expect(await signingIn).toEqual({ ok: false, why });
  });

  test('a code that grew old in a sleep is over once GitHub says so', async () => {
    const { clock, flow } = connect();
    github.flow.plan('expired_token');
    const signingIn = signIn(flow, () => clock.jump(900_000), signal());
    await poll(clock, 5000);
    expect([await signingIn, github.flow.polls()]).toEqual([{ ok: false, why: 'expired' }, 1]);
  });

  test('can be cancelled while it waits', async () => {
    const { clock, flow } = connect();
    const stop = new AbortController();
    const signingIn = signIn(flow, () => undefined, stop.signal);
    await eventually('the flow to wait', () => (clock.timers() > 0 ? true : undefined), 3000);
    stop.abort(new Error('cancelled'));
    await expect(signingIn).rejects.toThrow('cancelled');
    expect(clock.timers()).toBe(0);
  });
});

describe('an issue', () => {
  test('is made, and its answer that was lost makes no second one', async () => {
    const { repository } = connect();
    github.fail('POST', issues, 'answer-lost');
    await expect(repository.send(message('one'), 't', signal())).rejects.toMatchObject({
      trouble: { code: 'offline' },
      temporary: {},
    });
    const answer = await repository.send(message('one'), 't', signal());
    expect([answer.id, created()]).toEqual(['1', 1]);
    expect(await repository.send(message('two'), 't', signal())).toMatchObject({ id: '2' });
  });

  test('tells which labels GitHub has dropped', async () => {
    const { repository } = connect();
    const kept = await repository.send(message('one', ['bug']), 't', signal());
    expect(kept).not.toHaveProperty('labelsDropped');
    github.setMayPush(false);
    const answer = await repository.send(message('two', ['bug']), 't', signal());
    expect(answer).toMatchObject({ id: '2', labelsDropped: ['bug'] });
  });

  test('is read back with its comments and its end, from the cache while nothing changes', async () => {
    const { repository } = connect();
    await repository.send(message('one'), 't', signal());
    expect(await repository.outcome(1, signal())).toEqual({ comments: [] });
    await repository.outcome(1, signal());
    expect(github.asked.slice(-2).map(({ status }) => status)).toEqual([304, 304]);
    await github.staff(`${issues}/1/comments`, 'POST', { body: 'Fixed, thank you' });
    await github.staff(`${issues}/1`, 'PATCH', { state: 'closed', state_reason: 'not_planned' });
    const { closed, comments } = await repository.outcome(1, signal());
    expect(closed).toMatchObject({ as: 'dropped' });
    expect(comments.map(({ text }) => text)).toEqual(['Fixed, thank you']);
  });
});

describe('a comment', () => {
  const comments = `${issues}/1/comments`;
  const comment = (id: string) => {
    const place = { via: 'github', owner, repo, issueNumber: 1 } as const;
    return answerContent(id, place, `I am ${id}`).content;
  };

  test('is made, and its answer that was lost makes no second one', async () => {
    const { repository } = connect();
    await repository.send(message('one'), 't', signal());
    await github.staff(comments, 'POST', { body: 'Which browser?' });
    github.fail('POST', comments, 'answer-lost');
    await expect(repository.comment(1, comment('a'), signal())).rejects.toMatchObject({
      trouble: { code: 'offline' },
      temporary: {},
    });
    const answer = await repository.comment(1, comment('a'), signal());
    expect(written(comments)).toBe(1);
    const other = await repository.comment(1, comment('b'), signal());
    const heard = (await repository.outcome(1, signal())).comments;
    expect(heard.map(({ by }) => by)).toEqual(['sam', 'ana', 'ana']);
    expect(heard.map(({ text }) => text.split('\n')[0])).toEqual([
      'Which browser?',
      'I am a',
      'I am b',
    ]);
    const ids = heard.slice(1).map(({ id }) => `comment:${id}`);
    expect([answer.id, other.id]).toEqual(ids);
  });

  test('that could come twice is not sent', async () => {
    const { repository } = connect();
    await repository.send(message('one'), 't', signal());
    const content = JSON.stringify({ body: 'It has no marker' });
    await expect(repository.comment(1, content, signal())).rejects.toMatchObject({
      trouble: { code: 'internal' },
      temporary: false,
    });
    expect(written(comments)).toBe(0);
  });

  test('to an issue that is gone is given up', async () => {
    const { repository } = connect();
    await expect(repository.comment(1, comment('a'), signal())).rejects.toMatchObject({
      trouble: { code: 'not-found' },
      temporary: false,
    });
  });
});

test('signed out, a public repository is read without a token, and nothing is written', async () => {
  const { api, repository } = connect(() => undefined);
  const found = await api.read('GET /repos/{owner}/{repo}/issues', { owner, repo }, signal());
  expect(found).toEqual([]);
  await expect(repository.send(message('one'), 't', signal())).rejects.toMatchObject({
    trouble: { code: 'signed-out' },
  });
});

describe('a refusal', () => {
  test('a revoked token is signed out', async () => {
    github.flow.revoke('token-0');
    await expect(connect().repository.send(message('one'), 't', signal())).rejects.toMatchObject({
      trouble: { code: 'signed-out' },
    });
  });

  test('names the permission that is missing', async () => {
    const headers = {
      'x-accepted-github-permissions': 'issues=write',
      'content-type': 'application/json',
    };
    github.fail('POST', issues, {
      status: 403,
      headers,
      body: '{"message":"Resource not accessible"}',
    });
    await expect(connect().repository.send(message('one'), 't', signal())).rejects.toMatchObject({
      trouble: { code: 'no-permission', params: { permission: 'issues=write' } },
      temporary: false,
    });
  });

  test('once the hour is spent nothing more is asked until it is over', async () => {
    const { api, clock } = connect();
    const resetS = Math.ceil(clock.nowUtcMs() / 1000) + 600;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetS) };
    github.fail('GET', '/user', { status: 403, headers, body: '' });
    const busy = { trouble: { code: 'busy' } };
    await expect(api.read('GET /user', {}, signal())).rejects.toMatchObject(busy);
    await expect(api.read('GET /user', {}, signal())).rejects.toMatchObject(busy);
    expect(github.asked).toEqual([]);
    clock.jump(601_000);
    expect(await api.read('GET /user', {}, signal())).toMatchObject({ login: 'ana' });
  });
});
