/** A repository as a destination of feedback, as the co-op's document names it. */
import { request as octokit } from '@octokit/request';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGithubApi } from '../../../main/features/accounts/github/api.ts';
import { createFetch } from '../../../main/features/accounts/github/fetch.ts';
import { createRepository } from '../../../main/features/accounts/github/issues.ts';
import { createDestinations } from '../../../main/features/feedback/destinations.ts';
import { boundIssue } from '../../../main/features/feedback/repository.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { StandInGithub } from '../../servers/github/index.ts';
import { owner, repo, startGithub } from '../../servers/github/index.ts';
import { fakeClock } from '../../unit/clock.ts';

const root = `/repos/${owner}/${repo}`;
const template = 'ticket.md';
const plan: DestinationPlan = {
  id: 'code',
  via: 'github',
  name: 'Code',
  repository: `${owner}/${repo}`,
  public: true,
  template,
  labels: [],
};
const said = { about: { what: 'service', id: 'pads', name: 'Shared pads' }, text: 'gone' } as const;

let github: StandInGithub;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.stop());

function apiOf(token?: string) {
  const net = createNet({ budget: createBudget(8) });
  const request = octokit.defaults({ baseUrl: github.url, request: { fetch: createFetch(net) } });
  return createGithubApi({ request, clock: fakeClock(), token: () => token });
}

function connect(token?: string) {
  const api = apiOf(token);
  return createDestinations({
    identity: () => ({ server: github.url, ...(token === undefined ? {} : { member: 'ana' }) }),
    matrix: () => undefined,
    github: () => ({ ...api, signedIn: token !== undefined }),
    repository: (owner, repo) => createRepository({ api, check: () => {}, owner, repo }),
  });
}

test('has its own template, read anew only when it has changed, also by who is signed out', async () => {
  const reachable = connect();
  await expect(reachable.template(plan)).resolves.toBeUndefined();
  github.putTemplate(template, '---\ntitle: "Ticket: "\nlabels: bug\n---\n## Incident\n');
  const wanted = { title: 'Ticket: ', labels: ['bug'], sections: [{ heading: '## Incident' }] };
  await expect(reachable.template(plan)).resolves.toMatchObject(wanted);
  await expect(reachable.template(plan)).resolves.toMatchObject(wanted);
  expect(github.asked.map(({ status }) => status)).toEqual([404, 200, 304]);
});

test('tells what is there already, and takes a “+1” for it, once', async () => {
  const own = { method: 'POST', headers: { authorization: 'Bearer token-0' } };
  const body = JSON.stringify({ title: 'Idea: Shared pads by day', body: '' });
  await fetch(`${github.url}${root}/issues`, { ...own, body });
  for (const title of ['Idea: Mail', 'Problem: Shared pads', 'Works: Pads'])
    await github.staff(`${root}/issues`, 'POST', { title, body: '' });
  await github.staff(`${root}/issues/3`, 'PATCH', { state: 'closed' });
  const reachable = connect('token-0');
  const found = await reachable.similar(plan, said);
  expect(found.map(({ title, mine }) => [title, mine])).toEqual([
    ['Idea: Shared pads by day', true],
    ['Works: Pads', false],
    ['Problem: Shared pads', false],
  ]);
  await reachable.plusOne(plan, found[1]?.id ?? '');
  await reachable.plusOne(plan, found[1]?.id ?? '');
  expect(github.reactions()).toBe(1);
  const [other] = await connect().similar(plan, said);
  expect(other).toMatchObject({ title: 'Idea: Shared pads by day', mine: false });
});

test('an issue is answered in its own repository, and in no other', async () => {
  await github.staff(`${root}/issues`, 'POST', { title: 'Problem: Pads', body: '' });
  const api = apiOf('token-0');
  const bound = await connect('token-0').bound(plan);
  expect(bound).toMatchObject({ repository: expect.any(String), public: 'yes' });
  const { comment } = createRepository({ api, check: () => {}, owner, repo });
  const place = { via: 'github', owner, repo, issueNumber: 1 } as const;
  const answer = (to: typeof bound, id: string) =>
    boundIssue({
      read: api.read,
      place,
      bound: to,
      check: () => {},
      to: { send: ({ content }, _id, signal) => comment(1, content, signal) },
    }).send(
      { kind: 'message', content: JSON.stringify({ body: `hi\n\n<!-- coop-tray ${id} -->` }) },
      't',
      new AbortController().signal,
    );
  await expect(answer(bound, 'a')).resolves.toMatchObject({
    id: expect.stringMatching(/^comment:/),
  });
  const elsewhere = { ...bound, repository: '424242' };
  await expect(answer(elsewhere, 'b')).rejects.toMatchObject({ trouble: { code: 'moved' } });
});
