/**
 * A snapshot of the folder taken while a room is copied into it is what a crash at that moment leaves; from each of
 * many snapshots the copy is completed.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import type { ReadPage } from '../../../main/features/room-export/history-pager.ts';
import { exportRoom } from '../../../main/features/room-export/export.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { eventsIn } from './copies.ts';

const root = mkdtempSync(join(tmpdir(), 'coop-tray-cut-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const events = Array.from({ length: 60 }, (_, number) => ({
  event_id: `$${number}`,
  sender: '@ana:localhost',
  type: 'm.room.message',
  content: { msgtype: 'm.text', body: `message ${number}` },
  origin_server_ts: number,
}));
const pageEvents = 7;
/** Most snapshots to try. */
const tried = 60;
/** A page takes that long, so that there are many looks at the folder however fast it is written. */
const looksPerPage = 4;

/** As a server would, page by page from the newest. */
const history: ReadPage = async (_roomId, { before }) => {
  const upTo = Number(before ?? events.length);
  const from = Math.max(0, upTo - pageEvents);
  const place = from > 0 ? { before: String(from) } : {};
  return { events: events.slice(from, upTo).toReversed(), unreadable: 0, ...place };
};

const copyInto = (folder: string, read: ReadPage = history) =>
  exportRoom(
    {
      clock,
      random: Math.random,
      history: read,
      signal: new AbortController().signal,
      folder,
      words: { t: createTranslate('en'), times: createTimes('en', 'UTC'), locale: 'en' },
      onProgress: () => {},
    },
    { roomId: '!r:a', room: '#r:a', name: 'Room', userId: '@ada:a' },
  );

/** Undefined if files changed while the folder was copied: such a snapshot matches no moment. */
function snapshot(from: string, to: string): string | undefined {
  try {
    copyFolder(from, to);
    return to;
  } catch {
    return undefined;
  }
}

/** Not by `cpSync`: Node’s own ends the process where a folder has gone meanwhile (nodejs/node#63970). */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else copyFileSync(source, target);
  }
}

test(
  'cut off at any of many moments, a copy comes to the same end',
  { timeout: 60_000 },
  async () => {
    const folder = join(root, 'whole');
    const moments: string[] = [];
    const over = new AbortController();
    const read: ReadPage = async (...page) => {
      for (let turn = 0; turn < looksPerPage; turn += 1) await new Promise(setImmediate);
      return history(...page);
    };
    const whole = copyInto(folder, read).finally(() => over.abort());
    while (!over.signal.aborted) {
      await new Promise(setImmediate);
      const moment = existsSync(folder) && snapshot(folder, join(root, `m${moments.length}`));
      if (moment) moments.push(moment);
    }
    await whole;
    const wanted = events.map((one) => one.event_id);
    const files = readdirSync(folder);
    expect(moments.length).toBeGreaterThan(20);
    const step = Math.ceil(moments.length / tried);
    for (const moment of [folder, ...moments.filter((_, index) => index % step === 0)]) {
      if (!existsSync(join(moment, 'room.json'))) await copyInto(moment);
      expect(eventsIn(moment).map((one) => one['event_id'])).toEqual(wanted);
      if (!existsSync(join(moment, 'unfinished.json'))) expect(readdirSync(moment)).toEqual(files);
    }
  },
);
