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
const start = (apiUrl = github.url) => {
  const accounts = openAccounts(machine, { clock, openPage: async (url) => void pages.push(url) });
  accounts.setPlaces({ github: { clientId: 'app', url: github.url, apiUrl } });
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
    // Once, however many ask.
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

  it('is not sent to another server that a document names', async () => {
    await signIn(start());
    const other = await startGithub();
    const accounts = start(other.url);
    await accounts.restore();
    expect(accounts.state().github).toMatchObject({ session: 'expired', fault: 'expired' });
    await accounts.github().api.read('GET /repos/{owner}/{repo}/issues', { owner, repo }, signal());
    expect([accounts.github().signedIn, other.asked.map((one) => one.status)]).toEqual([
      false,
      [200],
    ]);
    await other.stop();
  });
});
