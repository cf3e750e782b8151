/** The account's suite: the same assertions on a real Synapse and on the stand-in, with default rate limits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomEvent } from '../../shared/matrix/event.ts';
import { eventually } from '../desktop/wait.ts';
import type { MatrixServer, MatrixServerOptions } from '../servers/matrix/server.ts';
import { join, member, password, staff } from './people.ts';

const text = (body: string) => ({ msgtype: 'm.text', body });
const bytes = (size: number) => new Uint8Array(size).fill(7);

export function accountSuite(start: (options?: MatrixServerOptions) => Promise<MatrixServer>) {
  describe('a member', () => {
    let server: MatrixServer;
    let sam: Awaited<ReturnType<typeof staff>>;
    let token: string;
    let plain: string;
    const ada = member();
    const second = member();
    const heard: RoomEvent[] = [];

    beforeAll(async () => {
      server = await start();
      sam = await staff(server, 'sam');
      token = await server.register('ada', password);
      plain = await sam.createRoom({ power_level_content_override: { users_default: 0 } });
      await join(server, token, plain);
    });
    afterAll(async () => {
      for (const one of [ada, second]) one.dispose();
      await server.close();
    });

    const signIn = (who = ada, secret = password) =>
      who.signIn({ baseUrl: server.url, by: { user: 'ada', password: secret } });

    it('is not let in with a wrong password, and is told so', async () => {
      await expect(signIn(ada, 'wrong')).rejects.toMatchObject({ fault: 'wrong-sign-in' });
      expect(ada.session()).toBe('signed-out');
      await expect(ada.whoami()).rejects.toMatchObject({ fault: 'signed-out' });
    });

    it('signs in by password, and is kept in the keyring', async () => {
      const who = await signIn();
      expect(who.userId).toBe('@ada:localhost');
      expect(ada.states).toEqual(['signing-in', 'signed-out', 'signing-in', 'signed-in']);
      await expect(ada.whoami()).resolves.toEqual(who);
      const again = member(ada.secrets);
      await again.restore(who.userId);
      await expect(again.whoami()).resolves.toEqual(who);
      again.dispose();
    });

    it('signs in by the token of single sign-on', async () => {
      const given = await fetch(`${server.url}/_matrix/client/v1/login/get_token`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: '{}',
      });
      const { login_token: loginToken } = (await given.json()) as { login_token: string };
      const other = await second.signIn({ baseUrl: server.url, by: { loginToken } });
      expect(other.userId).toBe('@ada:localhost');
      expect(other.deviceId).not.toBe((await ada.whoami()).deviceId);
    });

    it('sends a message once, however often it is tried', async () => {
      const message = { roomId: plain, txnId: 'one', content: text('once') };
      const eventId = await ada.send(message);
      await expect(ada.send(message)).resolves.toBe(eventId);
      expect(await sam.messages(plain)).toHaveLength(1);
    });

    it('finds the answer and the reaction to what was sent, and takes it back', async () => {
      const root = await ada.send({ roomId: plain, txnId: 'two', content: text('root') });
      const reply = { roomId: plain, txnId: 'three', content: text('more'), threadId: root };
      const more = await ada.send(reply);
      const annotation = { rel_type: 'm.annotation', event_id: root, key: '👀' };
      await sam.send(plain, 'm.reaction', { 'm.relates_to': annotation });
      const { events: thread } = await ada.relations(plain, root, 'm.thread');
      expect(thread.map((one) => one.eventId)).toEqual([more]);
      const marks = await ada.relations(plain, root, 'm.annotation');
      const [reaction] = marks.events;
      expect(reaction?.sender).toBe('@sam:localhost');
      await ada.redact(plain, more, 'four');
      await eventually('the redaction', async () => {
        const [last] = await sam.messages(plain);
        return Object.keys(last?.['content'] as object).length === 0 || undefined;
      });
    });

    it('sees who may do what', async () => {
      await expect(ada.powerOf(plain, '@sam:localhost')).resolves.toBe(100);
      await expect(ada.powerOf(plain, '@ada:localhost')).resolves.toBe(0);
      const announce = await sam.createRoom({
        power_level_content_override: { events_default: 50 },
      });
      await join(server, token, announce);
      const message = { roomId: announce, txnId: 'five', content: text('no') };
      await expect(ada.send(message)).rejects.toMatchObject({ fault: 'forbidden' });
    });

    it('sends nothing into an encrypted room, not even one it knows nothing of', async () => {
      const secret = await sam.createRoom();
      await join(server, token, secret);
      const message = { roomId: secret, txnId: 'six', content: text('plain words') };
      await ada.send(message);
      await sam.encrypt(secret);
      await expect(ada.isEncrypted(secret)).resolves.toBe(true);
      await expect(ada.send({ ...message, txnId: 'seven' })).rejects.toMatchObject({
        fault: 'encrypted',
      });
      expect(await sam.messages(secret)).toHaveLength(1);
    });

    it('hears of the rooms it follows and of no other, on both devices', async () => {
      const other = await sam.createRoom();
      await join(server, token, other);
      const heardToo: RoomEvent[] = [];
      await ada.follow([plain], (event) => heard.push(event));
      await second.follow([plain], (event) => heardToo.push(event));
      await sam.send(other, 'm.room.message', text('elsewhere'));
      const eventId = await sam.send(plain, 'm.room.message', text('here'));
      for (const events of [heard, heardToo]) {
        await eventually('the message', () => events.find((one) => one.eventId === eventId));
        expect(events.every((one) => one.roomId === plain)).toBe(true);
      }
    });

    it('uploads after a restart what the restart cut off, and hears again', async () => {
      const file = { bytes: bytes(20_000_000), type: 'image/png', limitMs: 20_000 };
      const cut = ada.upload(file).catch((error: unknown) => error);
      await server.stop();
      expect(await cut).toMatchObject({ fault: 'unreachable' });
      expect(ada.session()).toBe('signed-in');
      await server.start();
      await expect(ada.upload({ ...file, bytes: bytes(1000) })).resolves.toMatch(/^mxc:/);
      ada.wake();
      const eventId = await sam.send(plain, 'm.room.message', text('there again'));
      await eventually('the message', () => heard.find((one) => one.eventId === eventId));
    });

    it('waits as long as the server asks, and sends each message once', async () => {
      const sent = new Set<string>();
      for (let number = 0; number < 13; number += 1) {
        const message = { roomId: plain, txnId: `many-${number}`, content: text(`${number}`) };
        sent.add(await ada.send(message));
      }
      expect(sent.size).toBe(13);
    });

    it('knows a device that was ended from elsewhere, and forgets it', async () => {
      const { userId } = await second.whoami();
      const kept = await second.secrets.get(`matrix:${userId}`);
      const { accessToken } = JSON.parse(kept ?? '') as { accessToken: string };
      await fetch(`${server.url}/_matrix/client/v3/logout`, {
        method: 'POST',
        headers: { authorization: `Bearer ${accessToken}` },
      });
      await expect(second.whoami()).rejects.toMatchObject({ fault: 'signed-out' });
      await eventually('the end', () => second.session() === 'revoked' || undefined);
      await expect(second.secrets.get(`matrix:${userId}`)).resolves.toBeUndefined();
    });

    it('signs out: the token is worth nothing, and nothing of it is kept', async () => {
      const { userId } = await ada.whoami();
      const kept = await ada.secrets.get(`matrix:${userId}`);
      await expect(ada.signOut()).resolves.toEqual({ revoked: true });
      await expect(ada.secrets.get(`matrix:${userId}`)).resolves.toBeUndefined();
      const { accessToken } = JSON.parse(kept ?? '') as { accessToken: string };
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await fetch(`${server.url}/_matrix/client/v3/account/whoami`, { headers });
      expect(answer.status).toBe(401);
    });
  });

  it('a member whose token lives 3 s is asked to sign in again, on the same device', async () => {
    const server = await start({ tokenS: 3 });
    await server.register('ada', password);
    const ada = member();
    const how = { baseUrl: server.url, by: { user: 'ada', password } };
    const first = await ada.signIn(how);
    await eventually('the soft logout', async () => {
      await ada.whoami().catch(() => undefined);
      return ada.session() === 'soft-logged-out' || undefined;
    });
    const again = await ada.signIn(how);
    expect(again).toEqual(first);
    ada.dispose();
    await server.close();
  });
}
