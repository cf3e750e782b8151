import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../desktop/wait.ts';
import type { StandInGithub } from '../../servers/github/index.ts';
import { owner, repo, startGithub } from '../../servers/github/index.ts';
import type { FakeClock } from '../../unit/clock.ts';
import { fakeClock } from '../../unit/clock.ts';
import type { Machine } from './scene.ts';
import { createMachine, openAccounts } from './scene.ts';

let github: StandInGithub;
let machine: Machine;
let clock: FakeClock;
const pages: string[] = [];

beforeEach(async () => {
  github = await startGithub();
  machine = createMachine();
  clock = fakeClock();
  pages.length = 0;
});
afterEach(() => github.stop());

const signal = () => new AbortController().signal;
const place = () => ({ clientId: 'app', url: github.url, apiUrl: github.url });
const start = () => {
  const accounts = openAccounts(machine, { clock, openPage: async (url) => void pages.push(url) });
  accounts.setPlaces({ github: place() });
  return accounts;
};
type Accounts = ReturnType<typeof start>;

const signIn = async (accounts: Accounts) => {
  const outcome = accounts.commands.signInGithub();
  await eventually('the code', () => accounts.state().github?.code);
  await eventually('the flow to wait', () => clock.timers() > 0 || undefined);
  await clock.pass(5000);
  return outcome;
};
const whoami = (accounts: Accounts) => accounts.github().api.read('GET /user', {}, signal());
const keptTokens = async () =>
  JSON.parse((await machine.keyring.get('github:ana')) ?? '{}') as Record<string, string>;

