/** Copies as the window requests them: started, stopped, resumed after a restart, refused. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import type { TextStore } from '../../../main/platform/files.ts';
import { fileStore } from '../../../main/platform/files.ts';
import { createProfileFiles } from '../../../main/platform/profile-files.ts';
import { copiesForm } from '../../../main/features/room-export/export-list.ts';
import type { RoomAccount } from '../../../main/features/room-export/account.ts';
import { RoomError } from '../../../main/features/room-export/fault.ts';
import type { RoomExport } from '../../../main/features/room-export/index.ts';
import { createRoomExport } from '../../../main/features/room-export/index.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { eventually } from '../../desktop/wait.ts';
import { eventsIn } from './copies.ts';

const total = 40;
const room = '#general:a';
const plan = { room, name: 'General / ../', keepDays: 90, archived: false };
let home: string;
let chosen: string[];
let gate: Promise<void>;
let open: () => void;

/** Returns ten events per page, the second page once the gate is open. */
const account: RoomAccount = {
  userId: async () => '@ada:a',
  roomIdOf: async () => '!general:a',
  joinedRooms: async () => new Set(['!general:a']),
  history: async (_roomId, { before }) => {
    if (before !== undefined) await gate;
    const upTo = Number(before ?? total);
    const events = Array.from({ length: 10 }, (_, index) => ({ event_id: `$${upTo - index}` }));
    return { events, unreadable: 0, ...(upTo > 10 ? { before: String(upTo - 10) } : {}) };
  },
};

const start = async (
  who: RoomAccount | 'nobody' = account,
  store: TextStore = fileStore(join(home, 'profile', 'copies.json'), 10_000),
): Promise<RoomExport> => {
  const rooms = createRoomExport({
    clock,
    timeZone: () => 'UTC',
    random: Math.random,
    store,
    words: { t: createTranslate('en'), times: createTimes('en', 'UTC'), locale: 'en' },
    account: () => (who === 'nobody' ? undefined : who),
    chooseFolder: async () => {
      chosen.push(home);
      return home;
    },
    showFolder: () => {},
  });
  rooms.setRooms([plan]);
  await rooms.restore();
  return rooms;
};
const reaches = (rooms: RoomExport, at: string) =>
  eventually(at, () => rooms.state().rooms[0]?.copy?.at === at || undefined);
const folders = () => readdirSync(home).filter((name) => name !== 'profile');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'coop-tray-feature-'));
  chosen = [];
  gate = new Promise((resolve) => (open = resolve));
});
afterEach(() => {
  open();
  rmSync(home, { recursive: true, force: true });
});

test('a copy that was stopped goes on after a restart, in its own folder, without a question', async () => {
  const first = await start();
  await expect(first.start(room)).resolves.toBe('started');
  await expect(first.start(room)).resolves.toBe('busy');
  await eventually('a page', () => (first.state().rooms[0]?.copy?.events ?? 0) > 0 || undefined);
  first.stop();
  await reaches(first, 'stopped');
  first.dispose();

  const second = await start();
  expect(second.state().rooms[0]?.copy).toMatchObject({ at: 'stopped', events: 10 });
  open();
  await expect(second.start(room)).resolves.toBe('started');
  await reaches(second, 'finished');
  expect(chosen).toHaveLength(1);
  const [folder = '', ...others] = folders();
  expect([folder.startsWith('General 20'), others]).toEqual([true, []]);
  const ids = eventsIn(join(home, folder)).map((one) => one['event_id']);
  expect(ids).toEqual(Array.from({ length: total }, (_, index) => `$${index + 1}`));
  second.dispose();

  const third = await start();
  expect(third.state().rooms[0]?.copy).toMatchObject({ at: 'finished', events: total });
  await expect(third.start(room)).resolves.toBe('started');
  await reaches(third, 'finished');
  expect(folders()).toHaveLength(2);
  third.dispose();
});

test('what the server gave and cannot be read is told beside the copy, also after a restart', async () => {
  open();
  const first = await start({
    ...account,
    history: async (roomId, asked) => ({
      ...(await account.history(roomId, asked)),
      unreadable: 2,
    }),
  });
  await first.start(room);
  await reaches(first, 'finished');
  expect(first.state().rooms[0]?.copy).toMatchObject({ events: total, unreadable: 8 });
  first.dispose();
  const second = await start();
  expect(second.state().rooms[0]?.copy).toMatchObject({ events: total, unreadable: 8 });
  second.dispose();
});

test('a list of copies that cannot be read is left as it is, and keeps nobody from a copy', async () => {
  open();
  const list = join(home, 'profile', 'room-copies.json');
  mkdirSync(list, { recursive: true });
  const rooms = await start(
    account,
    createProfileFiles(join(home, 'profile'), clock).file(copiesForm),
  );
  await expect(rooms.start(room)).resolves.toBe('started');
  await reaches(rooms, 'finished');
  expect(statSync(list).isDirectory()).toBe(true);
  rooms.dispose();
});

test('another member begins a copy of their own', async () => {
  const first = await start();
  await first.start(room);
  await eventually('a page', () => (first.state().rooms[0]?.copy?.events ?? 0) > 0 || undefined);
  first.stop();
  await reaches(first, 'stopped');
  first.dispose();
  open();
  const second = await start({ ...account, userId: async () => '@bob:a' });
  await second.start(room);
  await reaches(second, 'finished');
  expect([chosen.length, folders().length]).toEqual([2, 2]);
  second.dispose();
});

test('tells which room the member is in, and why a copy cannot be made', async () => {
  const rooms = await start();
  expect(rooms.state().rooms[0]?.joined).toBeUndefined();
  rooms.look();
  await eventually('the answer', () => rooms.state().rooms[0]?.joined);
  await expect(rooms.start('#other:a')).resolves.toBe('not-found');
  rooms.dispose();

  const nobody = await start('nobody');
  await expect(nobody.start(room)).resolves.toBe('signed-out');
  expect(nobody.state().signedIn).toBe(false);
  nobody.dispose();

  const refused = async () => Promise.reject(new RoomError('forbidden'));
  const outside = await start({ ...account, history: refused });
  await expect(outside.start(room)).resolves.toBe('started');
  await reaches(outside, 'failed');
  expect(outside.state().rooms[0]?.copy?.fault).toBe('forbidden');
  outside.dispose();
});
