/** A room's history, read page by page: the same assertions on a real Synapse and on the stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryPage } from '../../main/features/contracts/matrix-rooms.ts';
import type { MatrixServer } from '../servers/matrix/server.ts';
import { join, member, password, staff } from './people.ts';

const text = (body: string) => ({ msgtype: 'm.text', body });

export function historySuite(start: () => Promise<MatrixServer>) {
  describe('a room’s past', () => {
    let server: MatrixServer;
    let sam: Awaited<ReturnType<typeof staff>>;
    let roomId: string;
    const ada = member();
    const sent: string[] = [];

    beforeAll(async () => {
      server = await start();
      sam = await staff(server, 'sam');
      roomId = await sam.createRoom({ room_alias_name: 'general' });
      await join(server, await server.register('ada', password), roomId);
      await ada.signIn({ baseUrl: server.url, by: { user: 'ada', password } });
      for (let at = 0; at < 7; at += 1) {
        sent.push(await sam.send(roomId, 'm.room.message', text(`number ${at}`)));
      }
    });
    afterAll(async () => {
      ada.dispose();
      await server.close();
    });

    const readAll = async (limit: number) => {
      const pages: HistoryPage[] = [];
      for (let before: string | undefined; ;) {
        const page = await ada.history(roomId, { ...(before ? { before } : {}), limit });
        pages.push(page);
        before = page.before;
        if (before === undefined) return pages;
      }
    };
    const idsOf = (pages: readonly HistoryPage[]) =>
      pages.flatMap(({ events }) => events.map((one) => one.event_id));

    it('is found by the room’s alias', async () => {
      await expect(ada.roomIdOf('#general:localhost')).resolves.toBe(roomId);
      await expect(ada.roomIdOf(roomId)).resolves.toBe(roomId);
      await expect(ada.roomIdOf('#nowhere:localhost')).rejects.toMatchObject({
        fault: 'not-found',
      });
    });

    it.each([1, 3, 1000])(
      'comes whole and once in pages of %i, the newest first',
      async (limit) => {
        const pages = await readAll(limit);
        const ids = idsOf(pages);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => sent.includes(id))).toEqual(sent.toReversed());
        expect(pages.every(({ events }) => events.length <= limit)).toBe(true);
        const last = pages.flatMap(({ events }) => events).at(-1);
        expect(last?.['type']).toBe('m.room.create');
      },
    );

    it('goes on after a restart of the server where it was', async () => {
      const first = await ada.history(roomId, { limit: 3 });
      await server.stop();
      const place = { before: first.before ?? '', limit: 3 };
      await expect(ada.history(roomId, place)).rejects.toMatchObject({ fault: 'unreachable' });
      await server.start();
      const next = await ada.history(roomId, place);
      expect(idsOf([first, next])).toEqual(idsOf(await readAll(1000)).slice(0, 6));
    });

    it('refuses a place that it does not know', async () => {
      const asked = ada.history(roomId, { before: 'nonsense', limit: 3 });
      await expect(asked).rejects.toMatchObject({ fault: 'refused' });
    });

    it('tells of an edit and of a removal at the message itself', async () => {
      const [first = '', second = ''] = sent;
      await sam.send(roomId, 'm.room.message', {
        ...text('* better'),
        'm.new_content': text('better'),
        'm.relates_to': { rel_type: 'm.replace', event_id: first },
      });
      const path = `v3/rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(second)}/r`;
      await sam.ask('PUT', path, {});
      const events = (await readAll(1000)).flatMap((page) => page.events);
      const find = (id: string) => events.find((one) => one.event_id === id);
      expect(find(first)).toMatchObject({
        content: { body: 'number 0' },
        unsigned: { 'm.relations': { 'm.replace': { content: { 'm.new_content': {} } } } },
      });
      expect(find(second)).toMatchObject({
        content: {},
        unsigned: { redacted_because: { sender: '@sam:localhost' } },
      });
    });

    it('is nobody’s who is not in the room', async () => {
      const other = await sam.createRoom({ preset: 'private_chat' });
      await expect(ada.history(other, { limit: 3 })).rejects.toMatchObject({ fault: 'forbidden' });
      const joined = await ada.joinedRooms();
      expect([joined.has(roomId), joined.has(other)]).toEqual([true, false]);
    });
  });
}
