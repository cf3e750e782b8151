/** What one member started to send is not sent by another who signs in meanwhile. */
import type { MatrixClient } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { createRepository } from '../../../main/features/accounts/github/issues.ts';
import { createRooms } from '../../../main/features/accounts/matrix/rooms.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { fakeClock } from '../clock.ts';

/** The account changes to another member's after the encryption check, or while an upload is delayed. */
function account(becomes: string) {
  const did: string[] = [];
  const clock = fakeClock();
  let who = 'ada';
  let isBusy = true;
  const clientOf = (name: string): MatrixClient => {
    const http = {
      authedRequest: async (method: string) => {
        if (method === 'PUT') {
          did.push(name);
          return { event_id: '$1' };
        }
        who = becomes;
        throw Object.assign(new Error(), { httpStatus: 404, errcode: 'M_NOT_FOUND' });
      },
    };
    const uploadContent = async () => {
      did.push(name);
      if (!isBusy) return { content_uri: 'mxc://e.org/1' };
      isBusy = false;
      who = becomes;
      throw Object.assign(new Error(), { httpStatus: 429, getRetryAfterMs: () => 1000 });
    };
    return { http, uploadContent } as unknown as MatrixClient;
  };
  const clients: Readonly<Record<string, MatrixClient>> = {
    ada: clientOf('ada'),
    sam: clientOf('sam'),
  };
  const rooms = createRooms(clock, () => clients[who] ?? clientOf(who));
  return { rooms, did, clock };
}
const message = { roomId: '!r:e.org', txnId: 't', content: { body: 'hello' } };
const file = { bytes: new Uint8Array(1), type: 'image/png', limitMs: 1000 };

test('a message', async () => {
  const same = account('ada');
  expect(await same.rooms.send(message)).toBe('$1');
  const other = account('sam');
  await expect(other.rooms.send(message)).rejects.toMatchObject({ fault: 'signed-out' });
  expect([same.did, other.did]).toEqual([['ada'], []]);
});

test('a file', async () => {
  const { rooms, did, clock } = account('sam');
  const uploading = rooms.upload(file);
  for (let turn = 0; turn < 5; turn += 1) await clock.pass(500);
  await uploading;
  expect(did).toEqual(['ada', 'ada']);
});

const content = JSON.stringify({ title: 'Problem', body: 'x\n\n<!-- coop-tray a -->', labels: [] });
const { signal } = new AbortController();

test('an issue, and a comment', async () => {
  const did: string[] = [];
  const read = async (route: string) => {
    did.push(route.split(' ', 1).join());
    return route === 'GET /user' ? { login: 'ada' } : [];
  };
  const repository = createRepository({
    api: { read, write: async () => did.push('POST') },
    check: () => {
      throw new DeliveryError(trouble('another-member'), {});
    },
    owner: 'coop',
    repo: 'site',
  });
  const refused = { trouble: { code: 'another-member' } };
  await expect(repository.send({ kind: 'message', content }, 't', signal)).rejects.toMatchObject(
    refused,
  );
  await expect(repository.comment(1, content, signal)).rejects.toMatchObject(refused);
  expect(did).not.toContain('POST');
  expect(did).toContain('GET');
});
