/** A password goes to the server that the member was shown, even if its name resolves elsewhere a moment later. */
import { expect, test } from 'vitest';
import { createMatrixMember } from '../../../main/features/accounts/matrix-member.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import { fakeClock } from '../clock.ts';
import { slowStorage } from './slow-keyring.ts';

function stage() {
  let base = 'https://matrix.example.org';
  const logins: string[] = [];
  const secrets = createSessionSecrets();
  /** Until it is called, the keyring does not answer. */
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let isSlow = false;
  const member = createMatrixMember({
    clock: fakeClock(),
    net: {
      request: async () => {
        const body = JSON.stringify({ 'm.homeserver': { base_url: base } });
        return { status: 200, body } as Answer;
      },
    },
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (!url.endsWith('/login'))
        return Response.json({ errcode: 'M_UNRECOGNIZED' }, { status: 404 });
      if (init?.method !== 'POST') return Response.json({ flows: [{ type: 'm.login.password' }] });
      logins.push(new URL(url).host);
      const who = { user_id: '@ada:example.org', device_id: 'D', access_token: 't' };
      return Response.json(who);
    },
    browser: {
      appName: 'Coop Tray',
      listen: async () => Promise.reject(),
      openPage: async () => {},
    },
    storage: slowStorage(secrets, async () => void (isSlow && (await opened))),
    remembered: { set: async () => undefined },
    changed: () => undefined,
  });
  return {
    member,
    logins,
    secrets,
    lead: (to: string) => (base = to),
    close: () => (isSlow = true),
    open,
  };
}

test('a name that leads to another server in between takes no password', async () => {
  const { member, logins, lead } = stage();
  expect(await member.find('example.org')).toMatchObject({ at: 'matrix.example.org' });
  lead('https://elsewhere.example');
  expect(await member.signIn('example.org', 'ada', 'secret')).toBe('another-server');
  expect(await member.signIn('example.org', 'ada', 'secret')).toBe('another-server');
  expect(logins).toEqual([]);
  expect(member.view()).toMatchObject({ session: 'signed-out', fault: 'another-server' });
  // Once shown the other one, the member may choose it.
  expect(await member.find('example.org')).toMatchObject({ at: 'elsewhere.example' });
  expect(await member.signIn('example.org', 'ada', 'secret')).toBeUndefined();
  expect(logins).toEqual(['elsewhere.example']);
  member.dispose();
});

test('who is signed in stays with their server, whatever the name leads to', async () => {
  const { member, lead } = stage();
  await member.find('example.org');
  await member.signIn('example.org', 'ada', 'secret');
  lead('https://elsewhere.example');
  member.setServer('other.example');
  expect(member.account()?.server()).toBe('https://matrix.example.org');
  member.dispose();
});

test('a name is held to what was shown of it, whatever was looked at since', async () => {
  const { member, logins, lead } = stage();
  await member.find('example.org');
  await member.find('other.example');
  lead('https://elsewhere.example');
  expect(await member.signIn('example.org', 'ada', 'secret')).toBe('another-server');
  expect(logins).toEqual([]);
  member.dispose();
});

const kept = {
  version: 1,
  baseUrl: 'https://earlier.example',
  userId: '@bob:earlier.example',
  deviceId: 'E',
  accessToken: 'earlier',
};

/** Bob was signed in last time, and the keyring is slow. */
async function slowStart() {
  const on = stage();
  await on.secrets.set('matrix:@bob:earlier.example', JSON.stringify(kept));
  on.close();
  const restoring = on.member.restore({ userId: kept.userId, server: 'earlier.example' });
  const finish = async () => {
    on.open();
    await restoring;
    return on.member;
  };
  return { ...on, finish };
}

test('a slow keyring gives the account of the last time', async () => {
  const { finish } = await slowStart();
  const member = await finish();
  expect(member.account()?.server()).toBe('https://earlier.example');
  expect(member.view()).toMatchObject({ session: 'signed-in', userId: kept.userId });
  member.dispose();
});

test('who has signed in is not replaced by what a slow keyring gives', async () => {
  const { member, finish } = await slowStart();
  await member.signIn('example.org', 'ada', 'secret');
  await finish();
  expect(member.account()?.server()).toBe('https://matrix.example.org');
  expect(member.view()).toMatchObject({ session: 'signed-in', userId: '@ada:example.org' });
  member.dispose();
});

test('who has signed out is not signed in again by a slow keyring', async () => {
  const { member, finish } = await slowStart();
  await member.signOut();
  await finish();
  expect(member.account()).toBeUndefined();
  expect(member.view()).toEqual({ session: 'signed-out', fault: 'not-revoked' });
  member.dispose();
});