describe('a member', () => {
  it('signs in by a code, is there after a restart, and gone after signing out', async () => {
    const first = start();
    const outcome = first.commands.signInGithub();
    const code = await eventually('the code', () => first.state().github?.code);
    expect(code).toMatchObject({ userCode: 'WDJB-MJHT' });
    expect(first.state().github?.session).toBe('waiting');
    await first.commands.openGithubPage();
    expect(pages).toEqual([code.page]);
    await clock.pass(5000);
    expect(await outcome).toBeUndefined();
    expect(first.state().github).toEqual({
      session: 'signed-in',
      login: 'ana',
      keptIn: 'keyring',
    });
    expect(JSON.stringify(first.state()) + machine.file()).not.toContain('token-1');

    const second = start();
    await second.restore();
    expect([second.github().signedIn, await whoami(second)]).toMatchObject([
      true,
      { login: 'ana' },
    ]);
    await second.commands.signOutGithub();
    expect(second.state().github).toEqual({ session: 'signed-out' });
    expect([await machine.keyring.get('github:ana'), machine.file()]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('without an account reads what is public', async () => {
    const { api, signedIn } = start().github();
    expect(signedIn).toBe(false);
    const route = 'GET /repos/{owner}/{repo}/issues';
    expect(await api.read(route, { owner, repo }, signal())).toEqual([]);
  });

  it('whose keyring is locked at the start is told so, and taken up once it is open', async () => {
    await signIn(start());
    machine.breakKeyring('locked');
    const accounts = start();
    await accounts.restore();
    expect(accounts.state().github).toEqual({
      session: 'signed-out',
      login: 'ana',
      fault: 'keyring-locked',
    });
    machine.breakKeyring(undefined);
    await accounts.restore();
    expect(accounts.state().github).toMatchObject({ session: 'signed-in', login: 'ana' });
  });

  it('ends the waiting, and may begin again', async () => {
    const accounts = start();
    const outcome = accounts.commands.signInGithub();
    await eventually('the flow to wait', () => clock.timers() > 0 || undefined);
    accounts.commands.cancel();
    expect(await outcome).toBe('cancelled');
    expect(accounts.state().github).toEqual({ session: 'signed-out', fault: 'cancelled' });
    expect(await signIn(accounts)).toBeUndefined();
  });

  it.each([
    ['access_denied', 'denied'],
    ['expired_token', 'expired'],
  ] as const)('is told of %s', async (step, fault) => {
    github.flow.plan(step);
    const accounts = start();
    expect(await signIn(accounts)).toBe(fault);
    expect(accounts.state().github).toEqual({ session: 'signed-out', fault });
  });
});

describe('a token', () => {
  it('is renewed before its end, also when that came in a sleep', async () => {
    const accounts = start();
    await signIn(accounts);
    await whoami(accounts);
    expect(await keptTokens()).toMatchObject({ token: 'token-1' });
    clock.jump(8 * 3_600_000);
    await Promise.all([whoami(accounts), whoami(accounts)]);
    // Renewed once, however many requests need it.
    expect(await keptTokens()).toMatchObject({ token: 'token-2', refreshToken: 'refresh-2' });
  });

  it('is renewed once when it is refused', async () => {
    const accounts = start();
    await signIn(accounts);
    github.flow.revoke('token-1');
    expect(await whoami(accounts)).toMatchObject({ login: 'ana' });
    expect(await keptTokens()).toMatchObject({ token: 'token-2' });
  });

  it('that is renewed no more ends the session, and is forgotten', async () => {
    const accounts = start();
    await signIn(accounts);
    github.flow.revoke('token-1');
    github.flow.answer('/login/oauth/access_token', '{"grant_type":"none"}');
    await expect(whoami(accounts)).rejects.toMatchObject({ trouble: { code: 'signed-out' } });
    expect(accounts.state().github).toEqual({ session: 'expired', fault: 'expired' });
    expect([await machine.keyring.get('github:ana'), machine.file()]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await signIn(accounts)).toBeUndefined();
    expect(accounts.state().github?.session).toBe('signed-in');
  });

  it('outlives a server that cannot be reached', async () => {
    const accounts = start();
    await signIn(accounts);
    await github.stop();
    clock.jump(8 * 3_600_000);
    await expect(whoami(accounts)).rejects.toMatchObject({ trouble: { code: 'offline' } });
    expect(accounts.state().github?.session).toBe('signed-in');
    github = await startGithub();
  });

  it.each(['url', 'apiUrl', 'clientId'])(
    'goes nowhere once a document changes %s',
    async (field) => {
      await signIn(start());
      const [kept, asked, logins] = [await keptTokens(), github.asked.length, github.logins.length];
      clock.jump(8 * 3_600_000);
      const other = await startGithub();
      const accounts = start();
      accounts.setPlaces({ github: { ...place(), [field]: other.url } });
      await accounts.restore();
      expect(accounts.state().github).toEqual({ session: 'expired', fault: 'another-github' });
      const route = 'GET /repos/{owner}/{repo}/issues';
      await accounts.github().api.read(route, { owner, repo }, signal());
      expect([accounts.github().signedIn, other.logins]).toEqual([false, []]);
      expect(github.logins.length).toBe(logins);
      expect([...github.authorizations.slice(asked), ...other.authorizations]).toEqual(['']);
      expect(await keptTokens()).toEqual(kept);

      // The document changes back: the sign-in is there again.
      accounts.setPlaces({ github: place() });
      await eventually('the account', () => accounts.github().signedIn || undefined);
      expect(await whoami(accounts)).toMatchObject({ login: 'ana' });
      expect(await keptTokens()).toMatchObject({ url: github.url, token: 'token-2' });
      await other.stop();
    },
  );

  it('goes nowhere once a document changes while the app runs', async () => {
    const accounts = start();
    await signIn(accounts);
    clock.jump(8 * 3_600_000);
    const other = await startGithub();
    accounts.setPlaces({ github: { ...place(), url: other.url } });
    await eventually('the word', () => accounts.state().github?.fault);
    expect(accounts.state().github?.fault).toBe('another-github');
    expect([other.logins, other.asked]).toEqual([[], []]);
    expect(await signIn(accounts)).toBeUndefined();
    expect(await keptTokens()).toMatchObject({ url: other.url });
    await other.stop();
  });

  it.each([
    ['a slash at its end', (url: string) => `${url}/`],
    ['capitals', (url: string) => url.replace('http', 'HTTP')],
  ])('is the same sign-in where the address has %s', async (_what, write) => {
    await signIn(start());
    const accounts = start();
    accounts.setPlaces({ github: { ...place(), url: write(github.url) } });
    await accounts.restore();
    expect(accounts.github().signedIn).toBe(true);
  });

  it('that was kept before its GitHub was written down is of GitHub itself, or signs in anew', async () => {
    await signIn(start());
    const { url: _none, ...old } = await keptTokens();
    await machine.keyring.set('github:ana', JSON.stringify(old));
    const accounts = start();
    await accounts.restore();
    expect(accounts.state().github?.fault).toBe('another-github');
    const known = { ...old, apiUrl: 'https://api.github.com' };
    await machine.keyring.set('github:ana', JSON.stringify(known));
    const own = start();
    const there = { url: 'https://github.com', apiUrl: 'https://api.github.com' };
    own.setPlaces({ github: { clientId: 'app', ...there } });
    await own.restore();
    expect(own.github().signedIn).toBe(true);
    own.setPlaces({ github: { clientId: 'app', ...there, url: github.url } });
    await eventually('the word', () => own.state().github?.fault);
    expect(own.github().signedIn).toBe(false);
  });

  it('is not sent on where the place that renews it sends the app elsewhere', async () => {
    const accounts = start();
    await signIn(accounts);
    const [kept, other] = [await keptTokens(), await startGithub()];
    github.flow.redirectTo(`${other.url}/login/oauth/access_token`);
    clock.jump(8 * 3_600_000);
    await expect(whoami(accounts)).rejects.toMatchObject({ name: 'DeliveryError' });
    expect([other.logins, await keptTokens()]).toEqual([[], kept]);
    await other.stop();
  });
});

describe('a code', () => {
  it.each([
    'https://github.com/login/device',
    'https://github.com.example.coop/login/device',
    'http://127.0.0.1@github.com/login/device',
    'javascript:alert(1)',
    'http://127.0.0.1/login/device',
  ])('for %s is not shown', async (page) => {
    github.flow.sendTo(page);
    const accounts = start();
    const codes: unknown[] = [];
    accounts.onChange(() => codes.push(accounts.state().github?.code));
    expect(await accounts.commands.signInGithub()).toBe('wrong-page');
    await accounts.commands.openGithubPage();
    expect([codes.filter(Boolean), pages, github.flow.polls()]).toEqual([[], [], 0]);
    expect(accounts.state().github).toEqual({ session: 'signed-out', fault: 'wrong-page' });
  });

  it.each([
    ['https://github.com', 'https://api.example.coop'],
    ['https://git.example.coop', 'https://api.github.com'],
    ['https://git.example.coop', 'https://git.example.coop.example/api/v3'],
  ])('is not asked of %s where its sign-in would go to %s', async (url, apiUrl) => {
    const accounts = start();
    accounts.setPlaces({ github: { clientId: 'app', url, apiUrl } });
    expect(await accounts.commands.signInGithub()).toBe('apart');
  });
});
