/** A room of many messages on a real Synapse, built once and reused. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { insideEnv, synapseRoot } from '../../../build/setup/synapse.mjs';
import { join, password, staff } from '../../matrix/people.ts';
import type { MatrixServer } from '../../servers/matrix/server.ts';
import { startSynapse, synapseFolder } from '../../servers/synapse/index.ts';

export type BigRoom = Readonly<{
  roomId: string;
  userId: string;
  accessToken: string;
  /** Of the messages. */
  eventIds: readonly string[];
}>;

const people = ['ana', 'bob', 'cleo', 'dan'];
const idsLimitBytes = 256 * 1024 * 1024;

export async function startWithRoom(
  messages: number,
): Promise<Readonly<{ server: MatrixServer; room: BigRoom; builtS: number }>> {
  const keptAs = `bench-room-${messages}`;
  const folder = synapseFolder(keptAs);
  const note = joinPath(folder, 'room.json');
  const known = existsSync(note);
  // Rebuilds a room whose making was interrupted.
  if (!known) rmSync(folder, { recursive: true, force: true });
  const startMs = performance.now();
  const server = await startSynapse({ keptAs });
  if (!known) writeFileSync(note, JSON.stringify(await build(server, folder, messages)));
  const room = JSON.parse(readFileSync(note, 'utf8')) as BigRoom;
  return { server, room, builtS: known ? 0 : (performance.now() - startMs) / 1000 };
}

/** Everybody sends one message as usual; the others are inserted while the server is down. */
async function build(server: MatrixServer, folder: string, messages: number): Promise<BigRoom> {
  const sam = await staff(server, 'sam');
  const roomId = await sam.createRoom({ room_alias_name: 'general' });
  const accessToken = await server.register('ada', password);
  await join(server, accessToken, roomId);
  const eventIds: string[] = [];
  for (const name of people) {
    const writer = await staff(server, name);
    await writer.ask('POST', `v3/join/${encodeURIComponent(roomId)}`, {});
    const content = { msgtype: 'm.text', body: `${name} was here` };
    eventIds.push(await writer.send(roomId, 'm.room.message', content));
  }
  await server.stop();
  eventIds.push(...fill(folder, roomId, messages - eventIds.length));
  await server.start();
  return { roomId, userId: '@ada:localhost', accessToken, eventIds };
}

function fill(folder: string, roomId: string, count: number): readonly string[] {
  copyFileSync(joinPath(import.meta.dirname, 'fill.py'), joinPath(folder, 'fill.py'));
  const root = synapseRoot();
  const inside = folder.slice(root.length);
  const command = ['--userspec=matrix-synapse', root, 'python3', `${inside}/fill.py`];
  const ids = execFileSync('chroot', [...command, inside, roomId, String(count)], {
    env: insideEnv,
    maxBuffer: idsLimitBytes,
  });
  return JSON.parse(ids.toString()) as string[];
}
