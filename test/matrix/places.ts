/** The rooms a member is in, on a real Synapse and on the stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatrixServer } from '../servers/matrix/server.ts';
import { member, password, staff } from './people.ts';

export function placesSuite(start: () => Promise<MatrixServer>) {
  describe('the rooms of a member', () => {
    let server: MatrixServer;
    let sam: Awaited<ReturnType<typeof staff>>;
    /** Wraps the next request that creates a room. */
    let onCreate: (go: () => Promise<Response>) => Promise<Response> = (go) => go();
    let created = 0;
    let token: string;
    const ana = member(undefined, (input, init) => {
      const go = () => globalThis.fetch(input, init);
      if (!String(input instanceof Request ? input.url : input).endsWith('/createRoom'))
        return go();
      created += 1;
      return onCreate(go);
    });
    const second = member();

    beforeAll(async () => {
      server = await start();
      sam = await staff(server, 'sam');
      token = await server.register('ana', password);
      const how = { baseUrl: server.url, by: { user: 'ana', password } };
      await ana.signIn(how);
      await second.signIn(how);
    });
    afterAll(async () => {
      for (const one of [ana, second]) one.dispose();
      await server.close();
    });

    const own = (key: string) => ({ key, name: 'Feedback', invite: ['@sam:localhost'] });
    /** From another device of the member. */
    const ask = (path: string) =>
      fetch(`${server.url}/_matrix/client/v3/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: '{}',
      });
    const membersOf = async (roomId: string) => {
      const path = `v3/rooms/${encodeURIComponent(roomId)}/joined_members`;
      return Object.keys((await sam.ask('GET', path))['joined'] as object);
    };

    it('are entered by alias or id, once', async () => {
      const roomId = await sam.createRoom({ room_alias_name: 'beta' });
      await expect(ana.enter('#beta:localhost')).resolves.toBe(roomId);
      await expect(ana.enter(roomId)).resolves.toBe(roomId);
      await expect(second.enter('#beta:localhost')).resolves.toBe(roomId);
      await expect(ana.readersOf(roomId)).resolves.toMatchObject({ open: 'yes' });
    });

    it('are not entered where there is none, or no invitation', async () => {
      const closed = await sam.createRoom({ preset: 'private_chat' });
      await expect(ana.enter(closed)).rejects.toMatchObject({ fault: 'forbidden' });
      for (const room of ['#nowhere:localhost', '!nowhere:localhost'])
        await expect(ana.enter(room)).rejects.toMatchObject({ fault: 'not-found' });
    });

    it('of their own is one on both devices, unencrypted, and the staff may speak there', async () => {
      const roomId = await ana.ownRoom(own('beta'));
      await expect(second.ownRoom(own('beta'))).resolves.toBe(roomId);
      await expect(ana.isEncrypted(roomId)).resolves.toBe(false);
      await expect(ana.readersOf(roomId)).resolves.toEqual({ open: 'no', joining: 'invite' });
      await expect(ana.powerOf(roomId, '@sam:localhost')).resolves.toBe(50);
      await sam.ask('POST', `v3/join/${encodeURIComponent(roomId)}`, {});
      expect((await membersOf(roomId)).toSorted()).toEqual(['@ana:localhost', '@sam:localhost']);
      const content = { msgtype: 'm.text', body: 'hello' };
      await expect(ana.send({ roomId, txnId: 'o', content })).resolves.toMatch(/^\$/);
    });

    it('of their own is not made twice when the answer is lost', async () => {
      created = 0;
      onCreate = async (go) => {
        await go();
        throw new TypeError('the line is lost');
      };
      await expect(ana.ownRoom(own('lost'))).rejects.toMatchObject({ fault: 'unreachable' });
      onCreate = (go) => go();
      const roomId = await ana.ownRoom(own('lost'));
      expect(created).toBe(2);
      await expect(second.ownRoom(own('lost'))).resolves.toBe(roomId);
      // Of two requests the server granted one.
      await expect(sam.invitations()).resolves.toHaveLength(1);
    });

    it('of their own is another one after they have left it', async () => {
      const roomId = await ana.ownRoom(own('beta'));
      await ask(`rooms/${encodeURIComponent(roomId)}/leave`);
      const next = await ana.ownRoom(own('beta'));
      expect(next).not.toBe(roomId);
      await expect(second.ownRoom(own('beta'))).resolves.toBe(next);
    });
  });
}
