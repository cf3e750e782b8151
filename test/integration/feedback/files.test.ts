/** The outbox after a crash, on a full disk, and with files of a later version. */
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import { draftItem } from '../../../shared/feedback/outbox.ts';
import { fakeClock } from '../../unit/clock.ts';

const bound = { via: 'matrix', place: 'room' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-outbox-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = fakeClock();
const outboxOn = (store: OutboxStore) =>
  createOutbox({
    isClockProven: () => true,
    clock,
    store,
    destinations: () => ({ send: async (_part, id) => ({ id }) }),
    newId: () => 'a-transaction',
    random: () => 0,
  });
const item = (id: string) => draftItem(id, `draft ${id}`, [], 0);
const picture = { name: 'a.png', mediaType: 'image/png' };

test('a file that is cut short at any byte costs no other, and stays where it is', async () => {
  const store = createOutboxStore(folder);
  await store.save(item('whole'));
  await store.save(item('torn'));
  const path = join(folder, 'torn.json');
  const { length } = readFileSync(path);
  for (let size = length - 1; size >= 0; size -= 1) {
    truncateSync(path, size);
    const found = await store.load();
    expect([found.items.map(({ id }) => id), found.unreadable]).toEqual([['whole'], 1]);
  }
  expect(readdirSync(folder).toSorted()).toEqual(['torn.json', 'whole.json']);
});

test('what a crash left half written is cleared away, and files that nothing names', async () => {
  const store = createOutboxStore(folder);
  const outbox = outboxOn(store);
  const named = await outbox.attach(new Uint8Array([1]), picture);
  await outbox.attach(new Uint8Array([2]), picture);
  await outbox.saveDraft('one', 'x', [named]);
  writeFileSync(join(folder, 'one.json.0000'), '{"version":1,"id":"on');
  writeFileSync(join(folder, 'attachments', `${named.id}.0000`), 'half');
  await outboxOn(store).restore();
  expect(readdirSync(folder).toSorted()).toEqual(['attachments', 'one.json']);
  expect(readdirSync(join(folder, 'attachments'))).toEqual([named.id]);
});

test('an item of a later version is left alone, with all that it may name', async () => {
  const store = createOutboxStore(folder);
  const outbox = outboxOn(store);
  await outbox.attach(new Uint8Array([1]), picture);
  const text = JSON.stringify({ ...item('new'), version: 2 });
  writeFileSync(join(folder, 'new.json'), text);
  await outbox.restore();
  expect([outbox.items(), outbox.unreadable()]).toEqual([[], 1]);
  expect(readFileSync(join(folder, 'new.json'), 'utf8')).toBe(text);
  expect(readdirSync(join(folder, 'attachments')).length).toBe(1);
});

test('a full disk takes nothing on its way, loses no draft, and is tried again', async () => {
  const real = createOutboxStore(folder);
  let full = true;
  const save: OutboxStore['save'] = (one) =>
    full ? Promise.reject(new Error('ENOSPC')) : real.save(one);
  const outbox = outboxOn({ ...real, save });
  await outbox.restore();
  expect(await outbox.saveDraft('one', 'what I typed', [])).toBe('unwritable');
  expect(outbox.items()).toMatchObject([{ draft: 'what I typed', phase: { at: 'draft' } }]);
  const entry = {
    destination: 'room',
    bound,
    contents: [{ kind: 'message', content: 'x' }],
  } as const;
  expect(await outbox.enter('one', entry)).toBe('unwritable');
  expect([outbox.items()[0]?.phase.at, outbox.isWritable()]).toEqual(['draft', false]);
  full = false;
  await clock.pass(30_000);
  await expect.poll(() => outbox.isWritable()).toBe(true);
  expect(readFileSync(join(folder, 'one.json'), 'utf8')).toContain('what I typed');
  outbox.dispose();
});

test('no one else can read it', async () => {
  const store = createOutboxStore(folder);
  await store.save(item('one'));
  const outbox = outboxOn(store);
  const { id } = await outbox.attach(new Uint8Array([1]), picture);
  const modes = [join(folder, 'one.json'), join(folder, 'attachments', id)].map(
    (path) => statSync(path).mode & 0o077,
  );
  expect(modes).toEqual([0, 0]);
});

test('a folder that cannot be read is no empty one', async () => {
  writeFileSync(join(folder, 'attachments'), 'a file where the folder should be');
  const store = createOutboxStore(join(folder, 'attachments'));
  await expect(outboxOn(store).restore()).rejects.toThrow('ENOTDIR');
});
