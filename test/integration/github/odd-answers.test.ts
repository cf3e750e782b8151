/** Unusual answers of real repositories: moved, different letter case, an invalid entry, quoted. */
import { request as octokit } from '@octokit/request';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGithubApi } from '../../../main/features/accounts/github/api.ts';
import { createFetch } from '../../../main/features/accounts/github/fetch.ts';
import { createRepository } from '../../../main/features/accounts/github/issues.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { markerOf } from '../../../shared/feedback/github-issue.ts';
import type { StandInGithub } from '../../servers/github/index.ts';
import { owner, repo, startGithub } from '../../servers/github/index.ts';
import { listen, send } from '../../servers/http.ts';
import { fakeClock } from '../../unit/clock.ts';

const issues = `/repos/${owner}/${repo}/issues`;
const old = `/repos/${owner}/old/issues`;
const signal = () => new AbortController().signal;
const json = { 'content-type': 'application/json' };
const issue = (more: object = {}) => ({
  number: 7,
  html_url: 'https://github.example/coop/beta/issues/7',
  state: 'open',
  user: { login: 'ana' },
  labels: [],
  ...more,
});
const message = (id: string, labels: readonly string[] = [], text = 'It is.') => ({
  kind: 'message',
  content: JSON.stringify({ title: 'Problem', body: `${text}\n\n${markerOf(id)}`, labels }),
});

let github: StandInGithub;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.stop());

function connect(name = repo) {
  const clock = fakeClock();
  const net = createNet({ budget: createBudget(8) });
  const request = octokit.defaults({ baseUrl: github.url, request: { fetch: createFetch(net) } });
  const api = createGithubApi({ request, clock, token: () => 'token-0' });
  return { api, clock, repository: createRepository({ api, check: () => {}, owner, repo: name }) };
}
const answer = (path: string, body: unknown, method = 'GET') =>
  github.fail(method, path, { headers: json, body: JSON.stringify(body) });
const leads = (method: string, path: string, location: string, status: number) =>
  github.fail(method, path, { status, headers: { location }, body: '{"message":"Moved"}' });
const created = () =>
  github.asked.filter(({ method, path }) => method === 'POST' && path === issues);

describe('a repository that was renamed', () => {
  test.each([
    [301, 307],
    [302, 308],
    [301, 301],
  ])('is found where it is now (%i, %i)', async (read, written) => {
    leads('GET', old, `${github.url}${issues}?creator=ana&state=all`, read);
    leads('POST', old, `${github.url}${issues}`, written);
    const { repository } = connect('old');
    const sent = await repository.send(message('one', ['bug']), 't', signal());
    expect([sent.id, created().length]).toEqual(['1', 1]);
    leads('GET', `${old}/1`, `${issues}/1`, 301);
    leads('GET', `${old}/1/comments`, `${issues}/1/comments`, 301);
    expect(await repository.outcome(1, signal())).toEqual({ comments: [] });
  });

  test('twice is followed, in a circle is not', async () => {
    leads('GET', `${old}/1`, '/repos/coop/newer/issues/1', 301);
    leads('GET', '/repos/coop/newer/issues/1', '/user', 301);
    const { api } = connect('old');
    expect(await api.read(`GET ${old}/1`, {}, signal())).toMatchObject({ login: 'ana' });
    for (let count = 0; count < 9; count += 1) leads('GET', old, old, 301);
    await expect(api.read(`GET ${old}`, {}, signal())).rejects.toMatchObject({
      trouble: { code: 'moved-away' },
      temporary: false,
    });
  });

  test('takes no token along to another server, and says where it has moved', async () => {
    const heard: unknown[] = [];
    const stranger = await listen((request, response) => {
      heard.push(request.headers);
      send(response, { headers: json, body: '[]' });
    });
    const host = new URL(stranger.url).host;
    leads('POST', issues, `${stranger.url}${issues}`, 307);
    const sending = connect().repository.send(message('one'), 't', signal());
    await expect(sending).rejects.toMatchObject({
      trouble: { code: 'moved-away', params: { to: host } },
      temporary: false,
    });
    leads('GET', '/user', 'file:///etc/passwd', 301);
    await expect(connect().api.read('GET /user', {}, signal())).rejects.toMatchObject({
      trouble: { code: 'moved-away', params: {} },
    });
    expect(heard).toEqual([]);
    await stranger.stop();
  });
});

