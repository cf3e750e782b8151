/** Delivery of feedback into a room, on a real Synapse and on the stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../main/features/feedback/deliver.ts';
import { createMatrixDestination } from '../../main/features/feedback/matrix-destination.ts';
import { plusOneInRoom, similarInRoom } from '../../main/features/feedback/similar.ts';
import { feedbackField } from '../../shared/feedback/matrix-message.ts';
import type { MatrixServer } from '../servers/matrix/server.ts';
import { join, member, password, staff } from './people.ts';

type Json = Readonly<Record<string, unknown>>;
const signal = new AbortController().signal;

export function deliverySuite(start: () => Promise<MatrixServer>) {
  describe('feedback', () => {
    let server: MatrixServer;
    let sam: Awaited<ReturnType<typeof staff>>;
    let token: string;
    let roomId: string;
    let shared: string;
    /** Requests for these paths take effect, but their answer is lost. */
    let lossy: RegExp | undefined;
    let uploads = 0;
    const bea = member(undefined, async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.includes('/media/') && url.includes('/upload')) uploads += 1;
      const answer = await globalThis.fetch(input, init);
      // A refusal changed nothing, so losing it would prove nothing.
      if (!answer.ok || !lossy?.test(url)) return answer;
      lossy = undefined;
      throw new TypeError('the line is lost');
    });

    beforeAll(async () => {
      server = await start();
      sam = await staff(server, 'sam');
      token = await server.register('bea', password);
      await signIn(bea);
      shared = await sam.createRoom();
      await join(server, token, shared);
    });
    afterAll(async () => {
      bea.dispose();
      await server.close();
    });

    const signIn = (who: ReturnType<typeof member>) =>
      who.signIn({ baseUrl: server.url, by: { user: 'bea', password } });
    /** Few rooms, because Synapse lets a member join no more than one in ten seconds after the first. */
    const inRoom = async (given?: string) => {
      roomId = given ?? shared;
      uploads = 0;
      const before = (await sam.messages(roomId)).length;
      const fresh = async () => (await sam.messages(roomId)).slice(0, -before || undefined);
      return { bea: destination(bea), messages: fresh };
    };
    const joined = async (options: Json = {}) => {
      const made = await sam.createRoom(options);
      await join(server, token, made);
      return made;
    };
    const destination = (matrix: ReturnType<typeof member>) =>
      createMatrixDestination({
        matrix,
        userId: '@bea:localhost',
        room: () => matrix.enter(roomId),
      });

    const root = (id: string): Outgoing => ({
      kind: 'message',
      content: JSON.stringify({
        msgtype: 'm.text',
        body: `Problem: ${id}`,
        [feedbackField]: { v: 1, id },
      }),
    });
    const file = (rootId: string, kind: 'image' | 'file' = 'image', size = 1000): Outgoing => ({
      kind,
      content: JSON.stringify({ body: `a ${kind}`, info: { size } }),
      rootId,
      attachment: {
        name: `a.${kind}`,
        mediaType: kind === 'image' ? 'image/png' : 'text/plain',
        bytes: new Uint8Array(size).fill(7),
      },
    });

    it('arrives as it was shown, and its picture and file in its thread', async () => {
      const { bea, messages } = await inRoom();
      const answer = await bea.send(root('f1'), 'f1-0', signal);
      await bea.send(file(answer.id), 'f1-1', signal);
      await bea.send(file(answer.id, 'file'), 'f1-2', signal);
      const [log, picture, text] = (await messages()).map(({ content }) => content as Json);
      expect(text).toEqual(JSON.parse(root('f1').content));
      expect(picture).toMatchObject({ msgtype: 'm.image', body: 'a image', info: { size: 1000 } });
      expect(picture?.['url']).toMatch(/^mxc:/);
      expect(log).toMatchObject({ msgtype: 'm.file', body: 'a file' });
      for (const one of [log, picture])
        expect(one?.['m.relates_to']).toMatchObject({ rel_type: 'm.thread', event_id: answer.id });
      const link = decodeURIComponent(answer.permalink ?? '');
      expect(link).toBe(`https://matrix.to/#/${roomId}/${answer.id}?via=localhost`);
    });

    it('goes into the thread that its content names', async () => {
      const { bea, messages } = await inRoom();
      const answer = await bea.send(root('f2'), 'f2-0', signal);
      const relation = { rel_type: 'm.thread', event_id: answer.id };
      const content = JSON.stringify({ msgtype: 'm.text', body: 'x', 'm.relates_to': relation });
      await bea.send({ kind: 'message', content }, 'f2-1', signal);
      const [reply] = await messages();
      expect(reply?.['content']).toMatchObject({ 'm.relates_to': relation });
    });

    it('is found by those who would say the same, and agreed with once', async () => {
      const { bea: sender } = await inRoom();
      const about = { what: 'service', id: 'pads', name: 'Pads' } as const;
      const field = { v: 1, id: 'f9', about };
      const content = { msgtype: 'm.text', body: 'Problem: Pads', [feedbackField]: field };
      const whole = { kind: 'message', content: JSON.stringify(content) } as const;
      const { id, permalink } = await sender.send(whole, 'f9-0', signal);
      const matrix = { ...bea, roomId, userId: '@bea:localhost' };
      await expect(similarInRoom(matrix, { about, text: '' })).resolves.toEqual([
        { id, permalink, title: 'Problem: Pads', mine: true },
      ]);
      const other = { about: { ...about, id: 'mail' }, text: '' };
      await expect(similarInRoom(matrix, other)).resolves.toEqual([]);
      await plusOneInRoom(matrix, id);
      await plusOneInRoom(matrix, id);
      expect((await bea.relations(roomId, id, 'm.annotation')).events).toHaveLength(1);
    });

    it('is not even uploaded where the room is encrypted', async () => {
      const { bea, messages } = await inRoom(await joined());
      const answer = await bea.send(root('f3'), 'f3-0', signal);
      await sam.encrypt(roomId);
      for (const part of [root('f4'), file(answer.id)])
        await expect(bea.send(part, 'f4', signal)).rejects.toMatchObject({
          trouble: { code: 'encrypted' },
          temporary: false,
        });
      expect([uploads, (await messages()).length]).toEqual([0, 1]);
    });

    it('is there once, whichever answer was lost', async () => {
      const { bea, messages } = await inRoom();
      const lose = async (path: RegExp, part: Outgoing, id: string) => {
        lossy = path;
        await expect(bea.send(part, id, signal)).rejects.toMatchObject({
          trouble: { code: 'offline' },
          temporary: {},
        });
        return bea.send(part, id, signal);
      };
      const answer = await lose(/\/send\//, root('f5'), 'f5-0');
      await lose(/\/upload/, file(answer.id), 'f5-1');
      await lose(/\/send\//, file(answer.id, 'file'), 'f5-2');
      expect((await messages()).length).toBe(3);
      // The picture was uploaded again, since its URL was lost; the file was not.
      expect(uploads).toBe(3);
    });

    it('is there once, even when the member has signed in anew before it is tried again', async () => {
      const { bea: lost, messages } = await inRoom();
      lossy = /\/send\//;
      await expect(lost.send(root('f6'), 'f6-0', signal)).rejects.toThrow('offline');
      const other = member();
      await signIn(other);
      const answer = await destination(other).send(root('f6'), 'f6-0', signal);
      lossy = /\/send\//;
      await expect(lost.send(file(answer.id), 'f6-1', signal)).rejects.toThrow('offline');
      await destination(other).send(file(answer.id), 'f6-1', signal);
      expect((await messages()).length).toBe(2);
      other.dispose();
    });

    it('survives a restart of the server in the middle of an upload', async () => {
      const { bea, messages } = await inRoom();
      const answer = await bea.send(root('f7'), 'f7-0', signal);
      const picture = file(answer.id, 'image', 20_000_000);
      const cut = bea.send(picture, 'f7-1', signal).catch((error: unknown) => error);
      await server.stop();
      expect(await cut).toMatchObject({ trouble: { code: 'offline' }, temporary: {} });
      await server.start();
      await bea.send(picture, 'f7-1', signal);
      const bodies = (await messages()).map(({ content }) => (content as Json)['body']);
      expect(bodies).toEqual(['a image', 'Problem: f7']);
    });

    it('says what the room does not allow', async () => {
      const { bea } = await inRoom(
        await joined({ power_level_content_override: { events_default: 50 } }),
      );
      await expect(bea.send(root('f8'), 'f8-0', signal)).rejects.toMatchObject({
        trouble: { code: 'no-permission' },
        temporary: false,
      });
    });
  });
}
