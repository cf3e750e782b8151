/** The stand-in's answers match GitHub's own OpenAPI description. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandInGithub } from '../../servers/github/index.ts';
import { owner, repo, startGithub } from '../../servers/github/index.ts';

const api = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/github-openapi.json'), 'utf8'),
) as { answers: Record<string, object>; components: object };
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);

let github: StandInGithub;
beforeAll(async () => {
  github = await startGithub();
  await ask('POST', issues, { title: 'Problem: Pads', body: 'It does not open.', labels: ['bug'] });
  await ask('POST', `${issues}/1/comments`, { body: 'Thank you' });
  github.putTemplate('a.md', 'hello');
});
afterAll(() => github.stop());

const issues = `/repos/${owner}/${repo}/issues`;
const of = '/repos/{owner}/{repo}';

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { authorization: 'Bearer token-0' };
  const given = body ? { body: JSON.stringify(body) } : {};
  return (await fetch(github.url + path, { method, headers, ...given })).json();
}

test.each<[string, string, string, object?]>([
  ['GET', '/user', '/user'],
  ['POST', issues, `${of}/issues`, { title: 'Works: Pads', body: 'Well.' }],
  ['GET', `${issues}?state=all`, `${of}/issues`],
  ['GET', `${issues}/1`, `${of}/issues/{issue_number}`],
  ['GET', `${issues}/1/comments`, `${of}/issues/{issue_number}/comments`],
  ['POST', `${issues}/1/reactions`, `${of}/issues/{issue_number}/reactions`, { content: '+1' }],
  ['GET', `/search/issues?q=repo:${owner}/${repo}+is:issue+(pads+OR+mail)`, '/search/issues'],
  ['GET', `/repos/${owner}/${repo}/contents/README.md`, `${of}/contents/{path}`],
  ['GET', `/repos/${owner}/${repo}/contents/.github/ISSUE_TEMPLATE/a.md`, `${of}/contents/{path}`],
])('%s %s', async (method, path, route, body) => {
  const answer = await ask(method, path, body);
  const schema = { ...api.answers[`${method} ${route}`], components: api.components };
  const validate = ajv.compile(schema);
  validate(answer);
  expect(validate.errors ?? []).toEqual([]);
});