test('a label counts however its letters are written', async () => {
  answer(issues, issue({ labels: [{ name: 'bug' }, 'Équipe', { name: null }, 7] }), 'POST');
  const sent = await connect().repository.send(
    message('one', ['Bug', 'équipe', 'Infra']),
    't',
    signal(),
  );
  expect(sent.labelsDropped).toEqual(['Infra']);
});

describe('what has been sent already', () => {
  const send = (text?: string) =>
    connect().repository.send(message('two', [], text), 't', signal());

  test('is not an issue that is merely quoted', async () => {
    await connect().repository.send(message('one'), 't', signal());
    const sent = await send(`As I wrote:\n> It is.\n> ${markerOf('one')}`);
    expect([sent.id, created().length]).toEqual(['2', 2]);
  });

  test.each([
    ['an issue that quotes this one', issue({ body: `${markerOf('two')}\n\nsame here` })],
    ['an issue of somebody else', issue({ user: { login: 'eve' }, body: markerOf('two') })],
    ['an issue of nobody', issue({ user: null, body: markerOf('two') })],
  ])('is not %s', async (_what, there) => {
    answer(issues, [there]);
    expect([(await send()).id, created().length]).toEqual(['1', 1]);
  });

  test.each([
    [
      'with the ends of lines that GitHub makes of them',
      issue({ body: `a\r\n\r\n${markerOf('two')}\r\n` }),
    ],
    ['in other letters of the name', issue({ user: { login: 'Ana' }, body: markerOf('two') })],
  ])('is known %s', async (_what, there) => {
    answer(issues, [null, { number: 'x' }, there]);
    expect([(await send()).id, created().length]).toEqual(['7', 0]);
  });

  test('is looked for among all comments of an issue', async () => {
    const comments = `${issues}/1/comments`;
    const one = (id: number, body: string, login = 'ana') => ({
      id,
      body,
      created_at: '2026-11-24T10:00:00Z',
      user: { login },
    });
    answer(
      comments,
      Array.from({ length: 100 }, (_, id) => one(id, 'more')),
    );
    answer(comments, [
      one(200, `said\n\n${markerOf('c')}`, 'eve'),
      one(201, `x\n\n${markerOf('c')}`),
    ]);
    const content = JSON.stringify({ body: `x\n\n${markerOf('c')}` });
    expect(await connect().repository.comment(1, content, signal())).toEqual({ id: 'comment:201' });
  });
});

test('a comment that cannot be read is left out and counted', async () => {
  const { repository } = connect();
  await repository.send(message('one'), 't', signal());
  const sound = {
    id: 1,
    body: 'Thanks',
    created_at: '2026-11-24T10:00:00Z',
    user: { login: 'sam' },
  };
  const odd = [null, {}, { ...sound, body: null }, { ...sound, id: 'x' }];
  answer(`${issues}/1/comments`, [...odd, { ...sound, user: { login: 7 } }, sound]);
  const { comments, unreadable } = await repository.outcome(1, signal());
  expect(comments.map(({ by }) => by)).toEqual(['ghost', 'sam']);
  expect(unreadable).toBe(4);
});

test('after a secondary limit nothing is asked until it is over', async () => {
  const { api, clock } = connect();
  const body = JSON.stringify({ message: 'You have exceeded a secondary rate limit.' });
  const headers = { ...json, 'x-ratelimit-remaining': '4982' };
  github.fail('GET', '/user', { status: 403, headers, body });
  for (let count = 0; count < 2; count += 1) {
    await expect(api.read('GET /user', {}, signal())).rejects.toMatchObject({
      trouble: { code: 'busy' },
      temporary: { retryAfterMs: 60_000 },
    });
  }
  clock.jump(60_001);
  expect(await api.read('GET /user', {}, signal())).toMatchObject({ login: 'ana' });
});
