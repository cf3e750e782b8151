/** Users of a Matrix server: a member with the app's account, and staff with plain requests. */
import { createMatrixAccount } from '../../main/features/accounts/matrix/index.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createSessionSecrets } from '../../main/platform/secrets/session.ts';
import type { MatrixServer } from '../servers/matrix/server.ts';

export const password = 'correct horse battery staple';

export function member(secrets = createSessionSecrets(), fetch = globalThis.fetch) {
  const account = createMatrixAccount({
    clock: systemClock,
    secrets,
    fetch,
    deviceName: 'Coop Tray',
  });
  const states: string[] = [];
  account.onSession((state) => states.push(state));
  return { ...account, secrets, states };
}

type Json = Readonly<Record<string, unknown>>;

export async function staff(server: MatrixServer, name: string) {
  const token = await server.register(name, password);
  const ask = async (method: string, path: string, body?: Json): Promise<Json> => {
    const answer = await fetch(`${server.url}/_matrix/client/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const json = (await answer.json()) as Json;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`);
    return json;
  };
  const inRoom = (roomId: string) => `v3/rooms/${encodeURIComponent(roomId)}`;
  return {
    ask,
    /** Ids of the rooms that this person is invited to. */
    invitations: async () => {
      const { rooms } = await ask('GET', 'v3/sync?timeout=0');
      return Object.keys((rooms as Json)['invite'] ?? {});
    },
    createRoom: async (options: Json = {}) => {
      const preset = 'public_chat';
      return String((await ask('POST', 'v3/createRoom', { preset, ...options }))['room_id']);
    },
    encrypt: (roomId: string) =>
      ask('PUT', `${inRoom(roomId)}/state/m.room.encryption/`, {
        algorithm: 'm.megolm.v1.aes-sha2',
      }),
    send: async (roomId: string, type: string, content: Json) => {
      const path = `${inRoom(roomId)}/send/${type}/t${performance.now()}`;
      return String((await ask('PUT', path, content))['event_id']);
    },
    /** Event ids and contents of the messages in a room, newest first. */
    messages: async (roomId: string) => {
      const { chunk } = await ask('GET', `${inRoom(roomId)}/messages?dir=b&limit=50`);
      return (chunk as readonly Json[]).filter((one) => one['type'] === 'm.room.message');
    },
  };
}

/** The account does not handle memberships yet, so the test joins with the member's other device. */
export async function join(server: MatrixServer, token: string, roomId: string): Promise<void> {
  const path = `/_matrix/client/v3/join/${encodeURIComponent(roomId)}`;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(server.url + path, { method: 'POST', headers, body: '{}' });
  if (!answer.ok) throw new Error(`joining: ${await answer.text()}`);
}
