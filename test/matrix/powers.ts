/** Who may write in rooms of the newest version, on a real Synapse and on the stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../main/features/announcements/index.ts';
import { readThread } from '../../main/features/feedback/answers-readers.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { noAnswers, outcomeOf, takeSigns, viewAnswers } from '../../shared/feedback/outcome.ts';
import { eventually } from '../desktop/wait.ts';
import type { MatrixServer, MatrixServerOptions } from '../servers/matrix/server.ts';
import { member, password, staff } from './people.ts';

const text = (body: string) => ({ msgtype: 'm.text', body });
const edit = (eventId: string, body: string) => ({
  ...text(`* ${body}`),
  'm.new_content': text(body),
  'm.relates_to': { rel_type: 'm.replace', event_id: eventId },
});
const [samId, maxId, eveId] = ['@sam:localhost', '@max:localhost', '@eve:localhost'];

export function powersSuite(start: (options?: MatrixServerOptions) => Promise<MatrixServer>) {
  describe('a room of version 12', () => {
    let server: MatrixServer;
    let people: Readonly<Record<'sam' | 'max' | 'eve', Awaited<ReturnType<typeof staff>>>>;
    let roomId: string;
    const ana = member();

    beforeAll(async () => {
      server = await start({ unlimited: true });
      const [sam, max, eve] = [
        await staff(server, 'sam'),
        await staff(server, 'max'),
        await staff(server, 'eve'),
      ];
      people = { sam, max, eve };
      await server.register('ana', password);
      await ana.signIn({ baseUrl: server.url, by: { user: 'ana', password } });
      roomId = await sam.createRoom({
        room_version: '12',
        creation_content: { additional_creators: [maxId] },
        power_level_content_override: { events_default: 0, users: { [eveId]: 50 } },
      });
      for (const one of [max, eve]) {
        await one.ask('POST', `v3/join/${encodeURIComponent(roomId)}`, {});
      }
      await ana.enter(roomId);
    });
    afterAll(async () => {
      ana.dispose();
      await server.close();
    });

    const setLevel = (ofEve: number) =>
      people.sam.ask('PUT', `v3/rooms/${encodeURIComponent(roomId)}/state/m.room.power_levels/`, {
        events_default: 0,
        users: { [eveId]: ofEve },
      });
    const reading = () =>
      createAnnouncements({
        isClockProven: () => true,
        clock: systemClock,
        file: { load: () => Promise.resolve(undefined), save: () => undefined },
        reader: () => ({ ...ana, userId: '@ana:localhost' }),
        onNews: () => undefined,
        onChange: () => undefined,
      });
    const textsOf = (news: ReturnType<typeof reading>) =>
      news.state().announcements.map((one) => one.text);

    it('names no server, and no creator in its list', async () => {
      expect(roomId).not.toContain(':');
      for (const creator of [samId, maxId]) {
        await expect(ana.powerOf(roomId, creator)).resolves.toBe(Infinity);
      }
      await expect(ana.powerOf(roomId, eveId)).resolves.toBe(50);
      await expect(ana.powerOf(roomId, '@ana:localhost')).resolves.toBe(0);
    });

    it('hears its creators, and others by what they might say when they said it', async () => {
      const { sam, max, eve } = people;
      await sam.send(roomId, 'm.room.message', text('Meeting at 3'));
      await max.send(roomId, 'm.room.message', text('Bring cake'));
      const hers = await eve.send(roomId, 'm.room.message', text('Pads are down'));
      await setLevel(0);
      await eve.send(roomId, 'm.room.message', edit(hers, 'Pay at evil.example'));
      await eve.send(roomId, 'm.room.message', text('I said so'));
      const news = reading();
      news.setRoom(roomId);
      await news.restore();
      await eventually('the news', () => news.state().reading === 'ready' || undefined);
      const wanted = ['Pads are down', 'Bring cake', 'Meeting at 3'];
      expect(textsOf(news)).toEqual(wanted);

      await ana.follow([roomId], news.hear);
      await eve.send(roomId, 'm.room.message', edit(hers, 'Pay at evil.example'));
      await setLevel(50);
      await sam.send(roomId, 'm.room.message', text('Over'));
      await eventually('the last word', () => textsOf(news)[0] === 'Over' || undefined);
      expect(textsOf(news)).toEqual(['Over', ...wanted]);
      news.suspend();
    });

    it('counts the marks of its creators', async () => {
      const rootId = await ana.send({ roomId, txnId: 'root', content: text('It is broken') });
      const mark = (key: string) => ({
        'm.relates_to': { rel_type: 'm.annotation', event_id: rootId, key },
      });
      await setLevel(0);
      await people.eve.send(roomId, 'm.reaction', mark('✅'));
      await people.max.send(roomId, 'm.reaction', mark('👀'));
      const place = { via: 'matrix', roomId, eventId: rootId } as const;
      const { signs } = await readThread([], { place }, { ...ana, userId: '@ana:localhost' });
      expect(outcomeOf(signs)).toBe('seen');
    });

    it('judges each mark by what its sender might do when they set it', async () => {
      const { eve } = people;
      const root = await ana.send({ roomId, txnId: 'root2', content: text('It is broken again') });
      const relation = (rel_type: string, more: object = {}) => ({
        'm.relates_to': { rel_type, event_id: root, ...more },
      });
      const mark = (key: string) =>
        eve.send(roomId, 'm.reaction', relation('m.annotation', { key }));
      const place = { via: 'matrix', roomId, eventId: root } as const;
      const read = () => readThread([], { place }, { ...ana, userId: '@ana:localhost' });
      await mark('👀');
      await setLevel(50);
      const working = await mark('🔧');
      await setLevel(0);
      await mark('✅');
      expect(outcomeOf((await read()).signs)).toBe('working');
      await setLevel(50);
      expect(outcomeOf((await read()).signs)).toBe('working');
      const hers = await eve.send(roomId, 'm.room.message', {
        ...text('We look'),
        ...relation('m.thread'),
      });
      await eve.send(roomId, 'm.room.message', { ...edit(hers, ''), 'm.new_content': { body: 7 } });
      const { kept } = takeSigns(noAnswers, (await read()).signs);
      const { replies, unreadable } = viewAnswers(kept, undefined);
      expect([replies.map((one) => one.text), unreadable]).toEqual([['We look'], 1]);
      const [at, event] = [roomId, working].map((id) => encodeURIComponent(id));
      await eve.ask('PUT', `v3/rooms/${at}/redact/${event}/back`, {});
      expect(outcomeOf((await read()).signs)).toBe('none');
    });
  });
}
