/** Signing in by browser: the same assertions on a real Synapse and on the stand-in, each behind an authority. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../main/features/accounts/types.ts';
import { eventually } from '../desktop/wait.ts';
import { createMachine, openAccounts, password } from '../integration/accounts/scene.ts';
import { listen, send } from '../servers/http.ts';
import type { Authority, AuthorityOptions } from '../servers/matrix/authority.ts';
import { startAuthority } from '../servers/matrix/authority.ts';
import type { MatrixServer } from '../servers/matrix/server.ts';

const userId = '@ada:localhost';
const entry = `matrix:${userId}`;
const remembered = (server: string) => JSON.stringify({ version: 1, matrix: { userId, server } });
type StoredSession = Readonly<{
  deviceId: string;
  accessToken: string;
  oauth: { refreshToken: string };
}>;

export function browserSuite(start: () => Promise<MatrixServer>) {
  describe('by browser', () => {
    let server: MatrixServer;
    let authority: Authority;
    const open: Accounts[] = [];
    let machine = createMachine();

    beforeAll(async () => {
      server = await start();
      await server.register('ada', password);
    });
    afterAll(() => server.close());
    afterEach(async () => {
      for (const one of open.splice(0)) one.dispose();
      await authority.stop();
    });

    const begin = async (options: Omit<AuthorityOptions, 'url' | 'person'>) => {
      machine = createMachine();
      authority = await startAuthority({
        url: server.url,
        person: { name: 'ada', password },
        ...options,
      });
      return again();
    };
    const again = (options?: Parameters<typeof openAccounts>[1]) => {
      const accounts = openAccounts(machine, options);
      open.push(accounts);
      return accounts;
    };
    const kept = async () =>
      JSON.parse((await machine.keyring.get(entry)) ?? '{}') as StoredSession;

    it('single sign-on signs in', async () => {
      const accounts = await begin({ kind: 'sso' });
      const { commands } = accounts;
      await expect(commands.find(authority.url)).resolves.toEqual({
        password: true,
        browser: true,
      });
      await expect(commands.signInBrowser(authority.url)).resolves.toBeUndefined();
      expect((await accounts.matrix()?.whoami())?.userId).toBe(userId);
      await commands.signOutMatrix();
    });

    it('OAuth signs in at a server that knows no other way', async () => {
      const accounts = await begin({ kind: 'oauth', isOnlyWay: true });
      const { commands } = accounts;
      await expect(commands.find(authority.url)).resolves.toEqual({
        password: false,
        browser: true,
      });
      await expect(commands.signInBrowser(authority.url)).resolves.toBeUndefined();
      expect((await accounts.matrix()?.whoami())?.userId).toBe(userId);
      await commands.signOutMatrix();
    });

    it('OAuth signs in, renews a token of 3 s, is kept, and ends its tokens at the sign-out', async () => {
      const accounts = await begin({ kind: 'oauth', tokenS: 3 });
      await expect(accounts.commands.signInBrowser(authority.url)).resolves.toBeUndefined();
      expect(accounts.state().matrix).toMatchObject({ session: 'signed-in', userId });
      const first = await kept();
      await eventually('a refresh', async () => {
        expect((await accounts.matrix()?.whoami())?.userId).toBe(userId);
        return authority.refreshes() > 0 || undefined;
      });
      const renewed = await kept();
      expect(renewed.deviceId).toBe(first.deviceId);
      expect(renewed.accessToken).not.toBe(first.accessToken);
      expect(authority.knows(first.oauth.refreshToken)).toBe(false);

      // The app was closed for longer than its token is valid.
      accounts.dispose();
      await eventually('the end of the token', async () => {
        const headers = { authorization: `Bearer ${renewed.accessToken}` };
        const path = '/_matrix/client/v3/account/whoami';
        return (await fetch(authority.url + path, { headers })).status === 401 || undefined;
      });
      const next = again();
      await next.restore();
      expect((await next.matrix()?.whoami())?.userId).toBe(userId);
      const last = await kept();
      await next.commands.signOutMatrix();
      expect(next.state().matrix).toEqual({ session: 'signed-out' });
      expect(authority.knows(last.accessToken) || authority.knows(last.oauth.refreshToken)).toBe(
        false,
      );
    });

    it.each(['issuer', 'token_endpoint', 'revocation_endpoint'])(
      'OAuth tokens go nowhere once the server names another %s',
      async (field) => {
        const first = await begin({ kind: 'oauth', tokenS: 2 });
        await expect(first.commands.signInBrowser(authority.url)).resolves.toBeUndefined();
        first.dispose();
        const heard: string[] = [];
        const thief = await listen((request, response) => {
          heard.push(request.url ?? '');
          send(response, { status: 400, body: '{"error":"invalid_grant"}' });
        });
        authority.move({ [field]: `${thief.url}/token` });
        const before = await kept();
        authority.asked.length = 0;

        const accounts = again();
        await accounts.restore();
        await eventually('the end of the token', async () => {
          await accounts
            .matrix()
            ?.whoami()
            .catch(() => undefined);
          return accounts.state().matrix.fault;
        });
        expect(accounts.state().matrix).toMatchObject({
          session: 'soft-logged-out',
          userId,
          fault: 'another-issuer',
        });
        // Signing out forgets them here without revoking them elsewhere.
        const other = again();
        await other.restore();
        await other.commands.signOutMatrix();
        expect(other.state().matrix.fault).toBe('not-revoked');
        await machine.keyring.set(entry, JSON.stringify(before));
        expect(heard).toEqual([]);
        expect(authority.asked.filter((path) => /token|revoke/.test(path))).toEqual([]);

        // Once corrected, the sign-in works again.
        authority.move({});
        await machine.remembered.save(remembered(authority.url));
        const later = again();
        await later.restore();
        expect((await later.matrix()?.whoami())?.userId).toBe(userId);
        await thief.stop();
      },
    );

    it('OAuth tokens of before their issuer was written down are renewed nowhere', async () => {
      const first = await begin({ kind: 'oauth', tokenS: 2 });
      await expect(first.commands.signInBrowser(authority.url)).resolves.toBeUndefined();
      first.dispose();
      const { oauth, ...rest } = await kept();
      const old = JSON.stringify({ ...rest, oauth: { ...oauth, bound: undefined } });
      await machine.keyring.set(entry, old);
      const accounts = again();
      await accounts.restore();
      await eventually('the end of the token', async () => {
        await accounts
          .matrix()
          ?.whoami()
          .catch(() => undefined);
        return accounts.state().matrix.fault;
      });
      expect([authority.refreshes(), await machine.keyring.get(entry)]).toEqual([0, old]);
      // On the same device, with the same server.
      await expect(accounts.commands.signInBrowser(authority.url)).resolves.toBeUndefined();
      expect((await kept()).deviceId).toBe(rest.deviceId);
    });

    it('a session that was ended on the authority’s page is over here, too', async () => {
      const accounts = await begin({ kind: 'oauth' });
      await accounts.commands.signInBrowser(authority.url);
      authority.endAll();
      await accounts
        .matrix()
        ?.whoami()
        .catch(() => undefined);
      await eventually('the end', () => accounts.state().matrix.fault);
      expect(accounts.state().matrix).toMatchObject({ session: 'revoked', fault: 'expired' });
      await eventually('nothing to be kept', () => machine.file() === undefined || undefined);
      expect(await machine.keyring.get(entry)).toBeUndefined();
    });

    it('who does not agree is not signed in', async () => {
      const accounts = await begin({ kind: 'oauth', refuses: true });
      await expect(accounts.commands.signInBrowser(authority.url)).resolves.toBe('denied');
      expect(accounts.state().matrix).toMatchObject({ session: 'signed-out', fault: 'denied' });
    });

    it('an answer without the state is none, and the waiting can be ended', async () => {
      await begin({ kind: 'oauth' });
      let page = '';
      const accounts = again({ openPage: async (url) => void (page = url) });
      const signingIn = accounts.commands.signInBrowser(authority.url);
      const address = await eventually('the page', () => page || undefined);
      expect(accounts.state().matrix).toMatchObject({ session: 'signing-in', inBrowser: true });
      const back = new URL(address).searchParams.get('redirect_uri') ?? '';
      expect((await fetch(`${back}?code=stolen&state=guessed`)).status).toBe(404);
      expect((await fetch(new URL('/elsewhere', back))).status).toBe(404);
      accounts.commands.cancel();
      await expect(signingIn).resolves.toBe('cancelled');
      await expect(fetch(back)).rejects.toThrow('fetch failed');
      expect(accounts.state().matrix.session).toBe('signed-out');
    });
  });
}
