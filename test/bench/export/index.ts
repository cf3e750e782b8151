/**
 * Checks that a room of `--messages=N` (50,000) on a real Synapse is copied completely by a process that is killed
 * repeatedly, and measures speed and memory. Exits with 1 if a message is lost or duplicated, or memory exceeds its
 * limit.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventsIn, startCopier } from '../../integration/room-export/copies.ts';
import { pssMiB, round } from '../measure.ts';
import type { Bench } from '../stage.ts';
import type { BigRoom } from './room.ts';
import { startWithRoom } from './room.ts';

const usualMessages = 50_000;
const kills = 8;
const pssLimitMiB = 250;
const sampleMs = 100;

export const exporting: Bench = async (_stage, log) => {
  const given = process.argv.find((one) => one.startsWith('--messages='))?.split('=')[1];
  const messages = Number(given ?? usualMessages);
  const { server, room, builtS } = await startWithRoom(messages);
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-export-'));
  try {
    const lives = await copyKilled(server.url, room, folder, log);
    const found = { ...counted(folder, room), ...lives };
    const { shown } = JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8')) as Shown;
    const right = found.lost === 0 && found.duplicates === 0 && shown === messages;
    if (!right || found.peak_pss_mb > pssLimitMiB) process.exitCode = 1;
    return { messages, built_s: round(builtS, 1), ...found, shown_in_pages: shown };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
};

type Shown = Readonly<{ shown: number }>;

/** Killed so often, each time after a random part of the rest, then left to finish. */
async function copyKilled(url: string, room: BigRoom, folder: string, log: (line: string) => void) {
  let peakMiB = 0;
  let activeMs = 0;
  let killed = 0;
  for (let life = 0; !existsSync(join(folder, 'room.json')); life += 1) {
    const wanted =
      life < kills ? (room.eventIds.length * (life + Math.random())) / kills : Infinity;
    const startMs = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const { roomId, userId, accessToken } = room;
    const one = startCopier({ folder, url, roomId, userId, accessToken, haste: 1 }, ({ read }) => {
      // Somewhere within the next page.
      if (read !== undefined && read >= wanted) timer ??= setTimeout(one.kill, Math.random() * 500);
    });
    const sampler = setInterval(() => (peakMiB = Math.max(peakMiB, pssMiB(one.pid))), sampleMs);
    const said = (await one.done).at(-1);
    clearInterval(sampler);
    clearTimeout(timer);
    activeMs += performance.now() - startMs;
    log(`life ${life + 1}: ${JSON.stringify(said)}`);
    if (said?.failed !== undefined) throw new Error(`the copy failed: ${JSON.stringify(said)}`);
    if (said?.finished === undefined) killed += 1;
  }
  return {
    killed,
    messages_per_s: round((room.eventIds.length * 1000) / activeMs, 0),
    peak_pss_mb: round(peakMiB, 1),
  };
}

function counted(folder: string, room: BigRoom) {
  const ids = eventsIn(folder).map((one) => String(one['event_id']));
  const unique = new Set(ids);
  return {
    events: ids.length,
    lost: room.eventIds.filter((id) => !unique.has(id)).length,
    duplicates: ids.length - unique.size,
  };
}
