/** A GitHub request runs as the member who made it, never as one who has signed in meanwhile. */
import { request as octokit } from '@octokit/request';
import { expect, test } from 'vitest';
import { createGithubMember } from '../../../main/features/accounts/github-member.ts';
import { areOneGithub } from '../../../main/features/accounts/github/stored-credentials.ts';
import { createSignedApi } from '../../../main/features/accounts/github/signed-api.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { fakeClock } from '../clock.ts';
import { slowStorage } from './slow-keyring.ts';

const place = { clientId: 'app', url: 'https://github.com', apiUrl: 'https://api.github.com' };
const { signal } = new AbortController();

function stage() {
  const clock = fakeClock();
  const secrets = createSessionSecrets();
  /** Until it is called, the keyring does not answer. */
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const used: (string | undefined)[] = [];
  const answers: Readonly<Record<string, object>> = {
    '/login/device/code': {
      device_code: 'd',
      user_code: 'AB-CD',
      verification_uri: 'https://github.com/login/device',
      expires_in: 900,
      interval: 5,
    },
    '/login/oauth/access_token': { access_token: 'of-ada', token_type: 'bearer', scope: '' },
    '/user': { login: 'ada' },
  };
  const fetch = async (url: string, { headers }: { headers: Record<string, string> }) => {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/repos/')) used.push(headers['authorization']);
    return Response.json(answers[pathname] ?? {});
  };
  const member = createGithubMember({
    clock,
    place,
    request: octokit.defaults({ request: { fetch } }),
    openPage: async () => {},
    storage: slowStorage(secrets, () => opened),
    remembered: { set: async () => undefined },
    changed: () => undefined,
  });
  /** Bob was signed in last time, and the keyring is slow. */
  void secrets.set('github:bob', JSON.stringify({ version: 1, ...place, token: 'of-bob' }));
  const begin = () => member.restore('bob');
  const signIn = async () => {
    const signing = member.signIn();
    for (let turn = 0; turn < 20; turn += 1) await clock.pass(1000);
    return signing;
  };
  const ask = async () => {
    await member.api.read('GET /repos/coop/site', {}, signal);
    return used.at(-1);
  };
  return { member, begin, signIn, ask, open };
}

test('a slow keyring gives the account of the last time', async () => {
  const on = stage();
  const restoring = on.begin();
  on.open();
  await restoring;
  expect([on.member.view().login, await on.ask()]).toEqual(['bob', 'Bearer of-bob']);
});

test('who has signed in is not replaced by what a slow keyring gives', async () => {
  const on = stage();
  const restoring = on.begin();
  expect(await on.signIn()).toBeUndefined();
  on.open();
  await restoring;
  expect([on.member.view().login, await on.ask()]).toEqual(['ada', 'Bearer of-ada']);
});

test('who has signed out is not signed in again by a slow keyring', async () => {
  const on = stage();
  const restoring = on.begin();
  await on.member.signOut();
  on.open();
  await restoring;
  expect([on.member.view(), await on.ask()]).toEqual([{ session: 'signed-out' }, undefined]);
});

const refused = new DeliveryError(trouble('signed-out'), {});

/** A token that expires or is refused, while another member signs in during its renewal. */
function renewing(isOld: boolean) {
  const clock = fakeClock();
  const did: string[] = [];
  let who = 'ada';
  let isFresh = false;
  const work = async () => {
    if (!isFresh) throw refused;
    did.push(who);
    return 'done';
  };
  const api = createSignedApi({
    clock,
    api: { read: work, write: work },
    expiresAtUtcMs: () => (isOld ? clock.nowUtcMs() : undefined),
    who: () => who,
    renew: async () => {
      await clock.pass(0);
      isFresh = true;
      return true;
    },
  });
  return { api, did, become: (other: string) => (who = other) };
}

test.each([
  ['that is about to end', true],
  ['that is refused', false],
])('a token %s is renewed, and used by who asked, and by nobody else', async (_what, isOld) => {
  const same = renewing(isOld);
  expect(await same.api.write('POST /x', {}, signal)).toBe('done');
  const other = renewing(isOld);
  const writing = other.api.write('POST /x', {}, signal);
  other.become('sam');
  await expect(writing).rejects.toMatchObject({ trouble: { code: 'signed-out' }, temporary: {} });
  expect([same.did, other.did]).toEqual([['ada'], []]);
});

test.each([
  ['https://github.com', 'https://api.github.com', true],
  ['https://ghe.example', 'https://ghe.example/api/v3', true],
  ['https://ghe.example:8443', 'https://ghe.example:8443/api/v3', true],
  ['http://localhost:1', 'http://127.0.0.1:2', true],
  ['https://ghe.example', 'https://ghe.example:8443/api/v3', false],
  ['https://ghe.example', 'https://api.ghe.example:8443', false],
  ['https://ghe.example', 'https://ghe.example.evil.org', false],
  ['https://github.com.', 'https://api.github.com', false],
])('%s and %s are one GitHub: %s', (url, apiUrl, is) => {
  expect(areOneGithub({ url, apiUrl })).toBe(is);
});
